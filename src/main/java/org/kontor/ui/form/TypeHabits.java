package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Notebook;

/**
 * The types that a person uses most, and the letters that she chose for them. The most used ones
 * keep their numbers while the program runs: keys that change their meaning would mislead.
 */
public final class TypeHabits {
  /** As many as there are keys Alt+1 to Alt+9. */
  static final int MOST_USED = 9;

  private static final String USES = "types.used";
  private static final String SHORT_CUTS = "types.short";

  private final Schema schema;
  private final Notebook notebook;
  private final Map<TypeId, Integer> uses = new LinkedHashMap<>();
  private final Map<TypeId, String> shortCuts = new LinkedHashMap<>();
  private final List<TypeId> mostUsed = new ArrayList<>();

  public TypeHabits(Schema schema, Notebook notebook) {
    this.schema = schema;
    this.notebook = notebook;
    for (String line : notebook.page(USES)) {
      String[] parts = line.split(" ", 2);
      if (parts.length == 2 && parts[0].matches("\\d{1,9}")) {
        uses.put(new TypeId(parts[1]), Integer.parseInt(parts[0]));
      }
    }
    for (String line : notebook.page(SHORT_CUTS)) {
      String[] parts = line.split(" ", 2);
      if (parts.length == 2) {
        shortCuts.put(new TypeId(parts[1]), parts[0]);
      }
    }
    uses.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .filter(id -> schema.type(id).isPresent())
        .limit(MOST_USED)
        .forEach(mostUsed::add);
  }

  /** The document types used most, in the order of their keys. */
  public List<ObjectType> mostUsed() {
    return mostUsed.stream().flatMap(id -> schema.type(id).stream()).toList();
  }

  /** The number of the key Alt+1 to Alt+9 that chooses the type; 0 where none does. */
  int number(TypeId type) {
    return mostUsed.indexOf(type) + 1;
  }

  /** The letters that stand for a type, as they are compared; empty where none were chosen. */
  String shortCut(TypeId type) {
    return shortCuts.getOrDefault(type, "");
  }

  /** Replaces all letters that stand for types; those without letters are left out. */
  void setShortCuts(Map<TypeId, String> chosen) {
    shortCuts.clear();
    chosen.forEach(
        (type, letters) -> {
          if (!letters.isBlank()) {
            shortCuts.put(type, normal(letters));
          }
        });
    notebook.write(
        SHORT_CUTS,
        shortCuts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().value())
            .toList());
  }

  /** The type that exactly these letters were chosen for. */
  Optional<TypeId> withShortCut(String letters) {
    String wanted = normal(letters);
    return shortCuts.entrySet().stream()
        .filter(entry -> !wanted.isEmpty() && entry.getValue().equals(wanted))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Documents were given this type. */
  void used(TypeId type) {
    uses.merge(type, 1, Integer::sum);
    if (!mostUsed.contains(type) && mostUsed.size() < MOST_USED) {
      mostUsed.add(type);
    }
    notebook.write(
        USES,
        uses.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().value())
            .toList());
  }

  /** Letters without blanks, as they are compared. */
  static String normal(String letters) {
    return TypeAhead.key(letters).replaceAll("\\s", "");
  }
}
