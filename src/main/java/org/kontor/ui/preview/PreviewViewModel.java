package org.kontor.ui.preview;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.preview.decode.Decoded;
import org.kontor.ui.preview.decode.PageFit;
import org.kontor.ui.preview.decode.RenderedPage;

/**
 * What the preview pane shows. Used on the window's thread; everything that takes time runs in the
 * background, is cancelled when something else is to be shown, and is dropped when it comes late.
 * The zoom stays from document to document, the rotation does not.
 */
public final class PreviewViewModel implements AutoCloseable {
  private static final long USUALLY_KEPT = 256L << 20;

  private static final double ZOOM_STEP = 1.25;
  private static final double SMALLEST = 0.25;
  private static final double LARGEST = 8;

  private final BackgroundTasks tasks;
  private final Executor ui;
  private final PreviewLoader loader;
  private final PreviewTexts texts;
  private final PageRequests pages;
  private final RecentPreviews recent = new RecentPreviews();

  private final ReadOnlyObjectWrapper<PreviewState> state =
      new ReadOnlyObjectWrapper<>(new PreviewState.Empty());
  private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper pageCount = new ReadOnlyIntegerWrapper();
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyIntegerWrapper quarterTurns = new ReadOnlyIntegerWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  private PreviewSource shown = new PreviewSource.Nothing();
  private PreviewSource following = new PreviewSource.Nothing();
  private @Nullable Preview preview;
  private @Nullable LoadJob job;
  private @Nullable LoadJob ahead;
  private double width = 600;
  private double screenScale = 1;

  /** With 256 MiB of downloaded files kept. */
  PreviewViewModel(DmsServer server, BackgroundTasks tasks, Executor ui, Locale locale) {
    this(server, tasks, ui, locale, () -> USUALLY_KEPT);
  }

  /**
   * @param mostKept bytes of downloaded files that are kept; asked on background threads
   */
  public PreviewViewModel(
      DmsServer server, BackgroundTasks tasks, Executor ui, Locale locale, LongSupplier mostKept) {
    this.tasks = tasks;
    this.ui = ui;
    loader = new PreviewLoader(server, mostKept);
    texts = new PreviewTexts(locale);
    pages = new PageRequests(loader, tasks, this::pageEnded);
  }

  // What is shown.

  public ReadOnlyObjectProperty<PreviewState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** From 1; 0 where there are no pages. */
  public ReadOnlyIntegerProperty pageProperty() {
    return page.getReadOnlyProperty();
  }

  public ReadOnlyIntegerProperty pageCountProperty() {
    return pageCount.getReadOnlyProperty();
  }

  /** Relative to the pane's width, which 1 fills. */
  public ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** Clockwise, 0 to 3. */
  public ReadOnlyIntegerProperty quarterTurnsProperty() {
    return quarterTurns.getReadOnlyProperty();
  }

  /** Of loading a file, 0 to 1; -1 when not known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether a file is being looked for or loaded, or a page being drawn. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  // What a person, or the window, does.

  /** Shows something else; at once where it was read ahead. The same again changes nothing. */
  public void show(PreviewSource source) {
    if (!source.equals(shown)) {
      begin(source, false);
    }
  }

  /**
   * Names what will probably be shown next; it is read once what is shown now is complete. Only the
   * last one named counts.
   */
  public void readAhead(PreviewSource source) {
    following = source;
    if (ahead != null && !ahead.source().equals(source)) {
      ahead.cancel();
      ahead = null;
    }
    startReadingAhead();
  }

  /** Reads what is shown again from where it lies. */
  public void reload() {
    if (shown instanceof PreviewSource.OfFile file) {
      recent.forget(file);
      loader.forget(file);
      begin(file, false);
    }
  }

  /** Loads a file that was held back for its size. */
  public void loadAnyway() {
    if (state.get() instanceof PreviewState.Note note && note.loadable()) {
      begin(shown, true);
    }
  }

  public void nextPage() {
    goToPage(page.get() + 1);
  }

  public void previousPage() {
    goToPage(page.get() - 1);
  }

  /** Goes to a page, from 1; to one that does not exist it does nothing. */
  public void goToPage(int number) {
    if (number >= 1 && number <= pageCount.get() && number != page.get()) {
      page.set(number);
      showPage();
    }
  }

  public void zoomIn() {
    zoomTo(zoom.get() * ZOOM_STEP);
  }

  public void zoomOut() {
    zoomTo(zoom.get() / ZOOM_STEP);
  }

  public void fitWidth() {
    zoomTo(1);
  }

  /** A quarter turn clockwise. */
  public void rotate() {
    if (state.get() instanceof PreviewState.Page) {
      quarterTurns.set((quarterTurns.get() + 1) % 4);
      draw();
    }
  }

  /**
   * Tells how wide the pane is, so that pages are drawn as sharp as it can show them.
   *
   * @param paneWidth logical pixels
   * @param scale device pixels for each logical one
   */
  public void fitInto(double paneWidth, double scale) {
    if (paneWidth >= 1 && (Math.abs(paneWidth - width) >= 1 || scale != screenScale)) {
      width = paneWidth;
      screenScale = scale;
      redraw();
    }
  }

  /** Ends everything under way and deletes what was downloaded. */
  @Override
  public void close() {
    begin(new PreviewSource.Nothing(), false);
    readAhead(new PreviewSource.Nothing());
    loader.close();
  }

