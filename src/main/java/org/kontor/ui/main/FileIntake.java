package org.kontor.ui.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.SourceFile;
import org.kontor.model.MimeTypes;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;

/** Takes up what was dropped or chosen: every file below it, with its facts. */
final class FileIntake {

  private FileIntake() {}

  /**
   * What was taken up.
   *
   * @param skipped folders that could not be opened
   */
  record Taken(List<SourceFile> files, List<Path> skipped) {
    Taken {
      files = List.copyOf(files);
      skipped = List.copyOf(skipped);
    }
  }

  /** Blocks for the disk. */
  static Taken of(List<Path> dropped, CancelToken cancel, Consumer<Progress> progress)
      throws IOException {
    FileWalk.Found found = FileWalk.below(dropped, cancel);
    List<SourceFile> files = new ArrayList<>(found.files().size());
    for (Path path : found.files()) {
      cancel.check();
      files.add(fileAt(path));
      progress.accept(new Progress(files.size(), found.files().size()));
    }
    return new Taken(files, found.skipped());
  }

  /** Also when it cannot be read: the outbox then refuses it by name, and the others go on. */
  private static SourceFile fileAt(Path path) {
    try {
      return SourceFile.of(path);
    } catch (IOException _) {
      String name = String.valueOf(path.getFileName());
      return new SourceFile(path, name, MimeTypes.ofName(name), 0, Optional.empty(), 0);
    }
  }
}
