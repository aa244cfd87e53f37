package org.kontor.ui.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.model.ContentInfo;
import org.kontor.model.ObjectId;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;
import org.kontor.ui.preview.decode.FileKind;
import org.kontor.ui.preview.decode.PreviewException;

/**
 * Gets documents into the cache folder, from the server or out of a larger file: no more of each
 * than its kind needs, and only the last ones are kept.
 */
final class FetchedFiles {
  private static final System.Logger LOG = System.getLogger(FetchedFiles.class.getName());

  /** What is fetched without being asked: 100 MB. */
  static final long UNASKED = 100_000_000;

  private static final int CHUNK = 1 << 16;

  private final DmsServer server;
  private final Path folder;
  private final LongSupplier mostKept;
  private final Map<Key, Fetched> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int count;

  /**
   * @param mostKept bytes; asked on background threads
   */
  FetchedFiles(DmsServer server, Path folder, LongSupplier mostKept) {
    this.server = server;
    this.mostKept = mostKept;
    this.folder = folder;
  }

  private sealed interface Key {
    record OfDownload(ObjectId id, int index, ContentInfo info) implements Key {}

    record OfPart(Path file, PreviewSource.OnDisk.Part part) implements Key {}
  }

  /**
   * A downloaded file.
   *
   * @param file empty where its kind cannot be shown, so that it was not fetched
   */
  record Fetched(Optional<Path> file, FileKind kind, long bytes) {}

  /**
   * @param anyway fetch it also when it is large
   */
  Fetched fetch(
      PreviewSource.OnServer source,
      boolean anyway,
      CancelToken cancel,
      Consumer<Progress> progress)
      throws DmsException, IOException, InterruptedException {
    Key key = new Key.OfDownload(source.id(), source.index(), source.info());
    Fetched known = known(key);
    if (known != null) {
      return known;
    }
    if (!anyway && source.info().length() > UNASKED) {
      throw new PreviewException(PreviewException.Reason.TOO_LONG);
    }
    try (Content content = server.content(source.id(), source.index())) {
      Fetched fetched = download(content, source, anyway, cancel, progress);
      keep(key, fetched);
      return fetched;
    }
  }

  /** Copies a part of a file on this computer: what reads it reads whole files. */
  Fetched extract(PreviewSource.OnDisk source, PreviewSource.OnDisk.Part part) throws IOException {
    Key key = new Key.OfPart(source.file(), part);
    Fetched known = known(key);
    if (known != null) {
      return known;
    }
    byte[] bytes = read(source.file(), part);
    if (bytes.length == 0) {
      throw new PreviewException(PreviewException.Reason.EMPTY);
    }
    FileKind kind =
        FileKind.of(
            Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD)),
            source.mimeType(),
            source.name());
    Path file = nextFile();
    try {
      Files.write(file, bytes);
    } catch (IOException broken) {
      delete(file);
      throw broken;
    }
    Fetched extracted = new Fetched(Optional.of(file), kind, bytes.length);
    keep(key, extracted);
    return extracted;
  }

  private static byte[] read(Path file, PreviewSource.OnDisk.Part part) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(part.length()));
    try (FileChannel channel = FileChannel.open(file)) {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, part.offset() + bytes.position()) < 0) {
          throw new PreviewException(PreviewException.Reason.CUT_OFF);
        }
      }
    }
    return bytes.array();
  }

  synchronized void forget(PreviewSource.OnServer source) {
    kept.remove(new Key.OfDownload(source.id(), source.index(), source.info()));
  }

  private Fetched download(
      Content content,
      PreviewSource.OnServer source,
      boolean anyway,
      CancelToken cancel,
      Consumer<Progress> progress)
      throws IOException {
    InputStream stream = content.stream();
    byte[] head = stream.readNBytes(FileKind.HEAD);
    FileKind kind = FileKind.of(head, source.mimeType(), source.name());
    if (head.length == 0) {
      throw new PreviewException(PreviewException.Reason.EMPTY);
    }
    if (kind == FileKind.OTHER) {
      return new Fetched(Optional.empty(), kind, 0);
    }
    long announced = content.length().orElse(source.info().length());
    long wanted = kind.bytesNeeded();
    Path file = nextFile();
    long done = head.length;
    try (OutputStream target = Files.newOutputStream(file)) {
      target.write(head);
      byte[] chunk = new byte[CHUNK];
      while (done < wanted) {
        cancel.check();
        int read = stream.read(chunk);
        if (read < 0) {
          break;
        }
        target.write(chunk, 0, read);
        done += read;
        if (!anyway && done > UNASKED) {
          throw new PreviewException(PreviewException.Reason.TOO_LONG);
        }
        progress.accept(new Progress(done, announced));
      }
    } catch (IOException | RuntimeException broken) {
      delete(file);
      throw broken;
    }
    if (done < wanted && content.length().isPresent() && done < announced) {
      delete(file);
      throw new PreviewException(PreviewException.Reason.CUT_OFF);
    }
    return new Fetched(Optional.of(file), kind, done);
  }

  private synchronized Path nextFile() {
    count++;
    return folder.resolve("file-" + count);
  }

  private synchronized @Nullable Fetched known(Key key) {
    return kept.get(key);
  }

  private synchronized void keep(Key key, Fetched fetched) {
    kept.put(key, fetched);
    long bytes = kept.values().stream().mapToLong(Fetched::bytes).sum();
    Iterator<Fetched> oldest = kept.values().iterator();
    while (bytes > mostKept.getAsLong() && kept.size() > 1) {
      Fetched gone = oldest.next();
      oldest.remove();
      bytes -= gone.bytes();
      gone.file().ifPresent(FetchedFiles::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException inUse) {
      // It goes with the folder.
      LOG.log(Level.DEBUG, "a temporary file stays", inUse);
    }
  }
}
