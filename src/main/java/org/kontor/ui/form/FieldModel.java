package org.kontor.ui.form;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldProblem;
import org.kontor.model.FieldValue;
import org.kontor.model.Validation;

/**
 * One field of a form: what was typed (in the subclasses), the valid value read from it, and the
 * persisted value it began with. Whether it is changed and what is wrong are derived. On one thread
 * only.
 */
abstract sealed class FieldModel permits SingleField, MultipleField, TableField {

  /** What stands in the field now: a value, or why it is none. */
  record Content(FieldValue value, Optional<FieldProblem> problem) {}

  private final FieldDefinition definition;
  private final ReadOnlyObjectWrapper<Optional<FieldProblem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FieldProblem>> shownProblem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<String>> serverMessage =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FieldValue>> theirs =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<FileHints.Source>> origin =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper mixed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper emptied = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper pinned = new ReadOnlyBooleanWrapper();
  private FieldValue persisted = FieldValue.empty();
  private FieldValue value = FieldValue.empty();
  private FieldValue seen = FieldValue.empty();
  private boolean left;
  private boolean differs;
  private Runnable whenRead = () -> {};

  FieldModel(FieldDefinition definition) {
    this.definition = definition;
  }

  // --- what the view shows ---

  final FieldDefinition definition() {
    return definition;
  }

  /** The last valid value; equal to the persisted one while nothing was changed. */
  final FieldValue value() {
    return value;
  }

  final FieldValue persisted() {
    return persisted;
  }

  final ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  final boolean isChanged() {
    return changed.get();
  }

  /** What is wrong now, shown or not. */
  final ReadOnlyObjectProperty<Optional<FieldProblem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  final Optional<FieldProblem> problem() {
    return problem.get();
  }

  /** What is wrong, once the field was left for the first time. */
  final ReadOnlyObjectProperty<Optional<FieldProblem>> shownProblemProperty() {
    return shownProblem.getReadOnlyProperty();
  }

  /** What the server said about the value as it stands. */
  final ReadOnlyObjectProperty<Optional<String>> serverMessageProperty() {
    return serverMessage.getReadOnlyProperty();
  }

  /** What somebody else has written meanwhile, while the person has not chosen between the two. */
  final ReadOnlyObjectProperty<Optional<FieldValue>> theirsProperty() {
    return theirs.getReadOnlyProperty();
  }

  /** Where in the document's file the value was found, while it is as it was found. */
  final ReadOnlyObjectProperty<Optional<FileHints.Source>> originProperty() {
    return origin.getReadOnlyProperty();
  }

  /** A value in words. */
  abstract String words(FieldValue value);

  /** Whether several documents hold different values here and none was typed for all of them. */
  final ReadOnlyBooleanProperty mixedProperty() {
    return mixed.getReadOnlyProperty();
  }

  /** Whether it is to be emptied in several documents that hold different values. */
  final ReadOnlyBooleanProperty emptiedProperty() {
    return emptied.getReadOnlyProperty();
  }

  /** Whether the value carries over to the next documents. */
  final ReadOnlyBooleanProperty pinnedProperty() {
    return pinned.getReadOnlyProperty();
  }

  final void setPinned(boolean now) {
    pinned.set(now);
  }

  // --- what the view does ---

  /** The person has left the field: from now on what is wrong is shown. */
  void leave() {
    left = true;
    shownProblem.set(problem.get());
  }

  /** Of what the person typed and what somebody else wrote meanwhile, takes the latter. */
  final void takeTheirs() {
    revert();
  }

  /** Of what the person typed and what somebody else wrote meanwhile, keeps the former. */
  final void keepMine() {
    seen = persisted;
    theirs.set(Optional.empty());
    whenRead.run();
  }

  /** Empties the field in all documents, where they hold different values. */
  final void emptyForAll() {
    if (mixed.get()) {
      emptied.set(true);
      refresh();
    }
  }

  /** Puts the persisted value back. */
  final void revert() {
    seen = persisted;
    left = false;
    emptied.set(false);
    theirs.set(Optional.empty());
    write(persisted);
    refresh();
  }

  // --- what the form does ---

  /** Takes a value as persisted; an input that the person has changed stays. */
  final void rebase(FieldValue now) {
    FieldValue normal = now.isEmpty() ? FieldValue.empty() : now;
    if (!isChanged()) {
      persist(normal);
      return;
    }
    theirs.set(differs || normal.equals(seen) ? Optional.empty() : Optional.of(normal));
    differs = false;
    emptied.set(false);
    persisted = normal;
    refresh();
  }

  /** As {@link #rebase} where several documents hold different values. */
  final void rebaseMixed() {
    if (isChanged()) {
      differs = true;
      persisted = FieldValue.empty();
      refresh();
    } else {
      persistMixed();
    }
  }

  /** Takes a value as persisted and shows it, whatever was typed. */
  final void persist(FieldValue now) {
    persisted = now.isEmpty() ? FieldValue.empty() : now;
    seen = persisted;
    differs = false;
    emptied.set(false);
    left = false;
    theirs.set(Optional.empty());
    origin.set(Optional.empty());
    write(persisted);
    refresh();
  }

  /** Begins with what the document's file says, where nothing stands yet. */
  final void suggest(FileHints.Hint hint) {
    if (value.isEmpty() && !isChanged() && problemFree()) {
      persist(hint.value());
      origin.set(Optional.of(hint.source()));
    }
  }

  private boolean problemFree() {
    return problem.get().filter(found -> found.reason() != FieldProblem.Reason.REQUIRED).isEmpty();
  }

  /** Shows nothing, because several documents hold different values. */
  final void persistMixed() {
    persist(FieldValue.empty());
    differs = true;
    refresh();
  }

  /** Puts a value in as if the person had typed it. */
  final void enter(FieldValue typed) {
    write(typed);
    refresh();
  }

  final void refuse(String message) {
    serverMessage.set(Optional.of(message));
  }

  /** Called by the subclass after each change of its input. */
  final void refresh() {
    boolean untouched = isAsWritten(persisted);
    Content content = untouched ? new Content(persisted, Optional.empty()) : read();
    if (content.problem().isEmpty()) {
      value = content.value();
    }
    boolean typed = !untouched && (content.problem().isPresent() || !value.equals(persisted));
    changed.set(typed || emptied.get());
    mixed.set(differs && !changed.get());
    if (changed.get()) {
      origin.set(Optional.empty());
    } else {
      theirs.set(Optional.empty());
    }
    problem.set(mixed.get() ? Optional.empty() : content.problem().or(() -> check(untouched)));
    shownProblem.set(problem.get().filter(found -> left || isForGood(found)));
    serverMessage.set(Optional.empty());
    whenRead.run();
  }

  /** What more letters would not mend is said at once. */
  private static boolean isForGood(FieldProblem found) {
    return found.reason() == FieldProblem.Reason.TOO_LONG;
  }

  /** Calls this after each change of the input. */
  final void onInput(Runnable listener) {
    whenRead = listener;
  }

  /** A persisted value that would not be accepted today only matters where it has to be filled. */
  private Optional<FieldProblem> check(boolean untouched) {
    return Validation.check(definition, value)
        .filter(found -> !untouched || found.reason() == FieldProblem.Reason.REQUIRED);
  }

  /** Whether the input is what {@link #write} would make of this value. */
  abstract boolean isAsWritten(FieldValue written);

  /** Shows a value as the input, without calling {@link #refresh}. */
  abstract void write(FieldValue written);

  /** Understands the input; its problem is only what cannot be understood. */
  abstract Content read();
}
