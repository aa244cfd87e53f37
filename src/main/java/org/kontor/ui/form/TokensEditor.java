package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Several values of a catalog: each a token that can be taken away, and a box to add more. */
final class TokensEditor implements FieldEditor, SuggestBox.Owner<CatalogIndex.Option> {
  private static final double GAP = 4;

  private final MultipleField field;
  private final Messages texts;
  private final SuggestBox<CatalogIndex.Option> box;
  private final FlowPane tokens = new FlowPane(GAP, GAP);
  private final VBox node;

  TokensEditor(MultipleField field, Messages texts) {
    this.field = field;
    this.texts = texts;
    box = new SuggestBox<>(this, texts);
    node = new VBox(GAP, box.field(), tokens);
    field.chosen().addListener((Observable _) -> show());
    box.field().editableProperty().addListener(_ -> show());
    box.field()
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                field.leave();
              }
            });
    box.field()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            key -> {
              if (key.getCode() == KeyCode.BACK_SPACE
                  && box.field().isEditable()
                  && box.field().getText().isEmpty()
                  && !field.chosen().isEmpty()) {
                field.remove(field.chosen().getLast());
                key.consume();
              }
            });
    show();
  }

  private void show() {
    tokens.getChildren().setAll(field.chosen().stream().map(this::token).toList());
    tokens.setManaged(!field.chosen().isEmpty());
  }

  private Button token(String value) {
    String label = field.catalog().show(value);
    Button token = new Button(label, new FontIcon(Feather.X));
    token.setContentDisplay(ContentDisplay.RIGHT);
    token.getStyleClass().addAll("form-token", Styles.SMALL);
    token.setAccessibleText(texts.get("token.remove", label));
    token.setOnAction(
        _ -> {
          field.remove(value);
          box.field().requestFocus();
        });
    if (!box.field().isEditable()) {
      token.setGraphic(null);
      token.setMouseTransparent(true);
      token.setFocusTraversable(false);
      token.setAccessibleText(label);
    }
    return token;
  }

  @Override
  public void search(String typed) {
    box.offer(
        ChoiceEditor.offers(field.catalog(), typed).stream()
            .filter(offer -> !field.chosen().contains(offer.value().value()))
            .toList());
  }

  @Override
  public void take(CatalogIndex.Option option) {
    field.add(option.value());
    box.show("");
  }

  @Override
  public void takeBest() {
    field.catalog().find(box.field().getText(), 1).stream().findFirst().ifPresent(this::take);
  }

  @Override
  public void dismiss() {}

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node control() {
    return box.field();
  }

  @Override
  public void setEditable(boolean editable) {
    box.field().setEditable(editable);
  }
}
