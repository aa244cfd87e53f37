package org.kontor.ui.settings;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Choices by their names; they are chosen, never typed. */
final class Named<T> extends StringConverter<T> {
  private final Function<T, String> name;

  Named(Function<T, String> name) {
    this.name = name;
  }

  @Override
  public String toString(@Nullable T choice) {
    return choice == null ? "" : name.apply(choice);
  }

  @Override
  public T fromString(String typed) {
    throw new UnsupportedOperationException("chosen, not typed");
  }
}
