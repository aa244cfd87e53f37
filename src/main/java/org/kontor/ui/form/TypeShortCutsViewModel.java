package org.kontor.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.model.Cabinet;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** The letters that stand for types, while a person changes them. */
public final class TypeShortCutsViewModel {

  /** One type, and what is typed for it. */
  record Line(ObjectType type, String name, String cabinet, StringProperty letters) {}

  private final TypeHabits habits;
  private final List<Line> lines;

  public TypeShortCutsViewModel(Schema schema, TypeHabits habits, Locale locale) {
    this.habits = habits;
    lines =
        schema.cabinets().stream()
            .flatMap(
                cabinet ->
                    cabinet.documentTypes().stream().map(type -> line(cabinet, type, locale)))
            .toList();
  }

  private Line line(Cabinet cabinet, ObjectType type, Locale locale) {
    return new Line(
        type,
        type.name().in(locale),
        cabinet.name().in(locale),
        new SimpleStringProperty(habits.shortCut(type.id())));
  }

  List<Line> lines() {
    return lines;
  }

  /** The type above that has the same letters; empty when there is none. */
  Optional<String> twice(Line line) {
    String letters = TypeHabits.normal(line.letters().get());
    return lines.stream()
        .takeWhile(other -> !other.equals(line))
        .filter(other -> !letters.isEmpty())
        .filter(other -> TypeHabits.normal(other.letters().get()).equals(letters))
        .map(Line::name)
        .findFirst();
  }

  /**
   * Keeps what was typed.
   *
   * @return false when some letters stand for two types: then nothing is kept
   */
  boolean save() {
    if (lines.stream().anyMatch(line -> twice(line).isPresent())) {
      return false;
    }
    Map<TypeId, String> chosen = new HashMap<>();
    lines.forEach(line -> chosen.put(line.type().id(), line.letters().get()));
    habits.setShortCuts(chosen);
    return true;
  }
}
