package org.kontor.ui.preview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.kontor.ui.preview.decode.RenderedPage;

/**
 * What the preview pane shows. Used on the window's thread; everything that takes time runs in the
 * background, is cancelled when something else is to be shown, and is dropped when it comes late.
 * The zoom stays from document to document, the rotation does not.
 */
public final class PreviewViewModel implements AutoCloseable {
  private static final long USUALLY_KEPT = 256L << 20;

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
  private final Magnifier magnifier = new Magnifier(this::redraw);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  private PreviewSource shown = new PreviewSource.Nothing();
  private PreviewSource asked = shown;
  private FileSeries series = new FileSeries(List.of());
  private Optional<PreviewSource.OfFile> following = Optional.empty();
  private @Nullable Preview preview;
  private @Nullable LoadJob job;
  private final Finder finder;
  private final ReadingAhead ahead = new ReadingAhead(file -> start(file, false));

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
    texts = new PreviewTexts(locale);
    loader = new PreviewLoader(server, texts, mostKept);
    pages = new PageRequests(loader, tasks, this::pageEnded);
    finder =
        new Finder(
            loader,
            tasks,
            ui,
            locale,
            texts.find(),
            stateProperty(),
            this::goToPage,
            this::tellPages);
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

  /** How large pages are shown. */
  Magnifier magnifier() {
    return magnifier;
  }

  /** What is looked for in the document. */
  public Finder finder() {
    return finder;
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
    if (!source.equals(asked)) {
      begin(source);
    }
  }

  /**
   * Names what will probably be shown next; it is read once what is shown now is complete. Only the
   * last one named counts.
   */
  public void readAhead(PreviewSource source) {
    following = source.files().stream().findFirst();
    ahead.stopAllBut(following);
    goOnReadingAhead();
  }

  /** Reads what is shown again from where it lies. */
  public void reload() {
    for (PreviewSource.OfFile file : asked.files()) {
      recent.forget(file);
      loader.forget(file);
    }
    if (!asked.files().isEmpty()) {
      begin(asked);
    }
  }

  /** Loads a file that was held back for its size. */
  public void loadAnyway() {
    if (state.get() instanceof PreviewState.Note note && note.loadable()) {
      open(true);
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
    if (number < 1 || number > pageCount.get() || number == page.get()) {
      return;
    }
    boolean sameFile = series.goTo(number);
    tellPages();
    if (sameFile) {
      showPage();
    } else {
      open(false);
    }
  }

  /** A quarter turn clockwise. */
  public void rotate() {
    if (state.get() instanceof PreviewState.Page) {
      magnifier.turn();
    }
  }

  /** Ends everything under way and deletes what was downloaded. */
  @Override
  public void close() {
    begin(new PreviewSource.Nothing());
    readAhead(new PreviewSource.Nothing());
    loader.close();
  }

  private void begin(PreviewSource source) {
    asked = source;
    series = new FileSeries(source.files());
    finder.begin(series);
    preview = null;
    tellPages();
    open(false);
  }

  /** Opens the file of the series that it is at, or says what there is instead. */
  private void open(boolean anyway) {
    shown = series.file().<PreviewSource>map(file -> file).orElse(asked);
    preview = null;
    pages.cancel();
    if (job != null) {
      job.cancel();
      job = null;
    }
    magnifier.upright();
    progress.set(-1);
    switch (shown) {
      case PreviewSource.Nothing _, PreviewSource.Files _ -> state.set(new PreviewState.Empty());
      case PreviewSource.Sought sought -> state.set(new PreviewState.Loading(sought.name()));
      case PreviewSource.Several several -> state.set(new PreviewState.Several(several.count()));
      case PreviewSource.OfFile file ->
          recent.of(file).ifPresentOrElse(this::presentRemembered, () -> load(file, anyway));
    }
    refreshBusy();
  }

  private void load(PreviewSource.OfFile source, boolean anyway) {
    state.set(new PreviewState.Loading(source.name()));
    // What is wanted now goes first; reading ahead starts again when it is there.
    job = (anyway ? Optional.<LoadJob>empty() : ahead.take(source)).orElse(null);
    ahead.stopAllBut(Optional.empty());
    if (job == null) {
      job = start(source, anyway);
    }
  }

  private LoadJob start(PreviewSource.OfFile source, boolean anyway) {
    LoadJob started = new LoadJob(source, anyway, magnifier.uprightFit());
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
    if (!(outcome instanceof Outcome.Cancelled<Preview>)) {
      series.count(
          ended.source(),
          outcome instanceof Outcome.Done<Preview>(Preview result) ? result.pageCount() : 0);
      tellPages();
    }
    if (ahead.hasEnded(ended)) {
      following = following.filter(file -> !file.equals(ended.source()));
      goOnReadingAhead();
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
    goOnReadingAhead();
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
    goOnReadingAhead();
  }

  private void present(Preview result) {
    preview = result;
    series.count(result.source(), result.pageCount());
    tellPages();
    switch (result.decoded()) {
      case Decoded.Paged _ when series.pageInFile() > 1 -> draw();
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
    int index = series.pageInFile() - 1;
    boolean last = series.pageInFile() == current.pageCount();
    switch (current.decoded()) {
      case Decoded.Text text ->
          state.set(
              new PreviewState.Text(current.texts().get(index), last && text.excerpt().cut()));
      case Decoded.Mail mail ->
          state.set(
              new PreviewState.Mail(
                  current.head().orElseThrow(),
                  current.texts().get(index),
                  last && mail.mail().body().cut()));
      case Decoded.Paged paged -> {
        if (index == 0 && current.fit().equals(magnifier.fit())) {
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
    if (preview != null && !(series.pageInFile() == 1 && preview.fit().equals(magnifier.fit()))) {
      draw();
    }
  }

  private void draw() {
    if (preview != null && preview.decoded() instanceof Decoded.Paged) {
      pages.want(
          texts.taskTitle(preview.source().name()),
          preview,
          series.pageInFile() - 1,
          magnifier.fit());
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
    goOnReadingAhead();
  }

  /** The next document comes first, then the further files of this one. */
  private void goOnReadingAhead() {
    if (job == null && !pages.isUnderWay()) {
      ahead.goOn(following.filter(file -> recent.of(file).isEmpty()).or(this::uncounted));
    }
  }

  private Optional<PreviewSource.OfFile> uncounted() {
    Optional<PreviewSource.OfFile> next = series.uncounted();
    while (next.flatMap(recent::of).isPresent()) {
      series.count(next.get(), next.flatMap(recent::of).get().pageCount());
      tellPages();
      next = series.uncounted();
    }
    return next;
  }

  private void tellPages() {
    pageCount.set(series.pages());
    page.set(series.page());
    finder.follow(Optional.ofNullable(preview));
  }

  private void refreshBusy() {
    busy.set(job != null || pages.isUnderWay() || shown instanceof PreviewSource.Sought);
  }
}
