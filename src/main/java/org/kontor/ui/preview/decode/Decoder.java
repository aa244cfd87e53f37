package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Decodes files, each for a limited time and within limited memory. Calls block, may be
 * interrupted, and are safe from several threads. What the file does wrong ends in a {@link
 * PreviewException}.
 */
public final class Decoder implements AutoCloseable {
  /** As long as anybody waits for a page. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final DecodeThreads threads;
  private final OpenDocuments documents;

  /**
   * @param scratch folder for temporary parts; it exists
   */
  public Decoder(Path scratch) {
    this(scratch, LIMIT);
  }

  Decoder(Path scratch, Duration limit) {
    this.threads = new DecodeThreads(limit);
    this.documents = new OpenDocuments(scratch);
  }

  /** Reads a file of the given kind, with its first page where it has pages. */
  public Decoded open(Path file, FileKind kind, PageFit fit) throws InterruptedException {
    return switch (kind) {
      case OTHER -> new Decoded.Other();
      case TEXT, HTML, MAIL -> threads.call(stop -> read(file, kind, stop));
      case PDF, JPEG, PNG, GIF, BMP, TIFF ->
          threads.call(
              stop ->
                  documents.with(
                      file,
                      kind,
                      stop,
                      pages -> new Decoded.Paged(pages.pageCount(), pages.page(0, fit, stop))));
    };
  }

  /**
   * Draws one page of a file that has pages.
   *
   * @param index from 0
   */
  public RenderedPage page(Path file, FileKind kind, int index, PageFit fit)
      throws InterruptedException {
    return threads.call(
        stop -> documents.with(file, kind, stop, pages -> pages.page(index, fit, stop)));
  }

  /**
   * Reads the text of one page of a file that has pages; that of a picture is empty. What could be
   * read of a damaged page counts.
   *
   * @param index from 0
   */
  public PageText text(Path file, FileKind kind, int index) throws InterruptedException {
    return threads.call(stop -> documents.with(file, kind, stop, pages -> pages.text(index, stop)));
  }

  /** Closes the files that are kept open. */
  @Override
  public void close() {
    documents.close();
  }

  private static Decoded read(Path file, FileKind kind, StopSign stop) throws IOException {
    try (InputStream stream = new StoppableInputStream(Files.newInputStream(file), stop)) {
      if (kind == FileKind.MAIL) {
        return new Decoded.Mail(MailReader.read(stream, stop));
      }
      TextExcerpt excerpt = TextReader.read(stream);
      return new Decoded.Text(
          kind == FileKind.HTML
              ? new TextExcerpt(HtmlText.of(excerpt.text()), excerpt.cut())
              : excerpt);
    }
  }
}
