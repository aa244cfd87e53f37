package org.kontor.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.dms.Query;
import org.kontor.model.Cabinet;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.ui.common.Place;

/** What is asked for: words, a type with its fields, a container to look below, an order. */
final class SearchQuestion {
  private static final int SHORTEST_BEGINNING = 2;

  private final Schema schema;
  private final SearchForm form;
  private final Runnable edited;
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<Optional<ObjectType>> type =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);
  private final ObjectProperty<Optional<Place>> below =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Place>> here = new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty onlyBelow = new SimpleBooleanProperty();
  private boolean restoring;

  /**
   * @param edited called after every change by the person
   */
  SearchQuestion(Schema schema, FieldInputs inputs, Locale locale, Runnable edited) {
    this.schema = schema;
    this.edited = edited;
    form = new SearchForm(inputs, locale, this::changed);
    words.addListener((_, _, _) -> changed());
    order.addListener((_, _, _) -> changed());
    type.addListener(
        (_, _, now) -> {
          form.show(now);
          if (!orders().contains(order.get())) {
            order.set(Order.NEWEST);
          }
          changed();
        });
    onlyBelow.addListener((_, _, only) -> below.set(only ? container() : Optional.empty()));
    below.addListener((_, _, _) -> changed());
  }

  StringProperty wordsProperty() {
    return words;
  }

  ObjectProperty<Optional<ObjectType>> typeProperty() {
    return type;
  }

  ReadOnlyObjectProperty<List<Criterion>> criteriaProperty() {
    return form.criteriaProperty();
  }

  ObjectProperty<Order> orderProperty() {
    return order;
  }

  /** Whether only what lies in {@link #container} is looked at. */
  BooleanProperty onlyBelowProperty() {
    return onlyBelow;
  }

  ReadOnlyObjectProperty<Optional<Place>> belowProperty() {
    return below;
  }

  /** The container that is shown in the tree; empty for none. */
  ObjectProperty<Optional<Place>> hereProperty() {
    return here;
  }

  /** The container looked below, else the one shown; empty for none. */
  Optional<Place> container() {
    return below.get().or(here::get);
  }

  /** Any type, then each cabinet's folders, registers and documents. */
  List<Optional<ObjectType>> types() {
    List<Optional<ObjectType>> all = new ArrayList<>(List.of(Optional.empty()));
    schema.cabinets().stream().flatMap(Cabinet::types).map(Optional::of).forEach(all::add);
    return all;
  }

  List<Order> orders() {
    Stream<Order> fixed =
        Stream.of(
            Order.NEWEST,
            Order.of(Query.Fixed.MODIFIED, false),
            Order.of(Query.Fixed.CREATED, true),
            Order.of(Query.Fixed.CREATED, false));
    Stream<Order> fields =
        form.criteriaProperty().get().stream()
            .map(criterion -> criterion.field().name())
            .flatMap(name -> Stream.of(Order.of(name, false), Order.of(name, true)));
    return Stream.concat(fixed, fields).toList();
  }

  /** As it can be kept for another time. */
  SearchRequest request() {
    return new SearchRequest(
        words.get().strip(),
        type.get().map(ObjectType::id),
        form.written(),
        below.get(),
        order.get().key());
  }

  /** Asks for what was asked for another time. */
  void restore(SearchRequest kept) {
    restoring = true;
    try {
      words.set(kept.words());
      type.set(kept.type().flatMap(schema::type));
      form.clear();
      form.restore(kept.fields());
      onlyBelow.set(kept.below().isPresent());
      below.set(kept.below());
      order.set(
          orders().stream()
              .filter(known -> known.key().equals(kept.order()))
              .findFirst()
              .orElse(Order.NEWEST));
    } finally {
      restoring = false;
    }
  }

  /**
   * For the server.
   *
   * @param fullText whether it searches words
   * @return empty while nothing is asked for, or something typed is no value of its field
   */
  Optional<Query> query(boolean fullText) {
    String asked = fullText ? beginning(words.get().strip()) : "";
    if (asked.isEmpty() && type.get().isEmpty()) {
      return Optional.empty();
    }
    return form.conditions()
        .map(
            conditions ->
                new Query(
                    type.get().map(ObjectType::id).stream().toList(),
                    conditions,
                    asked,
                    below
                        .get()
                        .map(Place::location)
                        .filter(Location.Container.class::isInstance)
                        .map(Location.Container.class::cast),
                    List.of(new Query.Sort(order.get().column(), order.get().descending()))));
  }

  /** Whether everything typed is a value of its field. */
  boolean isUnderstood() {
    return form.conditions().isPresent();
  }

  /** The last word may not be finished yet. */
  static String beginning(String typed) {
    String last = typed.substring(typed.lastIndexOf(' ') + 1);
    boolean word =
        last.length() >= SHORTEST_BEGINNING
            && last.codePoints().allMatch(Character::isLetterOrDigit)
            && !List.of("AND", "OR", "NOT").contains(last);
    return word ? typed + '*' : typed;
  }

  private void changed() {
    if (!restoring) {
      edited.run();
    }
  }
}
