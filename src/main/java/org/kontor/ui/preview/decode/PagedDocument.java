package org.kontor.ui.preview.decode;

import java.io.IOException;

/** A file with pages, open. Used by one thread at a time. */
interface PagedDocument extends AutoCloseable {
  int pageCount();

  /**
   * @param index from 0
   * @param stop obeyed while this page is drawn; a document that was stopped is of no further use
   */
  RenderedPage page(int index, PageFit fit, StopSign stop) throws IOException;

  /**
   * Empty where the page is a picture.
   *
   * @param index from 0
   * @param stop obeyed as by {@link #page}
   */
  PageText text(int index, StopSign stop) throws IOException;

  @Override
  void close() throws IOException;
}
