package org.kontor.ui.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.model.DmsObject;
import org.kontor.model.FileNames;
import org.kontor.model.ObjectId;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;

/**
 * Downloads files of documents. What is there already is never written over, and what is stopped
 * half-way leaves nothing behind. Blocks.
 */
final class FileSaver {
  private static final int CHUNK = 1 << 16;

  private final OpenArchive archive;
  private final ObjectNames names;

  /**
   * What was saved.
   *
   * @param without how many documents have no file
   */
  record Saved(List<Path> files, int without) {
    Saved {
      files = List.copyOf(files);
    }
  }

  FileSaver(OpenArchive archive) {
    this.archive = archive;
    names = new ObjectNames(archive);
  }

  /** What the file of a document would be called. */
  String nameOf(ObjectId id) throws DmsException, InterruptedException {
    DmsObject object = archive.server().object(id);
    return object instanceof DmsObject.Document document && !document.contents().isEmpty()
        ? FileNames.of(names.of(document), document.contents().getFirst().fileName())
        : names.of(object);
  }

  /** All files of some documents, under names that are free. */
  Saved into(List<ObjectId> documents, Path folder, CancelToken cancel, Consumer<Progress> progress)
      throws DmsException, IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    int without = 0;
    int done = 0;
    progress.accept(new Progress(0, documents.size()));
    for (ObjectId id : documents) {
      cancel.check();
      List<Path> saved = into(id, folder, cancel);
      files.addAll(saved);
      without += saved.isEmpty() ? 1 : 0;
      done++;
      progress.accept(new Progress(done, documents.size()));
    }
    return new Saved(files, without);
  }

  /** The whole content of one document, in the place of whatever is there. */
  Path as(ObjectId id, Path file, CancelToken cancel)
      throws DmsException, IOException, InterruptedException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = download(id, 0, folder == null ? file.toAbsolutePath() : folder, cancel);
    try {
      return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private List<Path> into(ObjectId id, Path folder, CancelToken cancel)
      throws DmsException, IOException, InterruptedException {
    if (!(archive.server().object(id) instanceof DmsObject.Document document)) {
      return List.of();
    }
    List<Path> saved = new ArrayList<>();
    int count = document.contents().size();
    for (int index = 1; index <= count; index++) {
      String name = FileNames.of(names.of(document), document.contents().get(index - 1).fileName());
      Path part = download(id, count == 1 ? 0 : index, folder, cancel);
      try {
        saved.add(moveToFree(part, folder, name));
      } finally {
        Files.deleteIfExists(part);
      }
    }
    return saved;
  }

  private Path download(ObjectId id, int index, Path folder, CancelToken cancel)
      throws DmsException, IOException, InterruptedException {
    Path part = folder.resolve(".kontor-" + UUID.randomUUID() + ".part");
    boolean whole = false;
    try (Content content = archive.server().content(id, index);
        OutputStream target = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
      long done = 0;
      byte[] chunk = new byte[CHUNK];
      InputStream source = content.stream();
      for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
        cancel.check();
        target.write(chunk, 0, read);
        done += read;
      }
      if (content.length().isPresent() && content.length().getAsLong() != done) {
        throw new IOException("%d of %s bytes came".formatted(done, content.length()));
      }
      whole = true;
      return part;
    } finally {
      if (!whole) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** "name.pdf", or "name (2).pdf" where that is taken. */
  private static Path moveToFree(Path part, Path folder, String name) throws IOException {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : "";
    for (int number = 1; ; number++) {
      Path free = folder.resolve(number == 1 ? name : stem + " (" + number + ")" + ending);
      try {
        return Files.move(part, free);
      } catch (FileAlreadyExistsException _) {
        // The next number.
      }
    }
  }
}
