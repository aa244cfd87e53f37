package org.kontor.ui.preview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Progress;
import org.kontor.ui.preview.FindTexts.Turn;
import org.kontor.ui.preview.HitPages.Hit;

/**
 * Finds words in the document that the preview shows, over all pages of all its files, and leads
 * from hit to hit. It begins at the page that is shown; what is typed stays for the next document.
 * Used on the window's thread; pages are read in the background.
 */
public final class Finder {
  private final PreviewLoader loader;
  private final BackgroundTasks tasks;
  private final Executor ui;
  private final Locale locale;
  private final FindTexts texts;
  private final ReadOnlyObjectProperty<PreviewState> state;
  private final IntConsumer goTo;
  private final Runnable counted;
  private final PageHits pageHits;

  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyObjectWrapper<ShownHits> hits = new ReadOnlyObjectWrapper<>(ShownHits.NONE);

  private FileSeries series = new FileSeries(List.of());
  private Optional<Preview> preview = Optional.empty();
  private PageAt shown = series.place();
  private PageTexts pageTexts = new PageTexts();

  private Optional<TextQuery> query = Optional.empty();
  private HitPages pages = new HitPages(shown);
  private @Nullable FindJob job;
  private boolean begun;
  private Optional<Hit> current = Optional.empty();
  private Turn turn = Turn.NONE;

  /** A step that waits for pages that were not looked through yet: 1, -1, or 0 for none. */
  private int pending;

  /**
   * @param state what the preview shows
   * @param goTo shows a page, counted over all files from 1
   * @param counted told when it is known how many pages a file has
   */
  Finder(
      PreviewLoader loader,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale,
      FindTexts texts,
      ReadOnlyObjectProperty<PreviewState> state,
      IntConsumer goTo,
      Runnable counted) {
    this.loader = loader;
    this.tasks = tasks;
    this.ui = ui;
    this.locale = locale;
    this.texts = texts;
    this.state = state;
    this.goTo = goTo;
    this.counted = counted;
    pageHits = new PageHits(loader, tasks, this::tellHits);
    typed.addListener((_, _, _) -> look());
    state.addListener((_, _, _) -> tell());
  }

  // What is found.

  /** Whether a person is looking for something. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** What is looked for; to be typed into. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** How the search stands, in sentences; empty where nothing is looked for. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether there is a hit to go from. */
  ReadOnlyBooleanProperty foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Whether pages are still being read. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Of the pages, 0 to 1; -1 when not known. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Where on the page shown the hits are. */
  ReadOnlyObjectProperty<ShownHits> hitsProperty() {
    return hits.getReadOnlyProperty();
  }

  /** Whether there is, or may soon be, anything to look into. */
  public boolean isOffered() {
    return switch (state.get()) {
      case PreviewState.Loading _, PreviewState.Page _, PreviewState.Text _, PreviewState.Mail _ ->
          true;
      case PreviewState.Empty _,
          PreviewState.Several _,
          PreviewState.Note _,
          PreviewState.Failure _ ->
          false;
    };
  }

  // What a person, or the preview, does.

  /** Looks for what was typed last. */
  public void open() {
    if (!open.get()) {
      open.set(true);
      look();
    }
  }

  /** Ends looking; what was typed stays. */
  public void close() {
    open.set(false);
    look();
  }

  /** Goes to the next hit after what is shown, from the end to the beginning again. */
  public void next() {
    step(1);
  }

  /** Goes to the hit before what is shown, from the beginning to the end again. */
  public void previous() {
    step(-1);
  }

  /** Another document is to be shown. */
  void begin(FileSeries files) {
    series = files;
    preview = Optional.empty();
    pageTexts = new PageTexts();
    if (job != null) {
      job.cancel();
      job = null;
    }
    forget();
  }

  /**
   * The preview has turned to another page, or opened its file.
   *
   * @param now the file that is open
   */
  void follow(Optional<Preview> now) {
    preview = now.filter(file -> Optional.of(file.source()).equals(series.file()));
    shown = series.place();
    if (!begun) {
      start();
    }
    mark();
  }

  /** Begins anew with what is looked for now. */
  private void look() {
    query = open.get() ? TextQuery.of(typed.get(), locale) : Optional.empty();
    begun = false;
    if (query.isEmpty()) {
      forget();
    }
    if (job != null) {
      job.supersede();
    } else {
      start();
    }
  }

