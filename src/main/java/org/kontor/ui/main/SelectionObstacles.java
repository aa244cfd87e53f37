package org.kontor.ui.main;

import java.util.Optional;
import java.util.function.Predicate;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.Rights;
import org.kontor.ui.bin.DeletionViewModel;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Messages;

/**
 * What about the selected objects stands in the way of doing something with them, as far as it is
 * known by now. On the window's thread.
 */
final class SelectionObstacles {
  private final Lists lists;
  private final KnownFacts known;
  private final Messages messages;
  private final Formats formats;

  SelectionObstacles(Lists lists, KnownFacts known, Messages messages) {
    this.lists = lists;
    this.known = known;
    this.messages = messages;
    formats = new Formats(messages.locale());
  }

  /** Nothing is selected, or it is not read yet. */
  Optional<String> nothing() {
    Lists.Selected selected = lists.selected();
    if (!selected.complete()) {
      return because("cannot.unread");
    }
    return selected.objects().isEmpty() ? because("cannot.nothing") : Optional.empty();
  }

  Optional<String> toReadFile() {
    return notOneDocument().or(() -> withoutRight(Rights::readContent, "cannot.noRight.read"));
  }

  /** The files of several documents can be saved at once. */
  Optional<String> toSaveFiles() {
    return nothing()
        .or(
            () ->
                lists.selected().documents().isEmpty()
                    ? because("cannot.noFile")
                    : withoutRight(Rights::readContent, "cannot.noRight.read"));
  }

  Optional<String> toChangeFile() {
    return notOneDocument()
        .or(() -> facts().flatMap(this::fixed))
        .or(() -> withoutRight(Rights::writeContent, "cannot.noRight.write"));
  }

  Optional<String> toChangeFields() {
    return withoutRight(Rights::writeIndexData, "cannot.noRight.fields");
  }

  /**
   * Documents of the tray have no retention (reference 2.3); that of archived ones can still be
   * prolonged.
   */
  Optional<String> toKeep() {
    return notOneDocument()
        .or(() -> isInTray() ? because("cannot.keepInTray") : Optional.empty())
        .or(() -> withoutRight(Rights::writeIndexData, "cannot.noRight.fields"))
        .or(() -> facts().flatMap(this::checkedOut));
  }

  Optional<String> toShowFacts() {
    return nothing()
        .or(() -> several("cannot.severalFacts"))
        .or(
            () ->
                lists.selected().document().filter(DmsObject.Document::isTypeless).isPresent()
                    ? because("cannot.typelessFacts")
                    : Optional.empty());
  }

  Optional<String> toDelete() {
    int count = lists.selected().objects().size();
    return nothing()
        .or(
            () ->
                count > DeletionViewModel.MOST
                    ? because("documents.tooMany", DeletionViewModel.MOST)
                    : Optional.empty())
        .or(() -> withoutRight(Rights::deleteObject, "cannot.noRight.delete"));
  }

  Optional<String> toCarry() {
    return nothing()
        .or(
            () ->
                lists.selected().objects().stream().anyMatch(each -> each.kind() == Kind.FOLDER)
                    ? because("drop.foldersStay")
                    : Optional.empty());
  }

  Optional<String> toAddLocation() {
    return toCarry()
        .or(
            () -> {
              if (isInTray()) {
                return because("cannot.locationInTray");
              }
              Lists.Selected selected = lists.selected();
              return selected.documents().size() < selected.objects().size()
                  ? because("drop.registersOneLocation")
                  : Optional.empty();
            });
  }

  Optional<String> toRefer() {
    return toAddLocation().or(this::notOneDocument);
  }

  private Optional<String> notOneDocument() {
    return nothing()
        .or(() -> several("cannot.several"))
        .or(
            () ->
                lists.selected().document().isEmpty()
                    ? because("cannot.noFile")
                    : Optional.empty());
  }

  private Optional<String> several(String key) {
    int count = lists.selected().objects().size();
    return count > 1 ? because(key, count) : Optional.empty();
  }

  private Optional<String> fixed(Facts facts) {
    if (facts.source().isPresent()) {
      return because("cannot.reference");
    }
    if (facts.archived().isPresent()) {
      return because("cannot.archived", formats.moment(facts.archived().get()));
    }
    return checkedOut(facts);
  }

  private Optional<String> checkedOut(Facts facts) {
    return facts
        .lock()
        .filter(lock -> !lock.own())
        .flatMap(
            lock ->
                lock.name()
                    .map(name -> because("cannot.checkedOut", name))
                    .orElseGet(() -> because("cannot.checkedOutBy", lock.user())));
  }

  private Optional<String> withoutRight(Predicate<Rights> right, String key) {
    return facts().flatMap(Facts::rights).filter(right.negate()).flatMap(_ -> because(key));
  }

  /** Of the only object selected. */
  private Optional<Facts> facts() {
    return lists.selected().only().map(known::about);
  }

  private boolean isInTray() {
    return lists.selected().place().filter(Location.Tray.class::isInstance).isPresent();
  }

  private Optional<String> because(String key, Object... arguments) {
    return Optional.of(messages.get(key, arguments));
  }
}
