package org.kontor.ui.preview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.preview.decode.PageText;

/**
 * Finds where on the page shown the hits stand. Only one page's places are held. Used on the
 * window's thread.
 */
final class PageHits {
  private final PreviewLoader loader;
  private final BackgroundTasks tasks;
  private final Runnable changed;
  private @Nullable Wanted wanted;
  private @Nullable BackgroundTask task;
  private @Nullable Found found;

  /**
   * @param changed told when {@link #found} is another one
   */
  PageHits(PreviewLoader loader, BackgroundTasks tasks, Runnable changed) {
    this.loader = loader;
    this.tasks = tasks;
    this.changed = changed;
  }

  private record Wanted(Preview preview, int page, TextQuery query) {
    boolean isPageOf(Wanted other) {
      return preview.equals(other.preview) && page == other.page;
    }
  }

  private record Found(Wanted wanted, PageText text, List<TextQuery.Span> spans) {}

  /**
   * What was found last on this page; nothing where that is another one.
   *
   * @param current which of them is the current one; -1 for none
   */
  ShownHits found(int page, int current) {
    Found last = found;
    return last == null || last.wanted.page != page
        ? ShownHits.NONE
        : new ShownHits(page, last.text, last.spans, current);
  }

  /**
   * @param page from 0
   */
  void want(String title, Preview preview, int page, TextQuery query) {
    Wanted now = new Wanted(preview, page, query);
    if (wanted != null && wanted.isPageOf(now) && wanted.query == query) {
      return;
    }
    if (found != null && !found.wanted.isPageOf(now)) {
      found = null;
    }
    stop();
    wanted = now;
    PageText known = found == null ? null : found.text;
    task =
        tasks.<Found>start(
            title,
            (cancel, _) -> {
              PageText text = known == null ? loader.text(preview, page, cancel) : known;
              return new Found(now, text, query.in(text.text()));
            },
            outcome -> ended(now, outcome));
    changed.run();
  }

  void nothing() {
    if (wanted != null) {
      stop();
      wanted = null;
      found = null;
      changed.run();
    }
  }

  private void ended(Wanted asked, Outcome<Found> outcome) {
    if (asked.equals(wanted)) {
      task = null;
      found = outcome instanceof Outcome.Done<Found>(Found result) ? result : null;
      changed.run();
    }
  }

  private void stop() {
    if (task != null) {
      task.cancel();
      task = null;
    }
  }
}
