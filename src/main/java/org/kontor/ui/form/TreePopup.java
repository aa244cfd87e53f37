package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Popup;
import org.kontor.model.Catalog;
import org.kontor.ui.common.Ems;

/** A tree or hierarchy catalog to pick from; branches are filled when they are opened. */
final class TreePopup {
  private static final double WIDTH = 300;
  private static final double HEIGHT = 280;

  private final TextField field;
  private final CatalogIndex catalog;
  private final Consumer<CatalogIndex.Option> take;
  private final Popup popup = new Popup();

  TreePopup(TextField field, CatalogIndex catalog, Consumer<CatalogIndex.Option> take) {
    this.field = field;
    this.catalog = catalog;
    this.take = take;
    popup.setAutoHide(true);
  }

  /**
   * @param value what is chosen now: the tree opens there
   */
  void open(String value) {
    Bounds at = field.localToScreen(field.getBoundsInLocal());
    if (at == null || !field.isEditable()) {
      return;
    }
    TreeView<Catalog.Entry> tree = new TreeView<>(root());
    tree.setShowRoot(false);
    tree.setAccessibleText(field.getAccessibleText());
    tree.setPrefSize(
        Math.max(Ems.pixels(field.getFont(), WIDTH), field.getWidth()),
        Ems.pixels(field.getFont(), HEIGHT));
    tree.getStyleClass().addAll("form-offers", Styles.ELEVATED_2, Styles.DENSE);
    tree.setCellFactory(_ -> new Cell());
    tree.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            takeOrOpen(tree.getSelectionModel().getSelectedItem());
            key.consume();
          }
        });
    tree.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        click -> {
          if (click.getTarget() instanceof Node node && isOnText(node)) {
            takeOrOpen(tree.getSelectionModel().getSelectedItem());
          }
        });
    popup.getContent().setAll(tree);
    popup.show(field, at.getMinX(), at.getMaxY() + 2);
    select(tree, tree.getRoot(), value);
    if (tree.getSelectionModel().isEmpty()) {
      tree.getSelectionModel().selectFirst();
    }
    tree.requestFocus();
  }

  /** A click on the arrow only opens the branch. */
  private static boolean isOnText(Node clicked) {
    Node node = clicked;
    while (node != null && !(node instanceof TreeCell)) {
      if (node.getStyleClass().contains("tree-disclosure-node")) {
        return false;
      }
      node = node.getParent();
    }
    return node != null;
  }

  private boolean select(TreeView<Catalog.Entry> tree, TreeItem<Catalog.Entry> item, String value) {
    if (item.getValue() != null && item.getValue().value().equals(value)) {
      tree.getSelectionModel().select(item);
      tree.scrollTo(tree.getRow(item));
      return true;
    }
    for (TreeItem<Catalog.Entry> child : item.getChildren()) {
      if (contains(child.getValue(), value)) {
        item.setExpanded(true);
        return select(tree, child, value);
      }
    }
    return false;
  }

  private static boolean contains(Catalog.Entry entry, String value) {
    return entry.value().equals(value)
        || entry.children().stream().anyMatch(child -> contains(child, value));
  }

  private void takeOrOpen(TreeItem<Catalog.Entry> item) {
    if (item == null) {
      return;
    }
    catalog
        .option(item.getValue().value())
        .ifPresentOrElse(
            option -> {
              popup.hide();
              take.accept(option);
            },
            () -> item.setExpanded(!item.isExpanded()));
  }

  private TreeItem<Catalog.Entry> root() {
    TreeItem<Catalog.Entry> root = new TreeItem<>();
    catalog.catalog().entries().forEach(entry -> root.getChildren().add(new Branch(entry)));
    root.setExpanded(true);
    return root;
  }

  private static final class Branch extends TreeItem<Catalog.Entry> {
    private boolean filled;

    Branch(Catalog.Entry entry) {
      super(entry);
    }

    @Override
    public boolean isLeaf() {
      return getValue().children().isEmpty();
    }

    @Override
    public ObservableList<TreeItem<Catalog.Entry>> getChildren() {
      if (!filled) {
        filled = true;
        super.getChildren().setAll(getValue().children().stream().map(Branch::new).toList());
      }
      return super.getChildren();
    }
  }

  private final class Cell extends TreeCell<Catalog.Entry> {
    @Override
    protected void updateItem(Catalog.Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      setText(empty || entry == null ? null : entry.label().in(catalog.locale()));
    }
  }
}
