package org.kontor.local.definition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.kontor.local.text.Message;

/**
 * The initial value of a field: a plain value, or one of the expressions {@code #TODAY#}, {@code
 * #NOW#} and {@code #USER#}.
 */
public final class InitialValue {
  private InitialValue() {}

  /** The text that a new object of this user gets in a field; empty when the field has none. */
  public static Optional<String> of(Field field, String user) {
    return field
        .initial()
        .map(
            text ->
                switch (text) {
                  case "#TODAY#" -> LocalDate.now(ZoneId.systemDefault()).toString();
                  case "#NOW#" ->
                      OffsetDateTime.now(ZoneId.systemDefault())
                          .truncatedTo(ChronoUnit.SECONDS)
                          .toString();
                  case "#USER#" -> user;
                  default -> text;
                });
  }

  /** What is wrong with the initial value that a definition gives. */
  static Optional<Message> fault(Field field) {
    Optional<String> initial = of(field, "user");
    if (initial.isEmpty()) {
      return Optional.empty();
    }
    if (field.type() == DataType.TABLE) {
      return Optional.of(Message.of("definition.init.table", field.internal()));
    }
    try {
      FieldValues.read(field, initial.get());
      return Optional.empty();
    } catch (FieldValueException wrong) {
      return Optional.of(
          Message.of("definition.init.wrong", field.internal(), initial.get(), wrong.reason()));
    }
  }
}
