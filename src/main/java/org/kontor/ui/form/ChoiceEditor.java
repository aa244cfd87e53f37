package org.kontor.ui.form;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.kontor.model.Catalog;
import org.kontor.ui.common.Messages;

/** One value of a catalog, typed ahead over labels and paths, or picked from the list or tree. */
final class ChoiceEditor implements FieldEditor, SuggestBox.Owner<CatalogIndex.Option> {
  static final int OFFERED = 200;

  private final SingleField field;
  private final CatalogIndex catalog;
  private final SuggestBox<CatalogIndex.Option> box;
  private boolean typing;

  ChoiceEditor(SingleField field, CatalogIndex catalog, Messages texts) {
    this.field = field;
    this.catalog = catalog;
    box = new SuggestBox<>(this, texts);
    box.setKeepsTyped();
    if (catalog.catalog().kind() != Catalog.Shape.LIST) {
      TreePopup tree = new TreePopup(box.field(), catalog, this::take);
      box.setOpenAll(() -> tree.open(field.neutral()));
    }
    field.inputProperty().addListener((_, _, text) -> inputChanged(text));
    box.show(field.inputProperty().get());
    box.field()
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                field.leave();
              }
            });
  }

  static List<SuggestBox.Offer<CatalogIndex.Option>> offers(CatalogIndex catalog, String typed) {
    return catalog.find(typed, OFFERED).stream()
        .map(option -> new SuggestBox.Offer<>(option, option.label(), option.above(), true))
        .toList();
  }

  private void inputChanged(String text) {
    if (!typing) {
      box.show(text);
    }
  }

  @Override
  public void search(String typed) {
    typing = true;
    if (!typed.equals(field.inputProperty().get()) && box.field().getText().equals(typed)) {
      field.inputProperty().set(typed);
    }
    typing = false;
    box.offer(offers(catalog, typed));
  }

  @Override
  public void take(CatalogIndex.Option option) {
    field.inputProperty().set(catalog.show(option));
    box.show(field.inputProperty().get());
  }

  @Override
  public void takeBest() {
    Optional<CatalogIndex.Option> best =
        catalog.find(box.field().getText(), 1).stream().findFirst();
    best.ifPresent(this::take);
  }

  @Override
  public void dismiss() {
    field.revert();
  }

  @Override
  public Node node() {
    return box.field();
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
