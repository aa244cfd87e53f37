package org.kontor.ui.custody;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.task.BackgroundTask;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;

/**
 * The retention date and the release of a document, while the person decides. Nothing is written
 * before she says so. On the window's thread.
 */
public final class CustodyViewModel {
  private final OpenArchive archive;
  private final Speaker speaker;
  private final Function<String, Optional<LocalDate>> dates;
  private final Clock clock;
  private final Messages messages;
  private final Sentences failures;
  private final Formats formats;
  private final ObjectNames names;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<String>> state = new ReadOnlyObjectWrapper<>(List.of());
  private final StringProperty date = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper settable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper releasable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
  private Optional<Standing> standing = Optional.empty();
  private @Nullable BackgroundTask reading;

  /**
   * @param dates understands a day as people write it
   */
  public CustodyViewModel(
      OpenArchive archive,
      ObjectId document,
      Function<String, Optional<LocalDate>> dates,
      Speaker speaker) {
    this(archive, document, dates, speaker, Clock.system(ZoneId.systemDefault()));
  }

  CustodyViewModel(
      OpenArchive archive,
      ObjectId document,
      Function<String, Optional<LocalDate>> dates,
      Speaker speaker,
      Clock clock) {
    this.archive = archive;
    this.speaker = speaker;
    this.dates = dates;
    this.clock = clock;
    messages = Messages.of(CustodyViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    formats = new Formats(archive.locale());
    names = new ObjectNames(archive);
    state.set(List.of(messages.get("custody.reading")));
    date.addListener(_ -> check());
    reading =
        archive
            .tasks()
            .start(messages.get("custody.reading"), (_, _) -> read(document), this::arrived);
  }

  // What is shown

  /** What the document is called; empty before it is known. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** How it stands, and what stands in the way; sentences. */
  ReadOnlyObjectProperty<List<String>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The day as it is typed. */
  StringProperty dateProperty() {
    return date;
  }

  /** What is wrong with the day; empty while nothing is. */
  ReadOnlyStringProperty complaintProperty() {
    return complaint.getReadOnlyProperty();
  }

  /** Whether the day that is typed can be planned. */
  ReadOnlyBooleanProperty settableProperty() {
    return settable.getReadOnlyProperty();
  }

  /** Whether it can be released for the archive. */
  ReadOnlyBooleanProperty releasableProperty() {
    return releasable.getReadOnlyProperty();
  }

  /** Whether the person is asked about the release. */
  ReadOnlyBooleanProperty askingProperty() {
    return asking.getReadOnlyProperty();
  }

  // What can be done

  /**
   * Plans the day until which the document is kept.
   *
   * @return false where that cannot be
   */
  boolean setDate() {
    Optional<LocalDate> until = dates.apply(date.get());
    if (!settable.get() || until.isEmpty() || standing.isEmpty()) {
      return false;
    }
    Standing now = standing.get();
    send(
        now,
        new Operation.SetRetention(
            now.document().id(), now.type(), until.get(), now.facts().plannedRetention()),
        messages.get("custody.set", now.title(), formats.day(until.get())));
    return true;
  }

  void askRelease() {
    asking.set(releasable.get());
  }

  /** Leaves it as it is. */
  void keep() {
    asking.set(false);
  }

  /**
   * Releases the document for the archive, after it was asked.
   *
   * @return false where it was not
   */
  boolean release() {
    if (!asking.get() || standing.isEmpty()) {
      return false;
    }
    asking.set(false);
    Standing now = standing.get();
    send(
        now,
        new Operation.ReleaseForArchiving(now.document().id(), now.type()),
        messages.get("custody.released", now.title()));
    return true;
  }

  /** Stops reading. */
  void cancel() {
    asking.set(false);
    if (reading != null) {
      reading.cancel();
    }
  }

  private Optional<Standing> read(ObjectId id) throws Exception {
    if (archive.server().inspect(id) instanceof DmsObject.Document document) {
      Optional<TypeId> type = document.type();
      return type.map(known -> Standing.of(document, known, names.of(document)));
    }
    return Optional.empty();
  }

  private void arrived(Outcome<Optional<Standing>> outcome) {
    switch (outcome) {
      case Outcome.Done<Optional<Standing>>(Optional<Standing> found) -> {
        standing = found;
        found.map(Standing::title).ifPresent(title::set);
        state.set(found.map(this::sentences).orElse(List.of(messages.get("custody.none"))));
        boolean free = found.filter(now -> now.obstacle().isEmpty()).isPresent();
        releasable.set(free && found.filter(now -> now.facts().archived().isEmpty()).isPresent());
        check();
      }
      case Outcome.Failed<Optional<Standing>>(Exception cause) ->
          state.set(List.of(failures.of(cause).text()));
      case Outcome.Cancelled<Optional<Standing>> _ -> {}
    }
  }

  private List<String> sentences(Standing now) {
    Facts facts = now.facts();
    List<String> said = new ArrayList<>();
    facts
        .archived()
        .ifPresentOrElse(
            at -> said.add(messages.get("custody.archived", formats.moment(at))),
            () -> said.add(messages.get("custody.notArchived")));
    facts
        .plannedRetention()
        .ifPresentOrElse(
            day -> said.add(messages.get("custody.planned", formats.day(day))),
            () -> said.add(messages.get("custody.unplanned")));
    facts
        .retention()
        .ifPresent(day -> said.add(messages.get("custody.inEffect", formats.day(day))));
    now.obstacle().ifPresent(why -> said.add(messages.get("custody." + why)));
    return said;
  }

  private void check() {
    String wrong = wrong();
    boolean empty = date.get().isBlank();
    complaint.set(empty ? "" : wrong);
    settable.set(
        !empty && wrong.isEmpty() && standing.filter(now -> now.obstacle().isEmpty()).isPresent());
  }

  private String wrong() {
    Optional<LocalDate> until = dates.apply(date.get());
    if (until.isEmpty()) {
      return messages.get("custody.noDate", formats.day(LocalDate.now(clock).plusYears(10)));
    }
    if (!until.get().isAfter(LocalDate.now(clock))) {
      return messages.get("custody.past");
    }
    Optional<LocalDate> earliest = standing.flatMap(Standing::earliest);
    if (earliest.filter(day -> until.get().isBefore(day)).isPresent()) {
      return messages.get("custody.shorter", formats.day(earliest.get()));
    }
    return standing.flatMap(now -> now.facts().plannedRetention()).equals(until)
        ? messages.get("custody.same")
        : "";
  }

  private void send(Standing now, Operation operation, String done) {
    archive
        .tasks()
        .start(
            messages.get("custody.accepting"),
            (_, _) ->
                archive
                    .outbox()
                    .accept(
                        archive.key(), Lane.INTERACTIVE, List.of(new Draft(now.title(), operation)))
                    .size(),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Integer> _ -> speaker.done(done, false);
                case Outcome.Failed<Integer>(Exception cause) ->
                    speaker.failed(failures.of(cause).text());
                case Outcome.Cancelled<Integer> _ -> {}
              }
            });
  }
}
