package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Feature;

/**
 * What is known of one service: its version, what it can do, and how it wants to be asked. What the
 * administrator fixed comes first, then what was found out, then the likeliest. Safe from several
 * threads.
 */
final class Service {
  private final Dialect fixed;
  private final Optional<ServiceVersion> fixedVersion;
  private final Optional<ServiceMemory> memory;
  private final Set<Ability> missing = ConcurrentHashMap.newKeySet();
  private final Map<Point, Boolean> unanswered = new ConcurrentHashMap<>();
  private volatile Learned learned;

  Service(Dialect fixed, Optional<ServiceVersion> fixedVersion, Optional<ServiceMemory> memory) {
    this.fixed = fixed;
    this.fixedVersion = fixedVersion;
    this.memory = memory;
    learned = memory.map(kept -> Learned.of(kept.recall())).orElse(Learned.NOTHING);
  }

  /** The way to ask about a point now. */
  String way(Point point) {
    return fixed
        .way(point)
        .or(() -> learned.dialect().way(point))
        .orElseGet(() -> point.ways().getFirst());
  }

  /** All ways to ask, the present one first; only one where the administrator fixed it. */
  List<String> ways(Point point) {
    List<String> ways = new ArrayList<>(List.of(way(point)));
    if (!isFixed(point)) {
      point.ways().stream().filter(way -> !ways.contains(way)).forEach(ways::add);
    }
    return ways;
  }

  boolean isFixed(Point point) {
    return fixed.way(point).isPresent();
  }

  /** Whether a way to ask was seen to work, at this or an earlier start. */
  boolean isSettled(Point point) {
    return learned.dialect().way(point).isPresent();
  }

  /** A way was seen to work. */
  synchronized void works(Point point, String way) {
    unanswered.remove(point);
    if (!isFixed(point) && !learned.dialect().way(point).equals(Optional.of(way))) {
      learn(learned.with(point, way));
    }
  }

  /**
   * None of the ways to ask about a point is understood: it is not offered until the next start.
   */
  void noneWorks(Point point) {
    unanswered.put(point, true);
  }

  /** What was seen to work no longer does: the next sign-in finds out anew. */
  synchronized void forgetWays() {
    learn(new Learned(learned.version(), learned.below(), Dialect.DEFAULT));
  }

  /** The version that the service told of itself, if it did; a new one makes all else doubtful. */
  synchronized void identify(Optional<ServiceVersion> told) {
    if (told.isPresent() && !learned.version().equals(told)) {
      missing.clear();
      unanswered.clear();
      learn(
          learned.version().isPresent() || learned.below().isPresent()
              ? new Learned(told, Optional.empty(), Dialect.DEFAULT)
              : new Learned(told, Optional.empty(), learned.dialect()));
    }
  }

  /** The service cannot do what came with this version. */
  synchronized void isBelow(ServiceVersion version) {
    if (learned.below().isEmpty() || version.compareTo(learned.below().get()) < 0) {
      learn(new Learned(learned.version(), Optional.of(version), learned.dialect()));
    }
  }

  /** A call was answered as if there were no such call. */
  void lacks(Ability ability) {
    missing.add(ability);
  }

  /** Whether it is worth asking the service for something: unknown versions are taken as newest. */
  boolean has(Ability ability) {
    if (missing.contains(ability)) {
      return false;
    }
    Optional<ServiceVersion> version = version();
    return version.isPresent()
        ? version.get().compareTo(ability.since()) >= 0
        : learned.below().filter(below -> below.compareTo(ability.since()) <= 0).isEmpty();
  }

  Optional<ServiceVersion> version() {
    return fixedVersion.or(() -> learned.version());
  }

  boolean isVersionKnown() {
    return version().isPresent() || learned.below().isPresent();
  }

  /** Whether what is found out now will be there at the next start. */
  boolean remembers() {
    return memory.isPresent();
  }

  Capabilities capabilities() {
    Set<Feature> features =
        Stream.of(Ability.values())
            .filter(this::has)
            .flatMap(ability -> ability.feature().stream())
            .collect(Collectors.toSet());
    features.add(Feature.NEW_CONTAINERS);
    features.add(Feature.CHANGE_CONTAINERS);
    if (!unanswered.containsKey(Point.FULL_TEXT)) {
      features.add(Feature.FULL_TEXT);
    }
    if (has(Ability.LOCK) && !unanswered.containsKey(Point.LOCKED)) {
      features.add(Feature.LOCKED_LIST);
    }
    return new Capabilities(features);
  }

  private void learn(Learned now) {
    learned = now;
    memory.ifPresent(kept -> kept.keep(now.facts()));
  }
}
