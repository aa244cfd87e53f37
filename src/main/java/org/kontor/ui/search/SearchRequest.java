package org.kontor.ui.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Place;

/**
 * What a person asked for, as it is kept for another time.
 *
 * @param below the container that was looked in; empty for everywhere
 * @param order key of an {@link Order}
 */
record SearchRequest(
    String words,
    Optional<TypeId> type,
    List<Criterion.Written> fields,
    Optional<Place> below,
    String order) {
  SearchRequest {
    fields = List.copyOf(fields);
  }

  /** Nothing is asked for. */
  boolean isOpen() {
    return words.isBlank() && type.isEmpty();
  }

  /** One line without breaks. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add("words=" + code(words));
    type.ifPresent(id -> parts.add("type=" + code(id.value())));
    fields.forEach(
        field ->
            parts.add(
                "field="
                    + String.join(
                        ":",
                        code(field.field()),
                        field.mode().name(),
                        code(field.first()),
                        code(field.second()))));
    below.ifPresent(
        place -> {
          if (place.location() instanceof Location.Container(var id, var of, var kind)) {
            parts.add(
                "below="
                    + String.join(
                        ":", code(id.value()), code(of.value()), kind.name(), code(place.title())));
          }
        });
    parts.add("order=" + code(order));
    return String.join("&", parts);
  }

  /** Empty for a line that another version of the program may have written. */
  static Optional<SearchRequest> of(String line) {
    String words = "";
    String order = Order.NEWEST.key();
    Optional<TypeId> type = Optional.empty();
    Optional<Place> below = Optional.empty();
    List<Criterion.Written> fields = new ArrayList<>();
    try {
      for (String part : line.split("&", -1)) {
        String[] pair = part.split("=", 2);
        if (pair.length < 2) {
          return Optional.empty();
        }
        switch (pair[0]) {
          case "words" -> words = decode(pair[1]);
          case "order" -> order = decode(pair[1]);
          case "type" -> type = Optional.of(new TypeId(decode(pair[1])));
          case "field" -> fields.add(field(pair[1].split(":", -1)));
          case "below" -> below = Optional.of(place(pair[1].split(":", -1)));
          default -> {
            return Optional.empty();
          }
        }
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
      return Optional.empty();
    }
    return Optional.of(new SearchRequest(words, type, fields, below, order));
  }

  private static Criterion.Written field(String[] parts) {
    Criterion.Mode mode =
        Stream.of(Criterion.Mode.values())
            .filter(known -> known.name().equals(parts[1]))
            .findFirst()
            .orElseThrow(IllegalArgumentException::new);
    return new Criterion.Written(decode(parts[0]), mode, decode(parts[2]), decode(parts[3]));
  }

  private static Place place(String[] parts) {
    Kind kind = parts[2].equals(Kind.FOLDER.name()) ? Kind.FOLDER : Kind.REGISTER;
    return new Place(
        new Location.Container(new ObjectId(decode(parts[0])), new TypeId(decode(parts[1])), kind),
        decode(parts[3]),
        List.of());
  }

  private static String code(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
