package org.kontor.ui.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectType;
import org.kontor.model.Validation;
import org.kontor.ui.common.Place;

/**
 * Type, place and values that carry over from each document filed to the next, until the program
 * ends. On the window's thread only.
 */
final class Pins {

  private record Pin(FieldDefinition field, FieldValue value) {}

  private final ReadOnlyObjectWrapper<Optional<ObjectType>> type =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Place>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, Pin> fields = new HashMap<>();

  ReadOnlyObjectProperty<Optional<ObjectType>> typeProperty() {
    return type.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
    return place.getReadOnlyProperty();
  }

  boolean has(FieldModel field) {
    return fields.containsKey(field.definition().name()) && !field.definition().readOnly();
  }

  /** What a field of a new document begins with, where a value is pinned that it may hold. */
  Optional<FieldValue> valueOf(FieldDefinition field) {
    return Optional.ofNullable(fields.get(field.name()))
        .filter(_ -> !field.readOnly())
        .filter(pin -> sameKind(pin.field(), field))
        .map(Pin::value)
        .filter(value -> Validation.check(field, value).isEmpty());
  }

  /** Pins what is chosen, or takes the pin out. */
  void toggleType(Optional<ObjectType> chosen) {
    type.set(type.get().isPresent() ? Optional.empty() : chosen);
  }

  /** Pins what is chosen, or takes the pin out. */
  void togglePlace(Optional<Place> chosen) {
    place.set(place.get().isPresent() ? Optional.empty() : chosen);
  }

  /** Pins the field's value, or takes the pin out. */
  void toggle(FieldModel field) {
    if (fields.remove(field.definition().name()) == null && !field.definition().readOnly()) {
      fields.put(field.definition().name(), new Pin(field.definition(), field.value()));
    }
    field.setPinned(has(field));
  }

  /** Something was filed like this: what is pinned takes its values. */
  void filed(Optional<IndexData> data, Optional<Place> to) {
    if (type.get().isPresent() && data.isPresent()) {
      type.set(data.map(IndexData::type));
    }
    if (place.get().isPresent() && to.isPresent()) {
      place.set(to);
    }
    data.ifPresent(
        given ->
            given.fields().stream()
                .filter(this::has)
                .forEach(
                    field ->
                        fields.put(
                            field.definition().name(),
                            new Pin(field.definition(), field.value()))));
  }

  private static boolean sameKind(FieldDefinition one, FieldDefinition other) {
    return Objects.equals(one.type().getClass(), other.type().getClass());
  }
}
