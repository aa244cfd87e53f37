package org.kontor.rillsoft;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.http.Resource;

/**
 * All that the documentation does not say about a server, in one place: what the administrator
 * settled, and for the rest the first assumptions of the reference (3.6).
 *
 * @param settled by point; the others are as {@link Point#usual} says
 */
public record RillsoftDialect(Map<Point, String> settled) {
  /** Nothing is settled. */
  public static final RillsoftDialect DEFAULT = new RillsoftDialect(Map.of());

  private static final String TOKEN = "token";
  private static final String ALL = "all";

  public RillsoftDialect {
    settled = Map.copyOf(settled);
  }

  /** By the keys of a profile; others are left out. */
  public static RillsoftDialect of(Map<String, String> byKey) {
    Map<Point, String> settled = new EnumMap<>(Point.class);
    byKey.forEach((key, text) -> Point.of(key).ifPresent(point -> settled.put(point, text)));
    return new RillsoftDialect(settled);
  }

  String text(Point point) {
    return settled.getOrDefault(point, point.usual()).strip();
  }

  /** The names that a property may have, the likeliest first. */
  List<String> names(Point point) {
    return Point.words(text(point));
  }

  /** Whether the person's password is the token itself, made somewhere else. */
  public boolean tokenIsGiven() {
    return text(Point.SIGN_IN).equals(TOKEN);
  }

  /** Whether documents hang on projects and subprojects too. */
  boolean documentsEverywhere() {
    return text(Point.DOCUMENT_PARENTS).equals(ALL);
  }

  List<Long> onlyClients() {
    return names(Point.ONLY_CLIENTS).stream()
        .filter(word -> word.chars().allMatch(Character::isDigit))
        .map(Long::valueOf)
        .toList();
  }

  /**
   * A path with its values, each of which stays in its segment.
   *
   * @return empty where the profile says that there is no such path
   */
  Optional<Resource> resource(Point point, Map<String, String> values) {
    return text(point).isEmpty() ? Optional.empty() : Optional.of(resource(text(point), values));
  }

  /** The paths of a point that may have several, likeliest first. */
  List<Resource> resources(Point point, Map<String, String> values) {
    return names(point).stream().map(path -> resource(path, values)).toList();
  }

  /** The same with a path of the documentation. */
  Resource resource(String template, Map<String, String> values) {
    String whole = template.startsWith("/") ? template : text(Point.API_PATH) + '/' + template;
    return Resource.of(
        Point.words(whole.replace('/', ' ')).stream()
            .map(
                segment ->
                    segment.startsWith("{") && segment.endsWith("}")
                        ? values.getOrDefault(segment.substring(1, segment.length() - 1), segment)
                        : segment)
            .toArray(String[]::new));
  }
}
