package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kontor.local.definition.Field;
import org.kontor.local.store.TypeTables;

/** The SQL of one select while it is put together, and which tables it turns out to need. */
final class Sql {
  private static final Pattern PLACE = Pattern.compile("\\bp\\.");
  private static final Pattern OBJECT = Pattern.compile("\\bo\\.");

  private final Target target;
  private final boolean byPlace;
  private final List<Object> arguments = new ArrayList<>();
  private boolean object;
  private boolean fields;
  private boolean place;

  Sql(Target target, boolean byPlace) {
    this.target = target;
    this.byPlace = byPlace;
    this.place = byPlace;
    this.object = !byPlace;
  }

  /** What a column is compared and ordered by. */
  String compared(Column column) {
    return switch (column) {
      case Column.OfField(Field field) -> {
        fields = true;
        yield "t." + TypeTables.comparedColumn(field);
      }
      case Column.OfSystem(SystemColumn system) -> of(target.sql(system));
      case Column.OfEvent(EventColumn event) -> event.sql();
      case Column.Score score -> throw new IllegalStateException("the score is no column");
    };
  }

  /** An expression over the object, taken from the place where that saves a look-up. */
  String of(String expression) {
    if (PLACE.matcher(expression).find()) {
      place = true;
      object |= OBJECT.matcher(expression).find();
      return expression;
    }
    if (byPlace) {
      switch (expression) {
        case "o.id" -> {
          return "p.object";
        }
        case "o.created" -> {
          return "p.created";
        }
        default -> {
          String onPlace = expression.replace("o.type", "p.type");
          if (!onPlace.contains("o.")) {
            return onPlace;
          }
        }
      }
    }
    object = true;
    return expression;
  }

  /** Binds a value and returns its mark. */
  String bind(Object value) {
    arguments.add(value);
    return "?";
  }

  List<Object> arguments() {
    return arguments;
  }

  boolean needsObject() {
    return object;
  }

  boolean needsFields() {
    return fields;
  }

  boolean needsPlace() {
    return place;
  }
}
