package org.kontor.ui.preview;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The previews looked at last, and those read ahead. Used on one thread. */
final class RecentPreviews {
  private static final int MOST = 8;
  private static final long MOST_BYTES = 64L << 20;

  private final Map<PreviewSource, Preview> bySource = new LinkedHashMap<>(16, 0.75f, true);

  Optional<Preview> of(PreviewSource source) {
    return Optional.ofNullable(bySource.get(source));
  }

  void keep(Preview preview) {
    bySource.put(preview.source(), preview);
    long bytes = bySource.values().stream().mapToLong(Preview::bytes).sum();
    Iterator<Preview> oldest = bySource.values().iterator();
    while (bySource.size() > MOST || (bytes > MOST_BYTES && bySource.size() > 1)) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  void forget(PreviewSource source) {
    bySource.remove(source);
  }
}
