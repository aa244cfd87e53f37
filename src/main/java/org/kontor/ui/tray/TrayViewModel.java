package org.kontor.ui.tray;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.task.Progress;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.Sentences;

/** The entries of the tray. To be used on the ui executor's thread only. */
public final class TrayViewModel implements AutoCloseable {
  private static final String ORDER_PAGE = "tray.order";

  /** What the list says while it shows no row. */
  public enum Emptiness {
    LOADING,
    NOTHING_THERE,
    NOTHING_FITS,
    /** Everything there is put aside. */
    ALL_ASIDE
  }

  private final BackgroundTasks tasks;
  private final Executor ui;
  private final Messages messages;
  private final Sentences sentences;
  private final TrayReader reader;
  private final RowTexts texts;
  private final OutboxMemory memory;
  private final TrayArrangement arrangement;
  private final PutAside aside;
  private final TrayWords words;
  private final TrayRows rows = new TrayRows();
  private final TrayPointer pointer = new TrayPointer(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<TrayOrder> order = new SimpleObjectProperty<>();
  private final BooleanProperty showingAside = new SimpleBooleanProperty();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper asideCount = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Emptiness> emptiness =
      new ReadOnlyObjectWrapper<>(Emptiness.LOADING);
  private final OutboxWatch watch;
  private TrayReader.Tray tray = new TrayReader.Tray(List.of(), 0);
  private Instant asOf = Instant.EPOCH;
  private boolean read;
  private boolean again;
  private @Nullable BackgroundTask reading;
  private long generation;

  /**
   * @param notebook keeps the order and what was put aside
   */
  public TrayViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale,
      Notebook notebook) {
    this.tasks = tasks;
    this.ui = ui;
    messages = Messages.of(TrayViewModel.class, locale);
    sentences = new Sentences(locale);
    texts = new RowTexts(schema, locale);
    NameOrder names = new NameOrder(locale);
    reader = new TrayReader(server, outbox, serverKey, texts, names);
    memory = new OutboxMemory(outbox, serverKey);
    arrangement = new TrayArrangement(messages, names);
    aside = new PutAside(notebook, Clock.system(ZoneId.systemDefault()));
    order.set(TrayOrder.of(notebook.page(ORDER_PAGE)));
    order.addListener(
        (_, _, now) -> {
          notebook.write(ORDER_PAGE, now.lines());
          arrange();
        });
    words = new TrayWords(server, tasks, ui, locale, messages.get("words.looking"), this::arrange);
    filter.addListener(
        (_, _, _) -> {
          lookForWords();
          arrange();
        });
    showingAside.addListener((_, _, _) -> arrange());
    watch = new OutboxWatch(outbox, serverKey, ui, this::outboxChanged, this::refresh);
  }

  // What is shown

  /** The rows that fit the filter. */
  public ObservableList<TrayRow> rows() {
    return rows;
  }

  /** Which rows are selected. */
  public RowSelection selection() {
    return pointer.selection();
  }

  /** The row selected last, whose document is previewed. */
  public ReadOnlyObjectProperty<Optional<TrayRow>> current() {
    return pointer.current();
  }

  /** How many entries lie in the tray, whatever the filter says, without those put aside. */
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** How many entries are put aside. */
  public ReadOnlyIntegerProperty asideCount() {
    return asideCount.getReadOnlyProperty();
  }

  /** Whether what was put aside is shown, and nothing else. */
  public BooleanProperty showingAside() {
    return showingAside;
  }

  /** In which order, and under which headings. */
  public ObjectProperty<TrayOrder> order() {
    return order;
  }

  /** Why the tray could not be read, with what to do; empty when it could. */
  public ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Emptiness> emptiness() {
    return emptiness.getReadOnlyProperty();
  }

  /** How far looking into the files for what the filter says is; empty while nobody looks. */
  ReadOnlyObjectProperty<Optional<Progress>> lookingProperty() {
    return words.progressProperty();
  }

  /** What names, types or files must contain; empty shows all. */
  public StringProperty filter() {
    return filter;
  }

  /** The selected entries, from top to bottom. */
  public List<TrayRow> selectedRows() {
    return pointer.selectedRows();
  }

  /** The selected rows' documents, without those that are not on the server yet. */
  public List<DmsObject.Document> selectedDocuments() {
    return selectedRows().stream().flatMap(row -> row.document().stream()).toList();
  }

  // What can be done