  private void begin(PreviewSource source, boolean anyway) {
    shown = source;
    preview = null;
    pages.cancel();
    if (job != null) {
      job.cancel();
      job = null;
    }
    page.set(0);
    pageCount.set(0);
    quarterTurns.set(0);
    progress.set(-1);
    switch (source) {
      case PreviewSource.Nothing _ -> state.set(new PreviewState.Empty());
      case PreviewSource.Sought sought -> state.set(new PreviewState.Loading(sought.name()));
      case PreviewSource.Several several -> state.set(new PreviewState.Several(several.count()));
      case PreviewSource.OfFile file ->
          recent.of(file).ifPresentOrElse(this::presentRemembered, () -> load(file, anyway));
    }
    refreshBusy();
  }

  private void load(PreviewSource.OfFile source, boolean anyway) {
    state.set(new PreviewState.Loading(source.name()));
    if (ahead != null && ahead.source().equals(source) && !anyway) {
      job = ahead;
      ahead = null;
      return;
    }
    if (ahead != null) {
      // What is wanted now goes first; reading ahead starts again when it is there.
      ahead.cancel();
      ahead = null;
    }
    job = start(source, anyway);
  }

  private LoadJob start(PreviewSource.OfFile source, boolean anyway) {
    LoadJob started = new LoadJob(source, anyway, fit(0));
    started.start(
        texts.taskTitle(source.name()),
        loader,
        tasks,
        ui,
        moved -> {
          if (job == started) {
            progress.set(moved.fraction());
          }
        },
        outcome -> loaded(started, outcome));
    return started;
  }

  private void loaded(LoadJob ended, Outcome<Preview> outcome) {
    if (outcome instanceof Outcome.Done<Preview>(Preview result)) {
      recent.keep(result);
    }
    if (ended == ahead) {
      ahead = null;
      following = new PreviewSource.Nothing();
    }
    if (ended != job) {
      return;
    }
    job = null;
    switch (outcome) {
      case Outcome.Done<Preview>(Preview result) -> present(result);
      case Outcome.Failed<Preview>(Exception cause) ->
          state.set(texts.failure(ended.source(), cause));
      case Outcome.Cancelled<Preview> _ -> state.set(texts.stopped());
    }
    refreshBusy();
    startReadingAhead();
  }

  /** Shows at once what is remembered, and reads it again if the file has changed since. */
  private void presentRemembered(Preview remembered) {
    present(remembered);
    if (remembered.stamp().isPresent()) {
      tasks.<Boolean>start(
          texts.taskTitle(remembered.source().name()),
          (_, _) -> PreviewLoader.isCurrent(remembered),
          outcome -> {
            if (shown.equals(remembered.source()) && !outcome.equals(new Outcome.Done<>(true))) {
              reload();
            }
          });
    }
    startReadingAhead();
  }

  private void present(Preview result) {
    preview = result;
    pageCount.set(result.pageCount());
    page.set(Math.min(1, result.pageCount()));
    switch (result.decoded()) {
      case Decoded.Paged paged -> {
        state.set(new PreviewState.Page(paged.first()));
        redraw();
      }
      case Decoded.Text _, Decoded.Mail _ -> showPage();
      case Decoded.Other _ -> state.set(texts.noPreview(result));
    }
  }

  private void showPage() {
    Preview current = preview;
    if (current == null) {
      return;
    }
    int index = page.get() - 1;
    boolean last = page.get() == pageCount.get();
    switch (current.decoded()) {
      case Decoded.Text text ->
          state.set(
              new PreviewState.Text(current.texts().get(index), last && text.excerpt().cut()));
      case Decoded.Mail mail ->
          state.set(
              new PreviewState.Mail(
                  texts.lines(mail.mail()),
                  current.texts().get(index),
                  last && mail.mail().body().cut()));
      case Decoded.Paged paged -> {
        if (index == 0 && current.fit().equals(fit())) {
          pages.cancel();
          state.set(new PreviewState.Page(paged.first()));
          refreshBusy();
        } else {
          draw();
        }
      }
      case Decoded.Other _ -> {}
    }
  }

  /** Draws the page again where it was drawn for another size. */
  private void redraw() {
    if (preview != null && !(page.get() == 1 && preview.fit().equals(fit()))) {
      draw();
    }
  }

  private void draw() {
    if (preview != null && preview.decoded() instanceof Decoded.Paged) {
      pages.want(texts.taskTitle(preview.source().name()), preview, page.get() - 1, fit());
      refreshBusy();
    }
  }

  private void pageEnded(Outcome<RenderedPage> outcome) {
    switch (outcome) {
      case Outcome.Done<RenderedPage>(RenderedPage drawn) ->
          state.set(new PreviewState.Page(drawn));
      case Outcome.Failed<RenderedPage>(Exception cause) -> {
        if (shown instanceof PreviewSource.OfFile file) {
          state.set(texts.failure(file, cause));
        }
      }
      case Outcome.Cancelled<RenderedPage> _ -> {}
    }
    refreshBusy();
    startReadingAhead();
  }

  private void startReadingAhead() {
    boolean idle = job == null && ahead == null && !pages.isUnderWay();
    if (idle && following instanceof PreviewSource.OfFile file && recent.of(file).isEmpty()) {
      ahead = start(file, false);
    }
  }

  private void zoomTo(double wanted) {
    zoom.set(Math.clamp(wanted, SMALLEST, LARGEST));
    redraw();
  }

  private void refreshBusy() {
    busy.set(job != null || pages.isUnderWay() || shown instanceof PreviewSource.Sought);
  }

  private PageFit fit() {
    return fit(quarterTurns.get());
  }

  private PageFit fit(int turns) {
    return new PageFit(width, zoom.get(), screenScale, turns);
  }
}
