package org.kontor.enaio;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a server wants to be asked, where the reference leaves it open.
 *
 * @param settled the way for each point that is decided; the others are asked in their likeliest
 *     way
 */
public record Dialect(Map<Point, String> settled) {
  /** Nothing is decided. */
  public static final Dialect DEFAULT = new Dialect(Map.of());

  public Dialect {
    settled = Map.copyOf(settled);
  }

  /** By the keys of a profile; others are left out. */
  public static Dialect of(Map<String, String> byKey) {
    Map<Point, String> settled = new EnumMap<>(Point.class);
    byKey.forEach((key, way) -> Point.of(key).ifPresent(point -> settled.put(point, way)));
    return new Dialect(settled);
  }

  Optional<String> way(Point point) {
    return Optional.ofNullable(settled.get(point));
  }

  Dialect with(Point point, String way) {
    Map<Point, String> more = new HashMap<>(settled);
    more.put(point, way);
    return new Dialect(more);
  }
}
