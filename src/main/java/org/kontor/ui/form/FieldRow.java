package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One field in the form: its label and marks, its control, and what there is to say about it. */
final class FieldRow {
  /** From this part of the allowed length on, what is left is shown. */
  private static final double NEAR_LIMIT = 0.8;

  private static final double GAP = 4;

  private final FieldModel field;
  private final FieldEditor editor;
  private final Messages texts;
  private final ProblemSentences sentences;
  private final Label message = new Label();
  private final Label count = new Label();
  private @Nullable ConflictLine conflict;
  private @Nullable Label origin;
  private boolean open;
  private final VBox root = new VBox(GAP);

  /**
   * @param pin pins the value or takes the pin out; empty where nothing can be pinned
   */
  FieldRow(
      FieldModel field, FieldEditor editor, Messages texts, Optional<Consumer<FieldModel>> pin) {
    this.field = field;
    this.editor = editor;
    this.texts = texts;
    sentences = new ProblemSentences(texts);
    message.getStyleClass().addAll("form-message", Styles.TEXT_SMALL);
    message.setWrapText(true);
    message.setMinHeight(Region.USE_PREF_SIZE);
    count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    root.getStyleClass().add("form-row");
    HBox heading = heading();
    pin.filter(_ -> !field.definition().readOnly())
        .ifPresent(toggle -> heading.getChildren().add(pinButton(toggle)));
    root.getChildren().addAll(heading, editor.node(), message);
    field.shownProblemProperty().addListener(_ -> showMessage());
    field.serverMessageProperty().addListener(_ -> showMessage());
    field.originProperty().addListener(_ -> showOrigin());
    field.theirsProperty().addListener(_ -> showConflict());
    field.mixedProperty().addListener(_ -> showPrompt());
    field.emptiedProperty().addListener(_ -> showPrompt());
    editor.control().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.pinnedProperty().addListener(_ -> describe());
    if (field instanceof SingleField single) {
      single.inputProperty().addListener(_ -> showCount());
    }
    showMessage();
    showCount();
    showPrompt();
    showConflict();
    showOrigin();
    describe();
  }

  private HBox heading() {
    FieldDefinition definition = field.definition();
    Text label = new Text(definition.label().in(texts.locale()));
    label.getStyleClass().add("form-label");
    TextFlow heading = new TextFlow(label);
    if (definition.required()) {
      Text mark = new Text("\u00a0*");
      mark.getStyleClass().add("form-required");
      heading.getChildren().add(mark);
    }
    if (definition.key()) {
      FontIcon key = new FontIcon(Feather.KEY);
      key.getStyleClass().add("form-key");
      Label mark = new Label("\u00a0", key);
      mark.setContentDisplay(ContentDisplay.RIGHT);
      mark.setTooltip(new Tooltip(texts.get("field.key")));
      heading.getChildren().add(mark);
    }
    HBox.setHgrow(heading, Priority.ALWAYS);
    count.setMinWidth(Region.USE_PREF_SIZE);
    definition
        .tooltip()
        .map(tip -> new Tooltip(tip.in(texts.locale())))
        .ifPresent(
            tip -> {
              tip.setWrapText(true);
              tip.setMaxWidth(400);
              Tooltip.install(heading, tip);
              Tooltip.install(editor.control(), tip);
            });
    return new HBox(GAP, heading, count);
  }

  private Region pinButton(Consumer<FieldModel> toggle) {
    PinButton button = new PinButton(texts, () -> toggle.accept(field));
    button.showWithin(root);
    button.pinnedProperty().bind(field.pinnedProperty());
    return button.node();
  }

  private void describe() {
    FieldDefinition definition = field.definition();
    StringBuilder spoken = new StringBuilder(definition.label().in(texts.locale()));
    if (definition.required()) {
      spoken.append(", ").append(texts.get("field.required"));
    }
    if (definition.key()) {
      spoken.append(", ").append(texts.get("field.key"));
    }
    if (definition.readOnly()) {
      spoken.append(", ").append(texts.get("field.read-only"));
    }
    if (field.pinnedProperty().get()) {
      spoken.append(", ").append(texts.get("pin.pinned"));
    }
    field
        .originProperty()
        .get()
        .ifPresent(from -> spoken.append(", ").append(texts.get("origin." + from.name())));
    editor.control().setAccessibleText(spoken.toString());
  }

  private void showMessage() {
    Optional<String> sentence =
        field
            .serverMessageProperty()
            .get()
            .map(said -> texts.get("problem.server", said))
            .or(
                () ->
                    field
                        .shownProblemProperty()
                        .get()
                        .map(problem -> sentences.of(field.definition(), problem)));
    message.setText(sentence.orElse(""));
    message.setVisible(sentence.isPresent());
    message.setManaged(sentence.isPresent());
    editor.control().pseudoClassStateChanged(Styles.STATE_DANGER, sentence.isPresent());
    editor
        .control()
        .setAccessibleHelp(
            sentence
                .or(() -> field.definition().tooltip().map(tip -> tip.in(texts.locale())))
                .orElse(null));
  }

  private void showCount() {
    if (field instanceof SingleField single
        && field.definition().type() instanceof FieldType.Text(int maxLength)
        && maxLength > 0) {
      String typed = single.inputProperty().get();
      int length = typed.codePointCount(0, typed.length());
      count.setText(
          length >= maxLength * NEAR_LIMIT
              ? String.format(Locale.ROOT, "%d / %d", length, maxLength)
              : "");
    }
  }

  private void showPrompt() {
    String prompt =
        field.mixedProperty().get()
            ? texts.get("field.mixed")
            : field.emptiedProperty().get() ? texts.get("field.emptied") : "";
    if (editor.control() instanceof TextInputControl control) {
      control.setPromptText(prompt);
    } else {
      count.setText(prompt);
    }
  }

  /** Where documents hold different values, this empties the field in all of them. */
  private void pressed(KeyEvent key) {
    if (field.mixedProperty().get()
        && open
        && (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE)) {
      field.emptyForAll();
      key.consume();
    }
  }

  /** Why a value stands here that nobody typed. */
  private void showOrigin() {
    Optional<String> reason =
        field.originProperty().get().map(origin -> texts.get("origin." + origin.name()));
    if (reason.isPresent() && origin == null) {
      Label made = new Label();
      made.getStyleClass().addAll("form-origin", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      made.setWrapText(true);
      made.setMinHeight(Region.USE_PREF_SIZE);
      made.managedProperty().bind(made.visibleProperty());
      root.getChildren().add(2, made);
      origin = made;
    }
    if (origin != null) {
      origin.setText(reason.orElse(""));
      origin.setVisible(reason.isPresent());
      describe();
    }
  }

  private void showConflict() {
    Optional<FieldValue> theirs = field.theirsProperty().get();
    if (theirs.isPresent() && conflict == null) {
      conflict = new ConflictLine(field, texts);
      root.getChildren().add(conflict.root());
    }
    if (conflict != null) {
      conflict.show(theirs);
    }
  }

  FieldModel field() {
    return field;
  }

  VBox root() {
    return root;
  }

  void focus() {
    editor.focus();
  }

  void setEditable(boolean editable) {
    open = editable && !field.definition().readOnly();
    editor.setEditable(open);
    root.pseudoClassStateChanged(FieldSheet.READ_ONLY, !open);
  }
}
