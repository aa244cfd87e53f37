package org.kontor.ui.preview;

import java.util.List;
import java.util.Optional;
import org.kontor.ui.preview.decode.PageText;

/**
 * The hits on the page that is shown.
 *
 * @param page in its file, from 0
 * @param text that the spans are parts of
 * @param current which one is the current one; -1 for none
 */
record ShownHits(int page, PageText text, List<TextQuery.Span> spans, int current) {
  static final ShownHits NONE = new ShownHits(0, PageText.of(""), List.of(), -1);

  ShownHits {
    spans = List.copyOf(spans);
  }

  /** The current one, where it is on this page. */
  Optional<TextQuery.Span> currentSpan() {
    return current >= 0 && current < spans.size()
        ? Optional.of(spans.get(current))
        : Optional.empty();
  }
}
