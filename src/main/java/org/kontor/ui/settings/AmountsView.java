package org.kontor.ui.settings;

import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.settings.Amounts;
import org.kontor.ui.common.Messages;

/** How much Kontor takes of servers and of this computer. */
final class AmountsView {
  private final ObservableValue<Set<Page.Line>> hits;
  private final Messages messages;
  private final VBox root = new VBox(16);

  AmountsView(AmountsViewModel model, ObservableValue<Set<Page.Line>> hits, Messages messages) {
    this.hits = hits;
    this.messages = messages;
    Amounts now = model.amounts();
    root.getChildren()
        .addAll(
            line(
                Page.Line.PARALLEL,
                "requests",
                model.parallel(),
                model.parallelNow(),
                model::useParallel),
            line(
                Page.Line.PREVIEW,
                "megabytes",
                model.preview(),
                now.previewMegabytes(),
                model::usePreview),
            line(
                Page.Line.COPIES,
                "megabytes",
                model.copies(),
                now.copyMegabytes(),
                model::useCopies));
  }

  Region root() {
    return root;
  }

  /** A value that is not among those offered, as from the file, is shown all the same. */
  private LinePane line(
      Page.Line line, String unit, List<Integer> offered, int now, IntConsumer use) {
    ComboBox<Integer> choice = new ComboBox<>();
    choice.setId(line.name());
    choice.setAccessibleText(messages.get("line." + line.name()));
    choice.getItems().setAll(offered);
    choice.setConverter(new Named<>(value -> messages.get(unit, value)));
    choice.setValue(now);
    choice.valueProperty().addListener((_, _, value) -> use.accept(value));
    return new LinePane(line, hits, messages, choice);
  }
}
