package org.kontor.ui.form;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldProblem;
import org.kontor.model.FieldValue;

/** A field with one value, typed as text. */
final class SingleField extends FieldModel {
  private final FieldWriting writing;
  private final StringProperty input = new SimpleStringProperty("");
  private boolean writingNow;

  SingleField(FieldDefinition definition, FieldWriting writing) {
    super(definition);
    this.writing = writing;
    input.addListener(
        _ -> {
          if (!writingNow) {
            refresh();
          }
        });
    refresh();
  }

  /** What stands in the control. */
  StringProperty inputProperty() {
    return input;
  }

  FieldWriting writing() {
    return writing;
  }

  @Override
  String words(FieldValue value) {
    String neutral = textOf(value);
    return neutral.isEmpty() ? "" : writing.present(neutral);
  }

  /** What is to be read where it cannot be typed in. */
  String presented() {
    String neutral = neutral();
    return neutral.isEmpty() || problem().isPresent() ? input.get() : writing.present(neutral);
  }

  /** The value in the server's neutral writing, "" when there is none. */
  String neutral() {
    return textOf(value());
  }

  /** Puts a value in as if the person had typed it. */
  void enterNeutral(String neutral) {
    input.set(neutral.isEmpty() ? "" : writing.show(neutral));
  }

  @Override
  void leave() {
    if (isChanged() && problem().isEmpty()) {
      input.set(written(value()));
    }
    super.leave();
  }

  @Override
  boolean isAsWritten(FieldValue value) {
    return input.get().equals(written(value));
  }

  @Override
  void write(FieldValue value) {
    writingNow = true;
    input.set(written(value));
    writingNow = false;
  }

  @Override
  Content read() {
    if (input.get().isBlank()) {
      return new Content(FieldValue.empty(), Optional.empty());
    }
    return switch (writing.read(input.get())) {
      case FieldWriting.Reading.Understood(String neutral) ->
          new Content(FieldValue.of(neutral), Optional.empty());
      case FieldWriting.Reading.NotUnderstood(FieldProblem.Reason reason) ->
          new Content(
              FieldValue.empty(), Optional.of(new FieldProblem(definition().name(), reason, 0)));
    };
  }

  private String written(FieldValue value) {
    String text = textOf(value);
    return text.isEmpty() ? "" : writing.show(text);
  }

  /** A server may answer a field of one value with a list of one. */
  private static String textOf(FieldValue value) {
    return switch (value) {
      case FieldValue.Single(String text) -> text;
      case FieldValue.Multiple(List<String> values) when !values.isEmpty() -> values.getFirst();
      default -> "";
    };
  }
}
