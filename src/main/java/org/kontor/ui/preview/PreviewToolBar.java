package org.kontor.ui.preview;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Pages, zoom, rotation and what is looked for. */
final class PreviewToolBar {
  private static final double GAP = 4;

  /** In less than this the buttons need the room. */
  private static final double ROOMY = 400;

  private final PreviewViewModel model;
  private final Messages messages;
  private final BooleanProperty roomy = new SimpleBooleanProperty();
  private final TwoEnds root;

  /**
   * @param find lets a person look for something in the document
   */
  PreviewToolBar(PreviewViewModel model, Messages messages, Runnable find) {
    this.model = model;
    this.messages = messages;
    BooleanBinding noPicture =
        Bindings.createBooleanBinding(
            () -> !(model.stateProperty().get() instanceof PreviewState.Page),
            model.stateProperty());
    BooleanBinding nothing = model.pageCountProperty().isEqualTo(0);
    HBox pages =
        new HBox(
            GAP,
            Action.of(messages.get("previousPage"), model::previousPage)
                .with(Feather.CHEVRON_UP)
                .on("Page_Up")
                .disabledWhen(model.pageProperty().lessThanOrEqualTo(1))
                .iconButton(),
            pageNumber(),
            Action.of(messages.get("nextPage"), model::nextPage)
                .with(Feather.CHEVRON_DOWN)
                .on("Page_Down")
                .disabledWhen(model.pageProperty().greaterThanOrEqualTo(model.pageCountProperty()))
                .iconButton());
    BreakingLine sight =
        new BreakingLine(
            GAP,
            Action.of(messages.get("zoomOut"), model.magnifier()::zoomOut)
                .with(Feather.ZOOM_OUT)
                .on("Shortcut+Minus")
                .disabledWhen(nothing)
                .iconButton(),
            zoomFactor(),
            Action.of(messages.get("zoomIn"), model.magnifier()::zoomIn)
                .with(Feather.ZOOM_IN)
                .on("Shortcut+Plus")
                .disabledWhen(nothing)
                .iconButton(),
            Action.of(messages.get("fitWidth"), model.magnifier()::fitWidth)
                .with(Feather.MAXIMIZE)
                .on("Shortcut+0")
                .disabledWhen(nothing)
                .iconButton(),
            Action.of(messages.get("rotate"), model::rotate)
                .with(Feather.ROTATE_CW)
                .disabledWhen(noPicture)
                .iconButton(),
            Action.of(messages.get("find"), find)
                .with(Feather.SEARCH)
                .on("Shortcut+F")
                .disabledWhen(nothingToFind())
                .iconButton());
    pages.setAlignment(Pos.CENTER_LEFT);
    sight.setAlignment(Pos.CENTER_LEFT);
    root = new TwoEnds(GAP, pages, sight);
    roomy.bind(root.widthProperty().greaterThan(ROOMY));
    root.getStyleClass().add("preview-bar");
  }

  Region root() {
    return root;
  }

  private BooleanBinding nothingToFind() {
    return Bindings.createBooleanBinding(() -> !model.finder().isOffered(), model.stateProperty());
  }

  private Label pageNumber() {
    Label label = new Label();
    label.setMinWidth(Region.USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.pageCountProperty().get() == 0
                        ? ""
                        : messages.get(
                            "page", model.pageProperty().get(), model.pageCountProperty().get()),
                model.pageProperty(),
                model.pageCountProperty()));
    return label;
  }

  private Label zoomFactor() {
    Label label = new Label();
    label.visibleProperty().bind(roomy);
    label.managedProperty().bind(roomy);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get("zoom", model.magnifier().zoomProperty().get()),
                model.magnifier().zoomProperty()));
    return label;
  }
}
