package org.kontor.ui.main;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;

/** Files that are chosen or pasted, for the place that is shown. */
final class FileEntrance {
  private final Region root;
  private final MainViewModel model;
  private final Messages messages;
  private final Overlay overlay;

  /**
   * @param overlay nothing is pasted behind a sheet
   */
  FileEntrance(Region root, MainViewModel model, Messages messages, Overlay overlay) {
    this.root = root;
    this.model = model;
    this.messages = messages;
    this.overlay = overlay;
  }

  void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get("upload"));
    List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
    if (chosen != null) {
      model.reception().upload(paths(chosen));
    }
  }

  /** Unless a list or field uses the key itself. */
  void listenForPaste() {
    Action paste = Action.of(messages.get("key.paste"), this::paste).on("Shortcut+V");
    root.sceneProperty().subscribe(scene -> Optional.ofNullable(scene).ifPresent(paste::listenIn));
  }

  private void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (!overlay.isShown() && clipboard.hasFiles()) {
      model.reception().upload(paths(clipboard.getFiles()));
    }
  }

  private static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }
}
