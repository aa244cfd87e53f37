package org.kontor.ui.preview;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.preview.decode.PageFit;
import org.kontor.ui.preview.decode.RenderedPage;

/**
 * Draws the page that is wanted last. Another page cancels the one being drawn; the same page in
 * another size waits for it, so that dragging the pane's edge does not starve the picture. Used on
 * the window's thread.
 */
final class PageRequests {
  private final PreviewLoader loader;
  private final BackgroundTasks tasks;
  private final Consumer<Outcome<RenderedPage>> handler;
  private @Nullable Request running;
  private @Nullable Request wanted;

  /**
   * @param handler gets the pages still wanted when they are ready
   */
  PageRequests(
      PreviewLoader loader, BackgroundTasks tasks, Consumer<Outcome<RenderedPage>> handler) {
    this.loader = loader;
    this.tasks = tasks;
    this.handler = handler;
  }

  private static final class Request {
    private final Preview preview;
    private final int index;
    private final PageFit fit;
    private @Nullable BackgroundTask task;

    Request(Preview preview, int index, PageFit fit) {
      this.preview = preview;
      this.index = index;
      this.fit = fit;
    }

    boolean isPageOf(Request other) {
      return preview.source().equals(other.preview.source()) && index == other.index;
    }
  }

  boolean isUnderWay() {
    return running != null;
  }

  /**
   * @param index from 0
   */
  void want(String title, Preview preview, int index, PageFit fit) {
    Request request = new Request(preview, index, fit);
    wanted = request;
    if (running != null && running.isPageOf(request)) {
      return;
    }
    stop();
    start(title, request);
  }

  void cancel() {
    wanted = null;
    stop();
  }

  private void stop() {
    Request request = running;
    running = null;
    if (request != null && request.task != null) {
      request.task.cancel();
    }
  }

  private void start(String title, Request request) {
    running = request;
    request.task =
        tasks.start(
            title,
            (cancel, progress) ->
                loader.page(request.preview, request.index, request.fit, cancel, progress),
            outcome -> ended(title, request, outcome));
  }

  private void ended(String title, Request request, Outcome<RenderedPage> outcome) {
    if (running != request) {
      return;
    }
    running = null;
    Request last = wanted;
    if (last != null && last != request && !last.fit.equals(request.fit)) {
      start(title, last);
    }
    handler.accept(outcome);
  }
}
