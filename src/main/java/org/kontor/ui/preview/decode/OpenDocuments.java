package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last files open, so that turning pages does not open them again. A document is lent to
 * one thread at a time and comes back only when nothing went wrong with it.
 */
final class OpenDocuments implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OpenDocuments.class.getName());

  /** The one shown, the same once more while it is searched, and the one read ahead. */
  private static final int KEPT = 3;

  private final Path scratch;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private boolean closed;

  OpenDocuments(Path scratch) {
    this.scratch = scratch;
  }

  private record Kept(Path file, FileTime modified, long length, PagedDocument pages) {}

  /** What is done with a document. */
  @FunctionalInterface
  interface Use<T> {
    T of(PagedDocument pages) throws IOException;
  }

  <T> T with(Path file, FileKind kind, StopSign stop, Use<T> use) throws IOException {
    Kept document = take(file);
    if (document == null) {
      FileTime modified = Files.getLastModifiedTime(file);
      document = new Kept(file, modified, Files.size(file), open(file, kind, stop));
    }
    boolean sound = false;
    try {
      T result = use.of(document.pages);
      sound = true;
      return result;
    } finally {
      giveBack(document, sound);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    kept.forEach(document -> close(document.pages));
    kept.clear();
  }

  private PagedDocument open(Path file, FileKind kind, StopSign stop) throws IOException {
    return kind.isImage() ? ImagePages.open(file, kind, stop) : PdfPages.open(file, scratch, stop);
  }

  private synchronized @Nullable Kept take(Path file) throws IOException {
    for (Iterator<Kept> each = kept.iterator(); each.hasNext(); ) {
      Kept document = each.next();
      if (document.file.equals(file)) {
        each.remove();
        if (document.length == Files.size(file)
            && document.modified.equals(Files.getLastModifiedTime(file))) {
          return document;
        }
        close(document.pages);
      }
    }
    return null;
  }

  private synchronized void giveBack(Kept document, boolean sound) {
    if (!sound || closed) {
      close(document.pages);
      return;
    }
    kept.addFirst(document);
    while (kept.size() > KEPT) {
      close(kept.removeLast().pages);
    }
  }

  private static void close(PagedDocument pages) {
    try {
      pages.close();
    } catch (IOException | RuntimeException broken) {
      // A damaged file may fail to close as it failed to open; its handles are gone with it.
      LOG.log(Level.DEBUG, "closing a previewed file", broken);
    }
  }
}