  /** Reads the tray anew, without moving the selection. */
  public void refresh() {
    if (reading != null) {
      again = true;
      return;
    }
    long current = ++generation;
    Instant began = Instant.now();
    reading =
        tasks.start(
            messages.get("reading"),
            (cancel, _) ->
                reader.read(
                    cancel, soFar -> ui.execute(() -> arrived(current, soFar, began, false))),
            outcome -> ended(current, outcome, began));
  }

  /** Selects the entry below the leading one; stays at the end. */
  public void selectNext() {
    pointer.move(1);
  }

  /** Selects the entry above the leading one; stays at the top. */
  public void selectPrevious() {
    pointer.move(-1);
  }

  /** The entry that {@link #selectNext} would select. */
  public Optional<TrayRow> following() {
    return pointer.following();
  }

  /** The entry that {@link #selectPrevious} would select. */
  public Optional<TrayRow> preceding() {
    return pointer.preceding();
  }

  /** The next entry behind a row, and around, whose name fits; -1 when none does. */
  int findTitle(int from, Predicate<String> fits) {
    for (int step = 1; step <= rows.size(); step++) {
      int row = Math.floorMod(from + step, rows.size());
      if (!rows.get(row).isHeading() && fits.test(rows.get(row).name())) {
        return row;
      }
    }
    return -1;
  }

  /** Selects everything under a heading. */
  void selectGroup(int heading) {
    pointer.selectGroup(heading);
  }

  /** Selects only those of the selected entries that do not belong to these documents. */
  public void leaveOut(Collection<ObjectId> documents) {
    pointer.leaveOut(documents);
  }

  /** Puts the selected documents aside until tomorrow; brings them back where they are aside. */
  public void putAside() {
    List<ObjectId> documents = selectedDocuments().stream().map(DmsObject::id).toList();
    if (showingAside.get()) {
      aside.bringBack(documents);
    } else {
      aside.put(documents);
    }
    arrange();
  }

  /** Stops reading and listening. */
  @Override
  public void close() {
    watch.close();
    words.close();
    generation++;
    if (reading != null) {
      reading.cancel();
    }
  }

  private void arrived(long of, TrayReader.Tray now, Instant began, boolean complete) {
    if (of != generation || (read && !complete)) {
      return;
    }
    boolean others = !now.documents().equals(tray.documents());
    tray = now;
    asOf = began;
    if (others) {
      lookForWords();
    }
    arrange();
  }

  private void ended(long of, Outcome<TrayReader.Tray> outcome, Instant began) {
    if (of != generation) {
      return;
    }
    reading = null;
    switch (outcome) {
      case Outcome.Done<TrayReader.Tray>(TrayReader.Tray now) -> {
        failure.set("");
        arrived(of, now, began, true);
        read = true;
        arrange();
      }
      case Outcome.Failed<TrayReader.Tray>(Exception cause) ->
          failure.set(sentences.of(cause).text());
      case Outcome.Cancelled<TrayReader.Tray> _ -> {}
    }
    if (again) {
      again = false;
      refresh();
    }
  }

  private void lookForWords() {
    words.look(filter.get(), tray.documents().stream().map(Listed::document).toList());
  }

  private void outboxChanged(List<Entry> done) {
    memory.remember(done);
    arrange();
  }

  private void arrange() {
    TrayOverlay.Rows all = TrayOverlay.over(tray.documents(), asOf, memory.entries(asOf), texts);
    Map<Boolean, List<TrayRow>> byAside =
        all.rows().stream().collect(Collectors.partitioningBy(this::isAside));
    List<TrayRow> away = byAside.getOrDefault(true, List.of());
    List<TrayRow> open = byAside.getOrDefault(false, List.of());
    asideCount.set(away.size());
    if (away.isEmpty() && showingAside.get()) {
      showingAside.set(false);
      return;
    }
    List<TrayRow> shown = showingAside.get() ? away : open;
    List<TrayRow> before = List.copyOf(rows);
    List<TrayRow> after = arrangement.of(shown, filter.get(), order.get(), words::has);
    rows.become(after);
    KeptSelection.follow(pointer.selection(), before, after, all.became());
    int unread = Math.max(0, tray.total() - tray.documents().size());
    count.set(open.size() + unread);
    emptiness.set(emptiness(shown, away));
    pointer.update();
  }

  private Emptiness emptiness(List<TrayRow> shown, List<TrayRow> away) {
    if (!shown.isEmpty()) {
      return Emptiness.NOTHING_FITS;
    }
    if (!read) {
      return Emptiness.LOADING;
    }
    return away.isEmpty() ? Emptiness.NOTHING_THERE : Emptiness.ALL_ASIDE;
  }

  private boolean isAside(TrayRow row) {
    return row.document().map(DmsObject::id).filter(aside::has).isPresent();
  }
}
