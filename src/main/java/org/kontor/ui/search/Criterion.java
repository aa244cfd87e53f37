package org.kontor.ui.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.dms.Query;
import org.kontor.model.Catalog;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;

/** What is asked of one field: how it is compared, and with what. */
final class Criterion {
  /** Catalogs up to here are chosen from, larger ones are searched by letters. */
  static final int CHOOSABLE = 200;

  private static final int MOST_VALUES = 100;

  /** How a field is compared. */
  enum Mode {
    CONTAINS,
    EQUAL,
    /** From the first to the second value, either of which may be missing. */
    RANGE,
    IS,
    ANY,
    YES,
    NO,
    EMPTY,
    FILLED
  }

  /** As it is kept for another time; values as they were typed. */
  record Written(String field, Mode mode, String first, String second) {}

  private final FieldDefinition field;
  private final FieldInputs inputs;
  private final Locale locale;
  private final List<Mode> modes;
  private final ObjectProperty<Mode> mode;
  private final StringProperty first = new SimpleStringProperty("");
  private final StringProperty second = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper understood = new ReadOnlyBooleanWrapper(true);

  Criterion(FieldDefinition field, FieldInputs inputs, Locale locale) {
    this.field = field;
    this.inputs = inputs;
    this.locale = locale;
    modes = modesOf(field.type());
    mode = new SimpleObjectProperty<>(modes.getFirst());
    for (StringProperty typed : List.of(first, second)) {
      typed.addListener((_, _, _) -> understood.set(conditions().isPresent()));
    }
    mode.addListener((_, _, _) -> understood.set(conditions().isPresent()));
  }

  /** Whether a field of this kind can be asked for at all. */
  static boolean isFor(FieldDefinition field) {
    return !(field.type() instanceof FieldType.Table);
  }

  private static List<Mode> modesOf(FieldType type) {
    return switch (type) {
      case FieldType.Text _ -> List.of(Mode.CONTAINS, Mode.EQUAL, Mode.EMPTY, Mode.FILLED);
      case FieldType.WholeNumber _, FieldType.Decimal _, FieldType.Date _, FieldType.DateTime _ ->
          List.of(Mode.RANGE, Mode.EMPTY, Mode.FILLED);
      case FieldType.YesNo _ -> List.of(Mode.ANY, Mode.YES, Mode.NO, Mode.EMPTY);
      case FieldType.Choice _, FieldType.Table _ -> List.of(Mode.IS, Mode.EMPTY, Mode.FILLED);
    };
  }

  FieldDefinition field() {
    return field;
  }

  String label() {
    return field.label().in(locale);
  }

  List<Mode> modes() {
    return modes;
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  StringProperty firstProperty() {
    return first;
  }

  StringProperty secondProperty() {
    return second;
  }

  /** Whether what was typed is a value of the field. */
  ReadOnlyBooleanProperty understoodProperty() {
    return understood.getReadOnlyProperty();
  }

  /** The catalog to choose from; empty where the field has none, or a large one. */
  Optional<Catalog> choices() {
    return field.type() instanceof FieldType.Choice(Catalog catalog, boolean _)
            && catalog.choices().skip(CHOOSABLE).findAny().isEmpty()
        ? Optional.of(catalog)
        : Optional.empty();
  }

  boolean takesInput() {
    return switch (mode.get()) {
      case CONTAINS, EQUAL, RANGE, IS -> true;
      case ANY, YES, NO, EMPTY, FILLED -> false;
    };
  }

  Written written() {
    return new Written(field.name(), mode.get(), first.get(), second.get());
  }

  void restore(Written kept) {
    if (modes.contains(kept.mode())) {
      mode.set(kept.mode());
      first.set(kept.first());
      second.set(kept.second());
    }
  }

  void clear() {
    mode.set(modes.getFirst());
    first.set("");
    second.set("");
  }

  boolean isOpen() {
    return switch (mode.get()) {
      case ANY -> true;
      case YES, NO, EMPTY, FILLED -> false;
      case RANGE -> first.get().isBlank() && second.get().isBlank();
      case CONTAINS, EQUAL, IS -> first.get().isBlank();
    };
  }

  /** What must hold; nothing while it is open. Empty where what was typed is no value. */
  Optional<List<Query.Condition>> conditions() {
    if (isOpen()) {
      return Optional.of(List.of());
    }
    return switch (mode.get()) {
      case ANY -> Optional.of(List.of());
      case YES -> holds(Query.Operator.EQUAL, "1");
      case NO -> holds(Query.Operator.EQUAL, "0");
      case EMPTY -> holds(Query.Operator.EMPTY);
      case FILLED -> holds(Query.Operator.FILLED);
      case CONTAINS -> holds(Query.Operator.CONTAINS, first.get().strip());
      case EQUAL -> holds(Query.Operator.EQUAL, first.get().strip());
      case IS -> values();
      case RANGE -> range();
    };
  }

  private Optional<List<Query.Condition>> values() {
    if (!(field.type() instanceof FieldType.Choice(Catalog catalog, boolean multiple))) {
      return Optional.empty();
    }
    String wanted = first.get().strip();
    List<String> meant =
        catalog.choice(wanted).isPresent() ? List.of(wanted) : labelled(catalog, wanted);
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    if (!multiple) {
      return meant.size() == 1
          ? holds(Query.Operator.EQUAL, meant.getFirst())
          : holds(Query.Operator.ONE_OF, meant.toArray(String[]::new));
    }
    // Several values stand in such a field one behind the other.
    return Optional.of(
        List.of(
            new Query.AnyOf(
                meant.stream()
                    .<Query.Condition>map(
                        value -> Query.where(field.name(), Query.Operator.CONTAINS, value))
                    .toList())));
  }

  private List<String> labelled(Catalog catalog, String letters) {
    String wanted = letters.toLowerCase(locale);
    return catalog
        .choices()
        .filter(entry -> entry.label().in(locale).toLowerCase(locale).contains(wanted))
        .map(Catalog.Entry::value)
        .distinct()
        .limit(MOST_VALUES)
        .toList();
  }

  private Optional<List<Query.Condition>> range() {
    boolean moments = field.type() instanceof FieldType.DateTime;
    FieldType type = moments ? new FieldType.Date() : field.type();
    List<Query.Condition> both = new ArrayList<>();
    boolean fits =
        edge(type, first.get(), from -> both.add(from(from, moments)))
            && edge(type, second.get(), to -> both.add(to(to, moments)));
    return fits ? Optional.of(both) : Optional.empty();
  }

  private boolean edge(FieldType type, String input, Consumer<String> found) {
    if (input.isBlank()) {
      return true;
    }
    Optional<String> value = inputs.read(type, input);
    value.ifPresent(found);
    return value.isPresent();
  }

  private Query.Condition from(String value, boolean moment) {
    return Query.where(
        field.name(), Query.Operator.AT_LEAST, moment ? start(LocalDate.parse(value)) : value);
  }

  /** A moment lies on the last day as long as the next one has not begun. */
  private Query.Condition to(String value, boolean moment) {
    return moment
        ? Query.where(field.name(), Query.Operator.LESS, start(LocalDate.parse(value).plusDays(1)))
        : Query.where(field.name(), Query.Operator.AT_MOST, value);
  }

  private static String start(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime().toInstant().toString();
  }

  private Optional<List<Query.Condition>> holds(Query.Operator operator, String... values) {
    return Optional.of(List.of(Query.where(field.name(), operator, values)));
  }
}
