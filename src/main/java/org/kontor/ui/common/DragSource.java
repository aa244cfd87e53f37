package org.kontor.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/**
 * Lets rows of a list be dragged. The value stays with the list's node while the drag lasts; other
 * programs get files, where these are there already.
 */
public final class DragSource {
  private static final String KEY = "org.kontor.dragged";
  private static final DataFormat FORMAT = format();

  private final Node list;
  private final Supplier<Optional<Dragged>> selected;
  private final FilesToTake files;
  private boolean early;

  private DragSource(Node list, Supplier<Optional<Dragged>> selected, FilesToTake files) {
    this.list = list;
    this.selected = selected;
    this.files = files;
  }

  /**
   * @param selected what a drag that starts now carries; empty when nothing can be dragged
   */
  public static void install(Node list, Supplier<Optional<Dragged>> selected) {
    install(list, selected, FilesToTake.NONE);
  }

  /**
   * @param selected what a drag that starts now carries; empty when nothing can be dragged
   * @param files what other programs get of it
   */
  public static void install(Node list, Supplier<Optional<Dragged>> selected, FilesToTake files) {
    DragSource source = new DragSource(list, selected, files);
    list.addEventHandler(MouseEvent.MOUSE_PRESSED, source::pressed);
    list.addEventHandler(MouseEvent.DRAG_DETECTED, source::begin);
    list.addEventHandler(DragEvent.DRAG_DONE, source::end);
  }

  /** Takes the clipboard after a cut: what another program had copied there is not meant now. */
  public static void claim(Clipboard clipboard) {
    clipboard.setContent(content(List.of()));
  }

  /**
   * What a drag brings to other programs.
   *
   * @param files those that are there already
   */
  public static ClipboardContent content(List<Path> files) {
    ClipboardContent content = new ClipboardContent();
    content.put(FORMAT, "");
    if (!files.isEmpty()) {
      content.putFiles(files.stream().map(Path::toFile).toList());
    }
    return content;
  }

  /** What a drag that began in this program carries. */
  static Optional<Dragged> carried(DragEvent event) {
    return event.getGestureSource() instanceof Node node
            && node.getProperties().get(KEY) instanceof Dragged dragged
        ? Optional.of(dragged)
        : Optional.empty();
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1) {
      selected.get().ifPresent(files::prepare);
    }
  }

  private void begin(MouseEvent event) {
    boolean onRow =
        RowUnder.pointer(event.getPickResult()).filter(cell -> !cell.isEmpty()).isPresent();
    if (event.getButton() != MouseButton.PRIMARY || !onRow) {
      return;
    }
    selected
        .get()
        .ifPresent(
            dragged -> {
              Optional<List<Path>> taken = files.ready(dragged);
              early = taken.isEmpty();
              list.startDragAndDrop(TransferMode.ANY).setContent(content(taken.orElse(List.of())));
              list.getProperties().put(KEY, dragged);
              event.consume();
            });
  }

  private void end(DragEvent event) {
    list.getProperties().remove(KEY);
    if (early && event.getTransferMode() == null) {
      files.cameTooEarly();
    }
    event.consume();
  }

  private static DataFormat format() {
    String name = "application/x-kontor-objects";
    DataFormat known = DataFormat.lookupMimeType(name);
    return known == null ? new DataFormat(name) : known;
  }
}
