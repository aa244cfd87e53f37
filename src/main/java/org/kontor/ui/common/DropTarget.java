package org.kontor.ui.common;

import java.io.File;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;

/**
 * The mechanics of dropping onto a list: outlines the row or list, says the verdict in a chip
 * beside the pointer, opens a container that is hovered over, scrolls near the edges, and hands the
 * drop to the {@link DropZone}, which alone decides.
 *
 * <p>Style: the outlined node has the pseudo-class {@code drop-target}, or {@code drop-refused}.
 */
public final class DropTarget {
  static final PseudoClass WELCOME = PseudoClass.getPseudoClass("drop-target");
  static final PseudoClass REFUSED = PseudoClass.getPseudoClass("drop-refused");
  private static final Duration OPEN_AFTER = Duration.millis(700);

  /** Where a drop at some row would go. */
  public interface Rows {
    /** The row's own place; empty when the row is none, then {@link #whole} counts. */
    Optional<Location> at(IndexedCell<?> row);

    /** The document of a row, which files may be dropped onto; empty for all other rows. */
    default Optional<DmsObject.Document> document(IndexedCell<?> row) {
      return Optional.empty();
    }

    /** The place of the list itself; empty when nothing can be dropped beside the rows. */
    Optional<Location> whole();

    /** The pointer has rested on the row; opens it if it can be opened. */
    void open(IndexedCell<?> row);
  }

  /**
   * @param onto the document that the pointer is over, while files are dragged
   */
  private record Spot(Location location, Optional<DmsObject.Document> onto, Node outlined) {}

  private record Question(Location location, Optional<DmsObject.Document> onto, boolean further) {}

  private final RowsView<?> list;
  private final DropZone zone;
  private final Rows rows;
  private final DropChip chip = new DropChip();
  private final EdgeScroll scroll;
  private final PauseTransition openLater = new PauseTransition(OPEN_AFTER);
  private Optional<Dragged> dragged = Optional.empty();
  private @Nullable Question question;
  private DropVerdict verdict = new DropVerdict.Unwelcome("");
  private @Nullable Node outlined;
  private double pointerX;
  private double pointerY;
  private @Nullable IndexedCell<?> hovered;

  private DropTarget(RowsView<?> list, DropZone zone, Rows rows) {
    this.list = list;
    this.zone = zone;
    this.rows = rows;
    scroll = new EdgeScroll(list);
    openLater.setOnFinished(_ -> withHovered(rows::open));
  }

  public static void install(RowsView<?> list, DropZone zone, Rows rows) {
    DropTarget target = new DropTarget(list, zone, rows);
    zone.onNews(target::judgeAnew);
    list.addEventHandler(DragEvent.DRAG_OVER, target::over);
    list.addEventHandler(DragEvent.DRAG_EXITED, _ -> target.leave());
    list.addEventHandler(DragEvent.DRAG_DROPPED, target::drop);
  }

  private void over(DragEvent event) {
    if (dragged.isEmpty()) {
      dragged = read(event);
    }
    dragged.ifPresent(
        value -> {
          boolean further = further(event, value);
          Optional<IndexedCell<?>> row = RowUnder.pointer(event.getPickResult());
          hover(row.orElse(null));
          scroll.pointerAt(event.getY());
          judge(value, spot(row, value), further);
          pointerX = event.getSceneX();
          pointerY = event.getSceneY();
          chip.show(list, verdict, pointerX, pointerY);
          if (verdict instanceof DropVerdict.Welcome) {
            event.acceptTransferModes(modes(value));
          }
          event.consume();
        });
  }

  /** More is known: of the place that the pointer is over now, never of one that it has left. */
  private void judgeAnew() {
    Question asked = question;
    if (asked != null && dragged.isPresent()) {
      verdict = verdict(dragged.get(), asked);
      outline(outlined);
      chip.show(list, verdict, pointerX, pointerY);
    }
  }

  private void drop(DragEvent event) {
    Optional<Dragged> value = dragged.isEmpty() ? read(event) : dragged;
    Optional<Spot> spot =
        value.flatMap(carried -> spot(RowUnder.pointer(event.getPickResult()), carried));
    boolean taken = false;
    if (value.isPresent() && spot.isPresent()) {
      boolean further = further(event, value.get());
      judge(value.get(), spot, further);
      taken = verdict instanceof DropVerdict.Welcome;
      if (taken) {
        drop(value.get(), spot.get(), further);
      }
    }
    leave();
    event.setDropCompleted(taken);
    event.consume();
  }

