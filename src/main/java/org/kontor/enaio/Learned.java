package org.kontor.enaio;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found out about a service.
 *
 * @param version what it told
 * @param below where it told none: a version that it has not reached yet, by what it cannot do
 * @param dialect the ways that were seen to work
 */
record Learned(Optional<ServiceVersion> version, Optional<ServiceVersion> below, Dialect dialect) {
  static final Learned NOTHING = new Learned(Optional.empty(), Optional.empty(), Dialect.DEFAULT);

  private static final String VERSION = "serviceVersion";
  private static final String BELOW = "serviceVersionBelow";

  static Learned of(Map<String, String> facts) {
    return new Learned(
        Optional.ofNullable(facts.get(VERSION)).flatMap(ServiceVersion::of),
        Optional.ofNullable(facts.get(BELOW)).flatMap(ServiceVersion::of),
        Dialect.of(facts));
  }

  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    version.ifPresent(known -> facts.put(VERSION, known.toString()));
    below.ifPresent(known -> facts.put(BELOW, known.toString()));
    dialect.settled().forEach((point, way) -> facts.put(point.key(), way));
    return facts;
  }

  Learned with(Point point, String way) {
    return new Learned(version, below, dialect.with(point, way));
  }

  boolean isNothing() {
    return equals(NOTHING);
  }
}
