package org.kontor.ui.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.model.LocalizedText;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;
import org.kontor.ui.common.WholeTabs;

/**
 * All fields of one type. The first rows stand there at once, the others follow between pulses, so
 * that even a long form opens without a stall.
 */
final class FieldSheet {
  static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("read-only");

  private static final int FIRST_ROWS = 8;
  private static final int ROWS_PER_PULSE = 4;

  private record Waiting(Page page, FieldModel field) {}

  /** The fields below one tab, or all of them. */
  private record Page(Optional<LocalizedText> name, List<FieldModel> fields, VBox rows) {}

  private final FieldEditors editors;
  private final Messages texts;
  private final Map<FieldModel, FieldRow> rows = new LinkedHashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final List<Page> pages = new ArrayList<>();
  private final TabPane tabs = new TabPane();
  private final Region root;
  private final AnimationTimer filler =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          build(ROWS_PER_PULSE);
        }
      };
  private final Optional<Consumer<FieldModel>> pin;
  private boolean editable;

  /**
   * @param pin pins a field's value or takes the pin out; empty where nothing can be pinned
   */
  FieldSheet(
      IndexData data,
      FieldEditors editors,
      Messages texts,
      boolean editable,
      Optional<Consumer<FieldModel>> pin) {
    this.pin = pin;
    this.editors = editors;
    this.texts = texts;
    this.editable = editable;
    Map<Optional<LocalizedText>, List<FieldModel>> byPage = new LinkedHashMap<>();
    data.fields()
        .forEach(
            field ->
                byPage
                    .computeIfAbsent(field.definition().page(), _ -> new ArrayList<>())
                    .add(field));
    byPage.forEach((name, fields) -> pages.add(new Page(name, fields, new VBox())));
    for (Page page : pages) {
      page.rows().getStyleClass().add("form-rows");
      page.fields().forEach(field -> waiting.add(new Waiting(page, field)));
    }
    root = byPage.keySet().stream().anyMatch(Optional::isPresent) ? tabbed() : plain();
    build(FIRST_ROWS);
    if (!waiting.isEmpty()) {
      filler.start();
    }
  }

  private Region plain() {
    return pages.isEmpty() ? new VBox() : scrolling(pages.getFirst().rows());
  }

  private Region tabbed() {
    tabs.getStyleClass().add("form-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    WholeTabs.in(tabs);
    for (Page page : pages) {
      Tab tab = new Tab(nameOf(page), scrolling(page.rows()));
      tabs.getTabs().add(tab);
      for (FieldModel field : page.fields()) {
        field.shownProblemProperty().addListener(_ -> countErrors(tab, page));
        field.serverMessageProperty().addListener(_ -> countErrors(tab, page));
      }
      countErrors(tab, page);
    }
    return tabs;
  }

  private String nameOf(Page page) {
    return page.name().map(name -> name.in(texts.locale())).orElseGet(() -> texts.get("page.main"));
  }

  private void countErrors(Tab tab, Page page) {
    long errors =
        page.fields().stream()
            .filter(
                field ->
                    field.shownProblemProperty().get().isPresent()
                        || field.serverMessageProperty().get().isPresent())
            .count();
    tab.setText(errors == 0 ? nameOf(page) : texts.get("page.with-errors", nameOf(page), errors));
    tab.getStyleClass().removeAll("form-tab-with-errors");
    if (errors > 0) {
      tab.getStyleClass().add("form-tab-with-errors");
    }
  }

  private static ScrollPane scrolling(VBox rows) {
    ScrollPane pane = new PlainScrollPane(rows);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("form-scroll");
    return pane;
  }

  private void build(int atMost) {
    for (int i = 0; i < atMost && !waiting.isEmpty(); i++) {
      Waiting next = waiting.remove();
      FieldRow row = new FieldRow(next.field(), editors.of(next.field()), texts, pin);
      row.setEditable(editable);
      rows.put(next.field(), row);
      next.page().rows().getChildren().add(row.root());
    }
    if (waiting.isEmpty()) {
      filler.stop();
    }
  }

  Region root() {
    return root;
  }

  /** No more rows are wanted. */
  void close() {
    waiting.clear();
    filler.stop();
  }

  void setEditable(boolean now) {
    editable = now;
    rows.values().forEach(row -> row.setEditable(now));
  }

  /** The field that the keys are in. */
  Optional<FieldModel> focused() {
    return rows.values().stream()
        .filter(row -> FocusWithin.isIn(row.root()))
        .map(FieldRow::field)
        .findFirst();
  }

  /** Gives the focus to the first field that may be typed in. */
  void focusFirst() {
    pages.stream()
        .flatMap(page -> page.fields().stream())
        .filter(field -> !field.definition().readOnly())
        .findFirst()
        .ifPresent(this::focus);
  }

  /** Shows a field, on whichever page it is, and gives it the focus. */
  void focus(FieldModel field) {
    while (!rows.containsKey(field) && !waiting.isEmpty()) {
      build(1);
    }
    FieldRow row = rows.get(field);
    if (row == null) {
      return;
    }
    for (int i = 0; i < tabs.getTabs().size(); i++) {
      if (pages.get(i).fields().contains(field)) {
        tabs.getSelectionModel().select(i);
      }
    }
    // A row that was added in this pulse is not part of the scene before the skins around it are.
    root.applyCss();
    root.layout();
    row.focus();
    reveal(row.root());
  }

  private static void reveal(Region row) {
    if (row.getParent() instanceof VBox all && scrollPaneOf(all) instanceof ScrollPane pane) {
      all.applyCss();
      all.layout();
      double room = all.getHeight() - pane.getViewportBounds().getHeight();
      double top = row.getBoundsInParent().getMinY();
      double bottom = row.getBoundsInParent().getMaxY();
      double shownFrom = pane.getVvalue() * room;
      double shownTo = shownFrom + pane.getViewportBounds().getHeight();
      if (room > 0 && (top < shownFrom || bottom > shownTo)) {
        pane.setVvalue(Math.clamp(top / room, 0, 1));
      }
    }
  }

  private static Node scrollPaneOf(Node node) {
    Node up = node.getParent();
    while (up != null && !(up instanceof ScrollPane)) {
      up = up.getParent();
    }
    return up == null ? node : up;
  }
}
