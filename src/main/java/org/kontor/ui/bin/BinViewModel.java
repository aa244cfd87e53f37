package org.kontor.ui.bin;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Lane;
import org.kontor.task.BackgroundTask;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;

/** What the signed-in person deleted, as long as it can come back. On the window's thread. */
public final class BinViewModel implements AutoCloseable {
  /** Read at a time: the first ones are there at once. */
  static final int PART = 500;

  /** More is not read: who looks for one of so many restores it by undoing. */
  private static final int MOST = 20_000;

  private final OpenArchive archive;
  private final Speaker speaker;
  private final Messages messages;
  private final Sentences failures;
  private final ObjectNames names;
  private final Formats formats;
  private final ObservableList<BinRow> rows = FXCollections.observableArrayList();
  private final RowSelection selection = new RowSelection();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<BinOrder> order = new SimpleObjectProperty<>(BinOrder.NEWEST);
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<String>> obstacle =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final OutboxWatch watch;
  private List<BinRow> all = new ArrayList<>();
  private List<BinRow> read = new ArrayList<>();
  private String trouble = "";
  private boolean complete;
  private @Nullable BackgroundTask reading;

  /** A part of the bin with its rows. */
  private record Part(List<BinRow> rows, boolean more) {}

  public BinViewModel(OpenArchive archive, Speaker speaker) {
    this.archive = archive;
    this.speaker = speaker;
    messages = Messages.of(BinViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    names = new ObjectNames(archive);
    formats = new Formats(archive.locale());
    watch =
        new OutboxWatch(
            archive.outbox(), archive.key(), archive.ui(), _ -> arrange(), this::refresh);
    filter.addListener(_ -> arrange());
    order.addListener(_ -> arrange());
    selection.onChange(this::chosen);
    refresh();
  }

  // What is shown

  ObservableList<BinRow> rows() {
    return rows;
  }

  RowSelection selection() {
    return selection;
  }

  /** What is typed to narrow the list. */
  StringProperty filterProperty() {
    return filter;
  }

  ObjectProperty<BinOrder> orderProperty() {
    return order;
  }

  /** Why nothing is shown, or not all; empty when all is. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is asked before something goes for good; empty while nothing is. */
  ReadOnlyStringProperty questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Why nothing can be done with what is selected; empty when something can. */
  ReadOnlyObjectProperty<Optional<String>> obstacleProperty() {
    return obstacle.getReadOnlyProperty();
  }

  boolean canRestore() {
    return archive.offers(Feature.RESTORE);
  }

  // What can be done

  /** Reads the bin anew. */
  void refresh() {
    if (!archive.offers(Feature.RECYCLE_BIN)) {
      trouble = messages.get("bin.notOffered");
      arrange();
      return;
    }
    if (reading == null || reading.isOver()) {
      read = new ArrayList<>();
      complete = false;
      readFrom(0);
    }
  }

  /** Brings back what is selected, with everything that was deleted together with it. */
  void restore() {
    List<BinRow> chosen = free();
    if (chosen.isEmpty() || !canRestore()) {
      return;
    }
    question.set("");
    send(
        chosen,
        row -> new Operation.RestoreObject(row.object().id(), row.type(), true),
        messages.get("bin.restoring", chosen.size(), chosen.getFirst().title()),
        true);
  }

  /** Asks whether what is selected shall go for good. */
  void askForGood() {
    List<BinRow> chosen = free();
    if (!chosen.isEmpty()) {
      boolean containers =
          chosen.stream().anyMatch(row -> row.object() instanceof DmsObject.Container);
      question.set(
          messages.get("bin.ask", chosen.size(), chosen.getFirst().title(), containers ? 1 : 0));
    }
  }

  /** Leaves everything as it is. */
  void keep() {
    question.set("");
  }

  /** Deletes for good what was asked about. */
  void deleteForGood() {
    List<BinRow> chosen = free();
    if (question.get().isEmpty() || chosen.isEmpty()) {
      return;
    }
    question.set("");
    send(
        chosen,
        row -> new Operation.EmptyFromBin(row.object().id(), row.type()),
        messages.get("bin.deleting", chosen.size(), chosen.getFirst().title()),
        false);
  }

  @Override
  public void close() {
    watch.close();
    if (reading != null) {
      reading.cancel();
    }
  }

  private void send(
      List<BinRow> chosen, Function<BinRow, Operation> operation, String done, boolean undoable) {
    List<Draft> drafts =
        chosen.stream().map(row -> new Draft(row.title(), operation.apply(row))).toList();
    archive
        .tasks()
        .start(
            messages.get("bin.accepting"),
            (_, _) -> archive.outbox().accept(archive.key(), Lane.INTERACTIVE, drafts).size(),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Integer> _ -> speaker.done(done, undoable);
                case Outcome.Failed<Integer>(Exception cause) ->
                    speaker.failed(failures.of(cause).text());
                case Outcome.Cancelled<Integer> _ -> {}
              }
            });
  }

  private void readFrom(int skip) {
    reading =
        archive
            .tasks()
            .start(
                messages.get("bin.reading"),
                (_, _) -> part(archive.server().recycleBin(new PageRequest(skip, PART))),
                outcome -> arrived(skip, outcome));
    arrange();
  }

  private Part part(Page<DmsObject> page) {
    return new Part(page.items().stream().map(this::row).toList(), page.more());
  }

  private BinRow row(DmsObject object) {
    Provenance origin = object.provenance();
    return new BinRow(
        object,
        names.of(object),
        names.typeName(object),
        origin.modified().or(origin::created).map(formats::moment).orElse(""),
        origin.modifiedBy().or(origin::createdBy).orElse(""),
        Pending.NONE,
        "");
  }

  private void arrived(int skip, Outcome<Part> outcome) {
    switch (outcome) {
      case Outcome.Done<Part>(Part part) -> {
        trouble = "";
        read.addAll(part.rows());
        int next = skip + PART;
        complete = !part.more() || next >= MOST;
        if (complete || read.size() > all.size()) {
          all = new ArrayList<>(read);
        }
        if (complete) {
          arrange();
        } else {
          readFrom(next);
        }
      }
      case Outcome.Failed<Part>(Exception cause) -> {
        trouble = failures.of(cause).text();
        arrange();
      }
      case Outcome.Cancelled<Part> _ -> {}
    }
  }

  /** Filter, order and what the outbox does, over what was read; the selection stays. */
  private void arrange() {
    Locale locale = archive.locale();
    String letters = filter.get().strip().toLowerCase(locale);
    Map<ObjectId, Entry> about = underWay();
    List<BinRow> shown =
        all.stream()
            .filter(row -> letters.isEmpty() || row.matches(letters, locale))
            .map(row -> told(row, Optional.ofNullable(about.get(row.object().id()))))
            .sorted(order.get().comparator(locale))
            .toList();
    if (!shown.equals(rows)) {
      List<ObjectId> before = selected().map(row -> row.object().id()).toList();
      rows.setAll(shown);
      select(before);
    }
    state.set(stateNow(letters));
    chosen();
  }

  private void select(List<ObjectId> wanted) {
    BitSet kept = new BitSet();
    for (int row = 0; row < rows.size(); row++) {
      kept.set(row, wanted.contains(rows.get(row).object().id()));
    }
    selection.follow(kept, kept.nextSetBit(0));
  }

  private String stateNow(String letters) {
    if (!trouble.isEmpty()) {
      return trouble;
    }
    if (all.isEmpty()) {
      return messages.get(complete ? "bin.empty" : "bin.reading");
    }
    if (rows.isEmpty()) {
      return messages.get("bin.noMatch", letters);
    }
    return all.size() >= MOST ? messages.get("bin.more", MOST) : "";
  }

  private BinRow told(BinRow row, Optional<Entry> entry) {
    return entry
        .map(
            about ->
                about.state().needsPerson()
                    ? row.with(Pending.NEEDS_PERSON, messages.get("bin.stuck"))
                    : row.with(
                        Pending.SENDING,
                        messages.get(
                            about.operation() instanceof Operation.RestoreObject
                                ? "bin.comingBack"
                                : "bin.going")))
        .orElse(row);
  }

  /** The latest that the outbox does to what is in the bin. */
  private Map<ObjectId, Entry> underWay() {
    Map<ObjectId, Entry> about = new HashMap<>();
    for (Entry entry : archive.outbox().entries()) {
      boolean out =
          entry.operation() instanceof Operation.RestoreObject
              || entry.operation() instanceof Operation.EmptyFromBin;
      if (out && entry.server().equals(archive.key()) && !entry.state().isOver()) {
        about.put(((Operation.OnObject) entry.operation()).object(), entry);
      }
    }
    return about;
  }

  private Stream<BinRow> selected() {
    return Stream.iterate(0, row -> row < rows.size(), row -> row + 1)
        .filter(selection::isSelected)
        .map(rows::get);
  }

  private List<BinRow> free() {
    return selected().filter(row -> row.pending() == Pending.NONE).toList();
  }

  private void chosen() {
    obstacle.set(
        free().isEmpty()
            ? Optional.of(messages.get(selection.count() == 0 ? "bin.choose" : "bin.underWay"))
            : Optional.empty());
    if (obstacle.get().isPresent()) {
      question.set("");
    }
  }
}
