package org.kontor.ui.main;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.FileDialogs;

/** The system's own dialogs, over the window that has the keys. */
public final class SystemDialogs implements FileDialogs {
  @Override
  public Optional<Path> newFile(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    return path(chooser.showSaveDialog(owner()));
  }

  @Override
  public Optional<Path> folder() {
    return path(new DirectoryChooser().showDialog(owner()));
  }

  @Override
  public Optional<Path> file() {
    return path(new FileChooser().showOpenDialog(owner()));
  }

  private static @Nullable Window owner() {
    return Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }

  private static Optional<Path> path(@Nullable File chosen) {
    return Optional.ofNullable(chosen).map(File::toPath);
  }
}
