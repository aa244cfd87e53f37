package org.kontor.ui.bin;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.task.BackgroundTask;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;

/**
 * A deletion while the person still decides: its consequences are read first, and nothing goes
 * before she says so. On the window's thread.
 */
public final class DeletionViewModel {
  /** More at a time are not looked at one by one before a person loses patience. */
  public static final int MOST = 1_000;

  private final OpenArchive archive;
  private final Optional<Location.Container> here;
  private final Speaker speaker;
  private final Messages messages;
  private final Sentences failures;
  private final DeletionReader reader;
  private final List<ObjectId> objects;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<String>> consequences =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper offersOnlyHere = new ReadOnlyBooleanWrapper();
  private final BooleanProperty onlyHere = new SimpleBooleanProperty();
  private final BooleanProperty forGood = new SimpleBooleanProperty();
  private List<Doomed> doomed = List.of();
  private @Nullable BackgroundTask reading;

  /**
   * @param objects not more than {@link #MOST}
   * @param here the place in whose list they were chosen
   */
  public DeletionViewModel(
      OpenArchive archive,
      List<ObjectId> objects,
      Optional<Location.Container> here,
      Speaker speaker) {
    this(archive, objects, here, speaker, Clock.system(ZoneId.systemDefault()));
  }

  DeletionViewModel(
      OpenArchive archive,
      List<ObjectId> objects,
      Optional<Location.Container> here,
      Speaker speaker,
      Clock clock) {
    this.archive = archive;
    this.objects = List.copyOf(objects);
    this.here = here;
    this.speaker = speaker;
    messages = Messages.of(DeletionViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
    reader = new DeletionReader(archive, clock);
    title.set(messages.get("delete.title", objects.size(), ""));
    onlyHere.addListener(_ -> tell());
    forGood.addListener(_ -> tell());
    look();
  }

  // What is shown

  /** What it is about. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** How far the looking is; empty when it is over. */
  ReadOnlyStringProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What will happen, and what stands in the way; sentences. */
  ReadOnlyObjectProperty<List<String>> consequencesProperty() {
    return consequences.getReadOnlyProperty();
  }

  /** Whether anything can be deleted; false while it is still looked at. */
  ReadOnlyBooleanProperty possibleProperty() {
    return possible.getReadOnlyProperty();
  }

  /** Whether something lies at other places too, where it could stay. */
  ReadOnlyBooleanProperty offersOnlyHereProperty() {
    return offersOnlyHere.getReadOnlyProperty();
  }

  // What can be done

  /** Whether what lies at several places is only taken from the one that is shown. */
  BooleanProperty onlyHereProperty() {
    return onlyHere;
  }

  /** Whether the server lets anybody delete past its recycle bin. */
  boolean offersForGood() {
    return archive.offers(Feature.DELETE_FOR_GOOD);
  }

  /** Whether it goes past the recycle bin. */
  BooleanProperty forGoodProperty() {
    return forGood;
  }

  /** Deletes what can be deleted. */
  void delete() {
    if (!possible.get()) {
      return;
    }
    possible.set(false);
    List<Draft> drafts = free().stream().flatMap(this::drafts).toList();
    int count = free().size();
    String name = free().getFirst().title();
    boolean undoable = !forGood.get() && archive.offers(Feature.RESTORE);
    archive
        .tasks()
        .start(
            messages.get("delete.task"),
            (_, _) -> archive.outbox().accept(archive.key(), Lane.INTERACTIVE, drafts).size(),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<Integer> _ ->
                    speaker.done(messages.get("delete.done", count, name), undoable);
                case Outcome.Failed<Integer>(Exception cause) ->
                    speaker.failed(failures.of(cause).text());
                case Outcome.Cancelled<Integer> _ -> {}
              }
            });
  }

  /** Leaves everything as it is. */
  void cancel() {
    possible.set(false);
    if (reading != null) {
      reading.cancel();
    }
  }

  private void look() {
    progress.set(messages.get("delete.looking"));
    reading =
        archive
            .tasks()
            .start(
                messages.get("delete.looking"),
                (cancel, told) -> reader.read(objects, cancel, told),
                this::looked);
  }

  private void looked(Outcome<List<Doomed>> outcome) {
    progress.set("");
    switch (outcome) {
      case Outcome.Done<List<Doomed>>(List<Doomed> found) -> {
        doomed = found;
        boolean elsewhere = here.isPresent() && found.stream().anyMatch(this::staysElsewhere);
        offersOnlyHere.set(elsewhere);
        onlyHere.set(elsewhere);
        title.set(
            messages.get(
                "delete.title", found.size(), found.isEmpty() ? "" : found.getFirst().title()));
        possible.set(!free().isEmpty());
        tell();
      }
      case Outcome.Failed<List<Doomed>>(Exception cause) ->
          consequences.set(List.of(failures.of(cause).text()));
      case Outcome.Cancelled<List<Doomed>> _ -> {}
    }
  }

  private boolean staysElsewhere(Doomed one) {
    return one.places().size() > 1 && here.filter(one.places()::contains).isPresent();
  }

  private List<Doomed> free() {
    return doomed.stream().filter(one -> one.obstacle().isEmpty()).toList();
  }

  private Stream<Draft> drafts(Doomed one) {
    List<Operation> operations = new ArrayList<>();
    Optional<TypeId> type = ObjectNames.typeOf(one.object());
    if (onlyHere.get() && staysElsewhere(one) && type.isPresent()) {
      here.ifPresent(
          at -> operations.add(new Operation.RemoveLocation(one.object().id(), type.get(), at)));
    } else {
      // A server deletes what lies at one place only (reference 3.5): the others go before.
      type.ifPresent(
          known ->
              one.places().stream()
                  .skip(1)
                  .forEach(
                      at ->
                          operations.add(
                              new Operation.RemoveLocation(one.object().id(), known, at))));
      operations.add(
          new Operation.DeleteObject(one.object().id(), type, one.hasContents(), forGood.get()));
    }
    return operations.stream().map(operation -> new Draft(one.title(), operation));
  }

  private void tell() {
    consequences.set(
        new Consequences(messages, here)
            .of(doomed, onlyHere.get(), forGood.get(), archive::offers));
  }
}