  private void drop(Dragged value, Spot spot, boolean further) {
    if (spot.onto().isPresent()
        && value instanceof Dragged.Files files
        && spot.location() instanceof Location.Container place) {
      zone.dropOnto(files, spot.onto().get(), place);
    } else {
      zone.drop(value, spot.location(), further);
    }
  }

  private DropVerdict verdict(Dragged value, Question asked) {
    return asked.onto().isPresent()
            && value instanceof Dragged.Files files
            && asked.location() instanceof Location.Container place
        ? zone.judgeOnto(files, asked.onto().get(), place)
        : zone.judge(value, asked.location(), asked.further());
  }

  /** Asks the zone only when the place or the key has changed since the last move. */
  private void judge(Dragged value, Optional<Spot> spot, boolean further) {
    @Nullable Question now =
        spot.map(at -> new Question(at.location(), at.onto(), further)).orElse(null);
    if (now == null) {
      verdict = new DropVerdict.Unwelcome("");
    } else if (!now.equals(question)) {
      verdict = verdict(value, now);
    }
    question = now;
    outline(spot.map(Spot::outlined).orElse(null));
  }

  private Optional<Spot> spot(Optional<IndexedCell<?>> row, Dragged value) {
    Optional<IndexedCell<?>> filled = row.filter(cell -> !cell.isEmpty());
    return filled
        .flatMap(
            cell ->
                rows.at(cell)
                    .map(location -> new Spot(location, Optional.empty(), cell))
                    .or(() -> ontoDocument(cell, value)))
        .or(() -> rows.whole().map(location -> new Spot(location, Optional.empty(), list)));
  }

  private Optional<Spot> ontoDocument(IndexedCell<?> cell, Dragged value) {
    return value instanceof Dragged.Files
        ? rows.whole()
            .filter(_ -> rows.document(cell).isPresent())
            .map(location -> new Spot(location, rows.document(cell), cell))
        : Optional.empty();
  }

  private void outline(@Nullable Node node) {
    if (outlined != null && !outlined.equals(node)) {
      outlined.pseudoClassStateChanged(WELCOME, false);
      outlined.pseudoClassStateChanged(REFUSED, false);
    }
    outlined = node;
    if (node != null) {
      boolean welcome = verdict instanceof DropVerdict.Welcome;
      boolean refused = verdict instanceof DropVerdict.Unwelcome(String why) && !why.isEmpty();
      node.pseudoClassStateChanged(WELCOME, welcome);
      node.pseudoClassStateChanged(REFUSED, refused);
    }
  }

  private void hover(@Nullable IndexedCell<?> row) {
    if (!Objects.equals(row, hovered)) {
      hovered = row;
      openLater.stop();
      if (row != null && !row.isEmpty()) {
        openLater.playFromStart();
      }
    }
  }

  private void withHovered(Consumer<IndexedCell<?>> action) {
    if (hovered != null) {
      action.accept(hovered);
    }
  }

  private void leave() {
    dragged = Optional.empty();
    question = null;
    verdict = new DropVerdict.Unwelcome("");
    outline(null);
    hover(null);
    scroll.stop();
    chip.hide();
  }

  private static Optional<Dragged> read(DragEvent event) {
    Optional<Dragged> own = DragSource.carried(event);
    if (own.isPresent() || event.getDragboard() == null || !event.getDragboard().hasFiles()) {
      return own;
    }
    var files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    return files.isEmpty() ? Optional.empty() : Optional.of(new Dragged.Files(files));
  }

  /** Files are copied, never taken from where they are, whatever their program offers. */
  private static TransferMode[] modes(Dragged value) {
    return value instanceof Dragged.Files
        ? new TransferMode[] {TransferMode.COPY, TransferMode.LINK}
        : TransferMode.ANY;
  }

  /**
   * Whether Ctrl is held. A drag event tells no keys: elsewhere the key makes "copy" the proposed
   * mode, GTK has to be asked.
   */
  private boolean further(DragEvent event, Dragged value) {
    return !(value instanceof Dragged.Files)
        && event.getTransferMode() == TransferMode.COPY
        && GtkKeys.find().map(GtkKeys::isControlHeld).orElse(true);
  }
}
