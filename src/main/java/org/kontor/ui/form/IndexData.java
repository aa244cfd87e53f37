package org.kontor.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectType;

/** The fields of one type, for one document or for several at once. */
final class IndexData {
  private final ObjectType type;
  private final List<FieldModel> fields;
  private boolean changed;
  private boolean valid;

  private Runnable whenChanged = () -> {};

  private IndexData(ObjectType type, FieldWritings writings) {
    this.type = type;
    fields = type.fields().stream().map(field -> model(field, writings)).toList();
  }

  private static FieldModel model(FieldDefinition field, FieldWritings writings) {
    return switch (field.type()) {
      case FieldType.Choice choice when choice.multiple() ->
          new MultipleField(field, writings.catalog(choice.catalog()));
      case FieldType.Table table -> new TableField(field, table, writings);
      default -> new SingleField(field, writings.of(field.type()));
    };
  }

  /**
   * The fields of a new document.
   *
   * @param pinned what a field begins with instead of the definition's initial value
   */
  static IndexData ofNew(
      ObjectType type,
      FieldWritings writings,
      Function<FieldDefinition, Optional<FieldValue>> pinned) {
    IndexData data = new IndexData(type, writings);
    data.fields.forEach(
        field ->
            pinned
                .apply(field.definition())
                .or(() -> field.definition().initialValue())
                .ifPresent(field::persist));
    data.listen();
    return data;
  }

  /** The fields of documents that exist: what all have in common, the others marked as mixed. */
  static IndexData of(
      ObjectType type, List<Map<String, FieldValue>> documents, FieldWritings writings) {
    IndexData data = new IndexData(type, writings);
    for (FieldModel field : data.fields) {
      common(documents, field).ifPresentOrElse(field::persist, field::persistMixed);
    }
    data.listen();
    return data;
  }

  /** What all documents hold in a field; empty where they differ. */
  private static Optional<FieldValue> common(
      List<Map<String, FieldValue>> documents, FieldModel field) {
    List<FieldValue> values =
        documents.stream().map(document -> in(document, field)).distinct().limit(2).toList();
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private static FieldValue in(Map<String, FieldValue> values, FieldModel field) {
    FieldValue value = values.getOrDefault(field.definition().name(), FieldValue.empty());
    return value.isEmpty() ? FieldValue.empty() : value;
  }

  private void listen() {
    for (FieldModel field : fields) {
      field.onInput(this::derive);
    }
    derive();
  }

  /** Calls this whenever something in the fields has changed. */
  void onChange(Runnable listener) {
    whenChanged = listener;
  }

  private void derive() {
    changed = fields.stream().anyMatch(FieldModel::isChanged);
    valid = fields.stream().allMatch(field -> field.problem().isEmpty());
    whenChanged.run();
  }

  ObjectType type() {
    return type;
  }

  /** In tab order. */
  List<FieldModel> fields() {
    return fields;
  }

  Optional<FieldModel> field(String name) {
    return fields.stream().filter(field -> field.definition().name().equals(name)).findFirst();
  }

  boolean isChanged() {
    return changed;
  }

  boolean isValid() {
    return valid;
  }

  Optional<FieldModel> firstProblem() {
    return fields.stream().filter(field -> field.problem().isPresent()).findFirst();
  }

  /** Everything that may be written and is not empty: what a new document is given. */
  Map<String, FieldValue> values() {
    return collect(writable().filter(field -> !field.value().isEmpty()), false);
  }

  /** What the person has changed; an empty value clears the field. */
  Map<String, FieldValue> changes() {
    return collect(writable().filter(FieldModel::isChanged), false);
  }

  /** What the changed fields held before. */
  Map<String, FieldValue> before() {
    return collect(writable().filter(FieldModel::isChanged), true);
  }

  private Stream<FieldModel> writable() {
    return fields.stream().filter(field -> !field.definition().readOnly());
  }

  private static Map<String, FieldValue> collect(Stream<FieldModel> fields, boolean persisted) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    fields.forEach(
        field ->
            values.put(field.definition().name(), persisted ? field.persisted() : field.value()));
    return values;
  }

  /** From now on everything wrong is shown. */
  void leaveAll() {
    fields.forEach(FieldModel::leave);
  }

  void revert() {
    fields.forEach(FieldModel::revert);
  }

  /** Takes what each document holds now as persisted; what the person has changed stays. */
  void rebase(List<Map<String, FieldValue>> now) {
    fields.forEach(field -> common(now, field).ifPresentOrElse(field::rebase, field::rebaseMixed));
  }

  /** The first field that somebody else has changed too, about which nothing was decided yet. */
  Optional<FieldModel> firstConflict() {
    return fields.stream().filter(field -> field.theirsProperty().get().isPresent()).findFirst();
  }

  /** What is in the fields has been accepted: it is what they hold now. */
  void persistInput() {
    for (FieldModel field : fields) {
      if (field.isChanged()) {
        field.persist(field.value());
      } else {
        field.revert();
      }
    }
  }

  /** Puts values in as if the person had typed them. */
  void enter(Map<String, FieldValue> typed) {
    typed.forEach((name, value) -> field(name).ifPresent(field -> field.enter(value)));
  }

  /**
   * Takes what was typed for another type, where a field has the same name and kind.
   *
   * @return what was typed there and finds no place here
   */
  List<FieldModel> carryOver(IndexData other) {
    return other.typed().filter(from -> !takeOver(from) && !from.value().isEmpty()).toList();
  }

  /** What the person has changed. */
  Stream<FieldModel> typed() {
    return fields.stream().filter(FieldModel::isChanged);
  }

  /**
   * Enters what was typed into another field, into that of the same name and kind.
   *
   * @return whether there is one
   */
  boolean takeOver(FieldModel from) {
    Optional<FieldModel> same =
        field(from.definition().name()).filter(field -> sameKind(from, field));
    same.ifPresent(field -> field.enter(from.value()));
    return same.isPresent();
  }

  private static boolean sameKind(FieldModel a, FieldModel b) {
    return Objects.equals(a.getClass(), b.getClass())
        && Objects.equals(a.definition().type().getClass(), b.definition().type().getClass());
  }

  /** Shows what the server said, beside the fields that it named. */
  void showRefusal(Map<String, String> messages) {
    messages.forEach((name, message) -> field(name).ifPresent(field -> field.refuse(message)));
  }
}
