package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Place;

/**
 * A draft as it is written down for the next start: what was decided, and for each field that was
 * typed in what it held before, so that it is noticed when somebody else changes it meanwhile.
 *
 * @param ids the documents it is about
 * @param tray whether they lie in the tray
 * @param type the type chosen
 * @param place where they shall go
 * @param editing whether the fields were open
 * @param fields by their names
 */
record KeptDraft(
    Set<ObjectId> ids,
    boolean tray,
    Optional<TypeId> type,
    Optional<Place> place,
    boolean editing,
    Map<String, Typed> fields) {
  private static final String VERSION = "1";
  private static final int PARTS = 7;

  /**
   * What was typed.
   *
   * @param before what the field held
   * @param value what was understood
   * @param letters as they were typed, where they could not be understood yet
   */
  record Typed(FieldValue before, FieldValue value, Optional<String> letters) {}

  /** What is worth keeping of a draft. */
  static KeptDraft of(FormDraft draft) {
    Map<String, Typed> fields = new LinkedHashMap<>();
    draft
        .data()
        .ifPresent(
            data ->
                data.typed()
                    .forEach(
                        field ->
                            fields.put(
                                field.definition().name(),
                                new Typed(field.persisted(), field.value(), letters(field)))));
    return new KeptDraft(
        draft.subject().ids(),
        draft.subject() instanceof Subject.Tray,
        draft.isTypeFixed() ? Optional.empty() : draft.type().map(type -> type.id()),
        draft.place(),
        draft.isEditing(),
        fields);
  }

  private static Optional<String> letters(FieldModel field) {
    return field instanceof SingleField single && field.problem().isPresent()
        ? Optional.of(single.inputProperty().get())
        : Optional.empty();
  }

  String line() {
    return PackedText.pack(
        List.of(
            VERSION,
            PackedText.pack(ids.stream().map(ObjectId::value).sorted().toList()),
            flag(tray),
            type.map(TypeId::value).orElse(""),
            place.map(KeptDraft::packed).orElse(""),
            flag(editing),
            PackedText.pack(
                fields.entrySet().stream()
                    .map(field -> packed(field.getKey(), field.getValue()))
                    .toList())));
  }

  /** Empty for a line that another version of the program may have written. */
  static Optional<KeptDraft> of(String line) {
    return PackedText.unpack(line)
        .filter(parts -> parts.size() == PARTS && parts.getFirst().equals(VERSION))
        .flatMap(KeptDraft::of);
  }

  private static Optional<KeptDraft> of(List<String> parts) {
    Optional<List<String>> ids = PackedText.unpack(parts.get(1)).filter(some -> !some.isEmpty());
    Optional<List<String>> packedFields = PackedText.unpack(parts.get(6));
    if (ids.isEmpty() || packedFields.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Typed> fields = new LinkedHashMap<>();
    packedFields.get().stream()
        .flatMap(field -> PackedText.unpack(field).stream())
        .filter(field -> field.size() >= 3)
        .forEach(field -> fields.put(field.getFirst(), typed(field)));
    return Optional.of(
        new KeptDraft(
            ids.get().stream().map(ObjectId::new).collect(Collectors.toUnmodifiableSet()),
            isSet(parts.get(2)),
            Optional.of(parts.get(3)).filter(type -> !type.isEmpty()).map(TypeId::new),
            place(parts.get(4)),
            isSet(parts.get(5)),
            fields));
  }

  private static String packed(String name, Typed typed) {
    List<String> parts =
        new ArrayList<>(List.of(name, packed(typed.before()), packed(typed.value())));
    typed.letters().ifPresent(parts::add);
    return PackedText.pack(parts);
  }

  private static Typed typed(List<String> parts) {
    return new Typed(
        value(parts.get(1)),
        value(parts.get(2)),
        parts.size() > 3 ? Optional.of(parts.get(3)) : Optional.empty());
  }

  private static String packed(FieldValue value) {
    return switch (value) {
      case FieldValue.Empty _ -> "";
      case FieldValue.Single(String text) -> PackedText.pack(List.of("one", text));
      case FieldValue.Multiple(List<String> values) ->
          PackedText.pack(Stream.concat(Stream.of("many"), values.stream()).toList());
      case FieldValue.Table(List<String> columns, List<List<String>> rows) ->
          PackedText.pack(
              Stream.concat(
                      Stream.of("table", PackedText.pack(columns)),
                      rows.stream().map(PackedText::pack))
                  .toList());
    };
  }

  private static FieldValue value(String packed) {
    List<String> parts = PackedText.unpack(packed).orElse(List.of());
    if (parts.size() < 2) {
      return FieldValue.empty();
    }
    List<String> rest = parts.subList(1, parts.size());
    return switch (parts.getFirst()) {
      case "one" -> FieldValue.of(rest.getFirst());
      case "many" -> new FieldValue.Multiple(rest);
      case "table" ->
          new FieldValue.Table(
              PackedText.unpack(rest.getFirst()).orElse(List.of()),
              rest.stream().skip(1).flatMap(row -> PackedText.unpack(row).stream()).toList());
      default -> FieldValue.empty();
    };
  }

  private static String packed(Place place) {
    if (!(place.location() instanceof Location.Container(var id, var type, var kind))) {
      return "";
    }
    List<String> parts =
        new ArrayList<>(List.of(id.value(), type.value(), kind.name(), place.title()));
    parts.addAll(place.path());
    return PackedText.pack(parts);
  }

  private static Optional<Place> place(String packed) {
    List<String> parts = PackedText.unpack(packed).orElse(List.of());
    if (parts.size() < 4) {
      return Optional.empty();
    }
    return Stream.of(Kind.FOLDER, Kind.REGISTER)
        .filter(kind -> Objects.equals(kind.name(), parts.get(2)))
        .findFirst()
        .map(
            kind ->
                new Place(
                    new Location.Container(
                        new ObjectId(parts.get(0)), new TypeId(parts.get(1)), kind),
                    parts.get(3),
                    parts.subList(4, parts.size())));
  }

  private static String flag(boolean is) {
    return is ? "yes" : "no";
  }

  private static boolean isSet(String flag) {
    return flag.equals("yes");
  }
}
