package org.kontor.ui.preview;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one file that will probably be shown next. Used on the window's thread. */
final class ReadingAhead {
  private final Function<PreviewSource.OfFile, LoadJob> starter;
  private @Nullable LoadJob job;

  /**
   * @param starter begins to read a file
   */
  ReadingAhead(Function<PreviewSource.OfFile, LoadJob> starter) {
    this.starter = starter;
  }

  /** Begins with the next file, unless one is being read. */
  void goOn(Optional<PreviewSource.OfFile> next) {
    if (job == null && next.isPresent()) {
      job = starter.apply(next.get());
    }
  }

  /** What reads this file already: from now on it is waited for. */
  Optional<LoadJob> take(PreviewSource.OfFile file) {
    if (job == null || !job.source().equals(file)) {
      return Optional.empty();
    }
    LoadJob taken = job;
    job = null;
    return Optional.of(taken);
  }

  /** Stops reading any other file. */
  void stopAllBut(Optional<PreviewSource.OfFile> file) {
    if (job != null && !Optional.of(job.source()).equals(file)) {
      job.cancel();
      job = null;
    }
  }

  /** Whether what has ended was read ahead. */
  boolean hasEnded(LoadJob ended) {
    if (ended != job) {
      return false;
    }
    job = null;
    return true;
  }
}
