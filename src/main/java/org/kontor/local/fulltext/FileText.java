package org.kontor.local.fulltext;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kontor.local.rendition.Rendering;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.StoredContent;

/** The text of files, in bounded time. A file that cannot be read, or not soon enough, has none. */
final class FileText implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(FileText.class.getName());
  private static final long LARGEST = 32L * 1024 * 1024;
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int HEADER = 1024;
  private static final int LONGEST_SECONDS = 60;

  private final ContentStore contents;
  private ExecutorService thread = thread();

  FileText(ContentStore contents) {
    this.contents = contents;
  }

  private static ExecutorService thread() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().name("kontor-local-file-text-", 1).daemon().factory());
  }

  /** The texts of all files of an object, one after the other. */
  String of(List<StoredContent> files) throws InterruptedException {
    StringBuilder texts = new StringBuilder();
    for (StoredContent file : files) {
      if (file.length() <= LARGEST && texts.length() < LONGEST_TEXT) {
        String text = of(file);
        texts.append(text, 0, Math.min(text.length(), LONGEST_TEXT)).append('\n');
      }
    }
    return texts.toString();
  }

  private String of(StoredContent file) throws InterruptedException {
    Future<String> text = thread.submit(() -> extracted(file));
    try {
      return text.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException damaged) {
      LOG.log(System.Logger.Level.DEBUG, "A file without text for the index", damaged);
    } catch (TimeoutException endless) {
      LOG.log(System.Logger.Level.WARNING, "The text of a file took too long for the index");
      thread.shutdownNow();
      thread = thread();
    }
    return "";
  }

  private String extracted(StoredContent file) throws IOException {
    Optional<InputStream> in = contents.open(file);
    if (in.isEmpty()) {
      return "";
    }
    try (InputStream open = new BufferedInputStream(in.get())) {
      if (file.mimeType().equals("application/pdf") && !beginsAsPdf(open)) {
        return "";
      }
      return Rendering.text(open, file.mimeType()).orElse("");
    }
  }

  /** Spares the log a warning for each file that only claims to be a PDF. */
  private static boolean beginsAsPdf(InputStream in) throws IOException {
    in.mark(HEADER);
    byte[] header = in.readNBytes(HEADER);
    in.reset();
    return new String(header, StandardCharsets.ISO_8859_1).contains("%PDF-");
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
