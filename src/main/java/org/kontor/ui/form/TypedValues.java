package org.kontor.ui.form;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.kontor.model.FieldType;
import org.kontor.ui.common.Messages;

/** Understands values as people type them into the form, for other places where they are typed. */
public final class TypedValues {
  private final FieldWritings writings;

  public TypedValues(Locale locale) {
    writings =
        new FieldWritings(
            Messages.of(TypedValues.class, locale), Clock.system(ZoneId.systemDefault()));
  }

  /**
   * What was typed, in the server's neutral writing; empty where it cannot be understood.
   *
   * @param input not blank
   */
  public Optional<String> read(FieldType type, String input) {
    return writings.of(type).read(input) instanceof FieldWriting.Reading.Understood(String value)
        ? Optional.of(value)
        : Optional.empty();
  }
}
