package org.kontor.ui.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kontor.dms.SourceFile;
import org.kontor.model.MimeTypes;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Duplicates;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;

/**
 * Writes files into the outbox part by part: the first are on their way while the last are still
 * being copied, and stopping spares the rest. Blocks for the disk.
 */
final class FileIntake {
  private static final int FILES_AT_ONCE = 200;
  private static final long BYTES_AT_ONCE = 64L << 20;

  /** More files than this at once stand back behind what a person waits for. */
  private static final int INTERACTIVE_AT_MOST = 5;

  private final Outbox outbox;
  private final String server;
  private final DuplicateQuestions duplicates;

  FileIntake(Outbox outbox, String server, DuplicateQuestions duplicates) {
    this.outbox = outbox;
    this.server = server;
    this.duplicates = duplicates;
  }

  /** The file with its facts, also when it cannot be read: the outbox then refuses it by name. */
  static SourceFile fileAt(Path path) {
    try {
      return SourceFile.of(path);
    } catch (IOException _) {
      String name = String.valueOf(path.getFileName());
      return new SourceFile(path, name, MimeTypes.ofName(name), 0, Optional.empty(), 0);
    }
  }

  /**
   * Accepts all files, and holds them back until it is looked whether they are somewhere already.
   *
   * @param total how many there are
   * @param written what is to be done with a part of them
   * @param progress told the files accepted, after each part
   * @throws IOException when the outbox cannot be written; the parts before stay accepted
   */
  void accept(
      Iterator<SourceFile> files,
      int total,
      Function<List<SourceFile>, List<Draft>> written,
      CancelToken cancel,
      Consumer<Progress> progress)
      throws IOException {
    Lane lane = total > INTERACTIVE_AT_MOST ? Lane.BULK : Lane.INTERACTIVE;
    Duplicates known = duplicates.ofOneDrop();
    int done = 0;
    progress.accept(new Progress(done, total));
    while (files.hasNext()) {
      List<SourceFile> part = part(files, cancel);
      cancel.check();
      duplicates.look(known, outbox.acceptHeld(server, lane, written.apply(part)));
      done += part.size();
      progress.accept(new Progress(done, total));
    }
  }

  private static List<SourceFile> part(Iterator<SourceFile> files, CancelToken cancel) {
    List<SourceFile> part = new ArrayList<>();
    long bytes = 0;
    while (files.hasNext() && part.size() < FILES_AT_ONCE && bytes < BYTES_AT_ONCE) {
      cancel.check();
      SourceFile file = files.next();
      part.add(file);
      bytes += file.length();
    }
    return part;
  }
}
