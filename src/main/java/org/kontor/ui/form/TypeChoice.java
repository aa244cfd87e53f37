package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.model.Cabinet;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;

/** Finds and holds the type that documents shall have. */
final class TypeChoice {

  /**
   * A type offered in the chooser.
   *
   * @param key what it is found by
   */
  record Option(ObjectType type, String name, String cabinet, String key) {}

  private final List<Option> all;
  private final ReadOnlyObjectWrapper<Optional<ObjectType>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper fixed = new ReadOnlyBooleanWrapper();
  private final TypeHabits habits;
  private final Schema schema;
  private Predicate<ObjectType> offered = type -> type.kind() == Kind.DOCUMENT;

  TypeChoice(Schema schema, Locale locale, TypeHabits habits) {
    this.habits = habits;
    this.schema = schema;
    all =
        schema.cabinets().stream()
            .flatMap(cabinet -> cabinet.types().map(type -> option(cabinet, type, locale)))
            .collect(
                Collectors.toMap(
                    option -> option.type().id(),
                    option -> option,
                    (first, _) -> first,
                    LinkedHashMap::new))
            .values()
            .stream()
            .toList();
  }

  private static Option option(Cabinet cabinet, ObjectType type, Locale locale) {
    String name = type.name().in(locale);
    return new Option(type, name, cabinet.name().in(locale), TypeAhead.key(name));
  }

  // --- out ---

  /** The types that were meant by some letters, the best match first. */
  List<Option> find(String letters) {
    List<Option> candidates = all.stream().filter(option -> offered.test(option.type())).toList();
    List<Option> found =
        new ArrayList<>(TypeAhead.best(letters, candidates, Option::key, candidates.size()));
    habits
        .withShortCut(letters)
        .flatMap(
            id -> candidates.stream().filter(option -> option.type().id().equals(id)).findFirst())
        .ifPresent(
            meant -> {
              found.remove(meant);
              found.addFirst(meant);
            });
    return found;
  }

  /** The number of the key Alt+1 to Alt+9 that chooses it; 0 where none does. */
  int number(Option option) {
    return habits.number(option.type().id());
  }

  /** The letters that the person chose for it; empty where she chose none. */
  String shortCut(Option option) {
    return habits.shortCut(option.type().id());
  }

  ReadOnlyObjectProperty<Optional<ObjectType>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  Optional<ObjectType> chosen() {
    return chosen.get();
  }

  /** Whether the documents have their type already: it cannot be changed (reference 3.1.16). */
  ReadOnlyBooleanProperty fixedProperty() {
    return fixed.getReadOnlyProperty();
  }

  // --- in ---

  void choose(ObjectType type) {
    if (!fixed.get() && offered.test(type)) {
      chosen.set(Optional.of(type));
    }
  }

  /** Nobody has to choose what cannot be anything else there. */
  void chooseOnlyOneFor(Location.Container place) {
    List<ObjectType> there =
        schema.childTypes(place.type()).filter(type -> offered.test(type)).toList();
    if (chosen.get().isEmpty() && there.size() == 1) {
      choose(there.getFirst());
    }
  }

  /** Begins anew: what is chosen, whether it may be changed, and which types are offered. */
  void begin(Optional<ObjectType> type, boolean isFixed, Predicate<ObjectType> among) {
    offered = among;
    fixed.set(isFixed);
    chosen.set(type);
  }
}
