package org.kontor.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Place;

/** What the person has decided about one subject so far; kept while something else is looked at. */
final class FormDraft {
  private final Schema schema;
  private final FieldWritings writings;
  private final Pins pins;
  private final Map<TypeId, IndexData> dataByType = new HashMap<>();
  private final Optional<ObjectType> typeGiven;
  private final Optional<Place> placeGiven;
  private Subject subject;
  private Optional<ObjectType> type;
  private Optional<Place> place;
  private boolean editing;

  /**
   * @param pins what documents of the tray begin with
   */
  FormDraft(Subject subject, Schema schema, FieldWritings writings, Pins pins) {
    this.subject = subject;
    this.schema = schema;
    this.writings = writings;
    this.pins = pins;
    boolean fromTray = subject instanceof Subject.Tray;
    typeGiven = fromTray && !isTypeFixed() ? pins.typeProperty().get() : ownType(subject);
    placeGiven = fromTray ? pins.placeProperty().get() : Optional.empty();
    type = typeGiven;
    place = placeGiven;
  }

  /** The same decisions about other documents. */
  FormDraft of(Subject other) {
    FormDraft copy = new FormDraft(other, schema, writings, pins);
    copy.editing = editing;
    if (!copy.isTypeFixed()) {
      copy.type = type;
    }
    copy.place = place;
    copy.data().ifPresent(made -> data().ifPresent(given -> given.typed().forEach(made::takeOver)));
    return copy;
  }

  /** The type that all documents of the subject have already. */
  private Optional<ObjectType> ownType(Subject of) {
    return switch (of) {
      case Subject.Tray tray when tray.types().size() == 1 && !tray.hasTypeless() ->
          schema.type(tray.types().iterator().next());
      case Subject.Tray _ -> Optional.empty();
      case Subject.New made -> made.making().obviousType(schema);
      case Subject.Filed filed -> filed.object().givenType().flatMap(schema::type);
      case Subject.Several several -> several.type().flatMap(schema::type);
    };
  }

  Subject subject() {
    return subject;
  }

  /** Whether the type is the documents' own and stays. */
  boolean isTypeFixed() {
    return switch (subject) {
      case Subject.Tray tray -> !tray.types().isEmpty();
      case Subject.Filed _, Subject.Several _ -> true;
      case Subject.New _ -> false;
    };
  }

  Optional<ObjectType> type() {
    return type;
  }

  /** Whether the chooser may offer this type. */
  boolean offers(ObjectType offered) {
    return subject instanceof Subject.New made
        ? made.making().types(schema).anyMatch(type -> type.id().equals(offered.id()))
        : offered.kind() == Kind.DOCUMENT;
  }

  /** All types that the documents have or are to have. */
  Set<TypeId> types() {
    return subject instanceof Subject.Tray tray && isTypeFixed()
        ? tray.types()
        : type.map(ObjectType::id).map(Set::of).orElse(Set.of());
  }

  /**
   * Chooses a type; what was typed for another one is kept for it and carried over.
   *
   * @return what was typed and has no field in the type chosen
   */
  List<FieldModel> choose(Optional<ObjectType> chosen) {
    Optional<IndexData> before = data();
    type = chosen;
    Optional<IndexData> now = data();
    if (before.isEmpty() || now.isEmpty() || before.equals(now)) {
      return List.of();
    }
    return now.get().carryOver(before.get());
  }

  /** The fields of the type chosen. */
  Optional<IndexData> data() {
    return type.map(chosen -> dataByType.computeIfAbsent(chosen.id(), _ -> newData(chosen)));
  }

  private IndexData newData(ObjectType chosen) {
    return switch (subject) {
      case Subject.Tray tray when isTypeFixed() ->
          IndexData.of(chosen, tray.documents().stream().map(DmsObject::fields).toList(), writings);
      case Subject.Filed filed -> IndexData.of(chosen, List.of(filed.object().fields()), writings);
      case Subject.Several several ->
          IndexData.of(
              chosen, several.documents().stream().map(DmsObject::fields).toList(), writings);
      case Subject.Tray _ -> IndexData.ofNew(chosen, writings, pins::valueOf);
      case Subject.New made -> IndexData.ofNew(chosen, writings, field -> given(made, field));
    };
  }

  /** What a reference document takes over from the original, for fields of the same name. */
  private static Optional<FieldValue> given(Subject.New made, FieldDefinition field) {
    return made.making() instanceof Making.Reference(DmsObject.Document original, var _)
            && !field.key()
        ? Optional.ofNullable(original.fields().get(field.name()))
        : Optional.empty();
  }

  Optional<Place> place() {
    return place;
  }

  void setPlace(Optional<Place> chosen) {
    place = chosen;
  }

  /** Whether a filed document's fields may be typed in. */
  boolean isEditing() {
    return editing;
  }

  void setEditing(boolean now) {
    editing = now;
  }

  /** Whether anything would be lost without it. */
  boolean isWorthKeeping() {
    return !place.equals(placeGiven)
        || (!isTypeFixed() && !type.equals(typeGiven))
        || dataByType.values().stream().anyMatch(IndexData::isChanged);
  }

  /**
   * Takes a newer description of the same subject.
   *
   * @return false when it is no longer the same kind of thing, so that the draft is void
   */
  boolean rebase(Subject now) {
    Subject before = subject;
    subject = now;
    if (before.mode() != now.mode()
        || (isTypeFixed() && !ownType(now).equals(type))
        || ownType(before).isPresent() != ownType(now).isPresent()) {
      return false;
    }
    now.single()
        .filter(_ -> isTypeFixed())
        .ifPresent(object -> takeFields(List.of(object.fields())));
    if (now instanceof Subject.Several several) {
      takeFields(several.documents().stream().map(DmsObject::fields).toList());
    }
    return true;
  }

  /** Takes what the server says that each of the documents holds. */
  private void takeFields(List<Map<String, FieldValue>> now) {
    data().ifPresent(data -> data.rebase(now));
  }
}