  private void forget() {
    begun = false;
    pages = new HitPages(shown);
    current = Optional.empty();
    turn = Turn.NONE;
    pending = 0;
    busy.set(false);
    pageHits.nothing();
    tell();
  }

  private void start() {
    if (query.isEmpty() || preview.isEmpty() || job != null) {
      return;
    }
    begun = true;
    pages = new HitPages(shown);
    current = Optional.empty();
    turn = Turn.NONE;
    pending = 0;
    progress.set(-1);
    busy.set(true);
    job = new FindJob();
    job.start(
        texts.taskTitle(preview.get().source().name()),
        new FindRun.Plan(series.files(), preview.get(), shown, query.get(), pageTexts),
        loader,
        tasks,
        ui,
        new Following(job));
  }

  /** Takes what a job tells, unless another document was begun meanwhile. */
  private final class Following implements FindJob.Listener {
    private final FindJob followed;

    Following(FindJob followed) {
      this.followed = followed;
    }

    @Override
    public void moved(Queue<FindRun.Step> steps, Progress moved) {
      for (FindRun.Step step = steps.poll(); step != null; step = steps.poll()) {
        if (followed == job) {
          take(step);
        }
      }
      if (followed == job) {
        progress.set(moved.fraction());
        arrive();
      }
    }

    @Override
    public void ended(FindJob ended) {
      if (ended != job) {
        return;
      }
      job = null;
      if (begun) {
        busy.set(false);
        arrive();
      } else {
        start();
      }
    }
  }

  private void take(FindRun.Step step) {
    switch (step) {
      case FindRun.Step.Opened(Preview file) -> {
        series.count(file.source(), file.pageCount());
        counted.run();
      }
      case FindRun.Step.Looked(HitPages.Looked page) -> pages.add(page);
    }
  }

  /** Pages were looked through: goes to the first hit, or makes the step that waited for it. */
  private void arrive() {
    if (current.isEmpty()) {
      pages.first().ifPresent(hit -> goTo(hit, turnTo(hit.at().compareTo(shown), 1)));
    } else if (pending != 0) {
      step(pending);
    }
    mark();
    tell();
  }

  private void step(int by) {
    pending = 0;
    if (current.isEmpty() || !begun) {
      return;
    }
    Optional<Hit> here = current.filter(hit -> hit.at().equals(shown));
    Optional<Hit> near =
        by > 0
            ? here.map(pages::after).orElseGet(() -> pages.from(shown))
            : here.map(pages::before).orElseGet(() -> pages.upTo(shown));
    if (near.isEmpty() && job != null) {
      pending = by;
      return;
    }
    Hit hit = near.or(by > 0 ? pages::first : pages::last).orElseThrow();
    int order = hit.at().compareTo(shown);
    int within = here.map(now -> Integer.compare(hit.number(), now.number())).orElse(by);
    // The same hit again was come to all around the document.
    goTo(hit, turnTo(order != 0 ? order : within == 0 ? -by : within, by));
    mark();
    tell();
  }

  /**
   * @param order of what is gone to, from what was shown
   */
  private static Turn turnTo(int order, int by) {
    if (order == 0 || (order > 0) == (by > 0)) {
      return Turn.NONE;
    }
    return by > 0 ? Turn.FROM_BEGINNING : Turn.FROM_END;
  }

  private void goTo(Hit hit, Turn by) {
    current = Optional.of(hit);
    turn = by;
    if (!hit.at().equals(shown)) {
      goTo.accept(series.numberOf(hit.at()));
    }
  }

  /** Has the hits of the page shown looked up. */
  private void mark() {
    if (query.isPresent() && preview.isPresent() && pages.on(shown) > 0) {
      pageHits.want(
          texts.taskTitle(preview.get().source().name()), preview.get(), shown.page(), query.get());
    } else if (begun) {
      pageHits.nothing();
    }
    tellHits();
  }

  private void tellHits() {
    int number = current.filter(hit -> hit.at().equals(shown)).map(Hit::number).orElse(-1);
    hits.set(pageHits.found(shown.page(), number));
  }

  private void tell() {
    found.set(current.isPresent());
    if (query.isEmpty()) {
      said.set("");
    } else if (begun && (job != null || pages.looked() > 0)) {
      said.set(texts.found(pages, current, job == null, turn));
    } else if (!isOffered()) {
      said.set(texts.nothingShown());
    } else if (preview.isEmpty()) {
      said.set("");
    }
  }
}
