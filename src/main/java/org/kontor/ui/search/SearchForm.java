package org.kontor.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.dms.Query;
import org.kontor.model.ObjectType;

/** The fields of the chosen type, to ask for them; what was typed stays for the next type. */
final class SearchForm {
  private final FieldInputs inputs;
  private final Locale locale;
  private final Runnable edited;
  private final ReadOnlyObjectWrapper<List<Criterion>> criteria =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<ObjectType> type = Optional.empty();

  /**
   * @param edited called after every change by the person
   */
  SearchForm(FieldInputs inputs, Locale locale, Runnable edited) {
    this.inputs = inputs;
    this.locale = locale;
    this.edited = edited;
  }

  /** One for each field that can be asked for, in the order of the definition. */
  ReadOnlyObjectProperty<List<Criterion>> criteriaProperty() {
    return criteria.getReadOnlyProperty();
  }

  /** Makes it anew; fields of the same name keep what is asked of them. */
  void show(Optional<ObjectType> next) {
    if (next.equals(type)) {
      return;
    }
    List<Criterion.Written> before = written();
    type = next;
    List<Criterion> made = new ArrayList<>();
    next.stream()
        .flatMap(of -> of.fields().stream())
        .filter(Criterion::isFor)
        .forEach(field -> made.add(new Criterion(field, inputs, locale)));
    criteria.set(List.copyOf(made));
    restore(before);
    for (Criterion criterion : made) {
      criterion.modeProperty().addListener((_, _, _) -> edited.run());
      criterion.firstProperty().addListener((_, _, _) -> edited.run());
      criterion.secondProperty().addListener((_, _, _) -> edited.run());
    }
  }

  void clear() {
    criteria.get().forEach(Criterion::clear);
  }

  /** Of the fields that are asked for. */
  List<Criterion.Written> written() {
    return criteria.get().stream()
        .filter(criterion -> !criterion.isOpen())
        .map(Criterion::written)
        .toList();
  }

  void restore(List<Criterion.Written> kept) {
    for (Criterion.Written written : kept) {
      criteria.get().stream()
          .filter(criterion -> criterion.field().name().equals(written.field()))
          .forEach(criterion -> criterion.restore(written));
    }
  }

  /** Empty where something typed is no value of its field. */
  Optional<List<Query.Condition>> conditions() {
    List<Query.Condition> all = new ArrayList<>();
    for (Criterion criterion : criteria.get()) {
      Optional<List<Query.Condition>> own = criterion.conditions();
      if (own.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(own.get());
    }
    return Optional.of(all);
  }
}
