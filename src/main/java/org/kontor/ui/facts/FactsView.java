package org.kontor.ui.facts;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.WholeTabs;

/** The properties of the selected object, in the place of the form. */
public final class FactsView {
  private final TabPane tabs = new TabPane();
  private final VBox root = new VBox(8);

  /**
   * @param adding asks for the sheet for a further location
   * @param referring asks for the sheet for a reference document
   */
  public FactsView(FactsViewModel model, Messages texts, Runnable adding, Runnable referring) {
    Label title = new Label();
    title.getStyleClass().add(Styles.TITLE_4);
    title.textProperty().bind(model.titleProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(model.titleProperty());
    title.setTooltip(whole);
    add(
        model,
        FactsViewModel.Part.PLACES,
        new PlacesView(model.places(), texts, adding, referring).root(),
        texts);
    add(
        model,
        FactsViewModel.Part.VERSIONS,
        new VersionsView(model.versions(), texts).root(),
        texts);
    add(model, FactsViewModel.Part.HISTORY, new HistoryView(model.history(), texts).root(), texts);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    WholeTabs.in(tabs);
    tabs.setAccessibleText(texts.get("facts"));
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, tab) -> {
              if (tab != null && tab.getUserData() instanceof FactsViewModel.Part part) {
                model.partProperty().set(part);
              }
            });
    VBox.setVgrow(tabs, Priority.ALWAYS);
    root.getChildren().addAll(title, tabs);
    root.setPadding(new Insets(8, 12, 8, 12));
    root.visibleProperty().bind(model.shownProperty());
    root.getStyleClass().add("facts");
  }

  public Region root() {
    return root;
  }

  /** To the tabs. */
  public void focus() {
    tabs.requestFocus();
  }

  private void add(FactsViewModel model, FactsViewModel.Part part, Node content, Messages texts) {
    Tab tab = new Tab(texts.get("part." + part.name()), content);
    tab.setUserData(part);
    tabs.getTabs().add(tab);
    if (part == model.partProperty().get()) {
      tabs.getSelectionModel().select(tab);
    }
  }
}
