package org.kontor.ui.bin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kontor.dms.Feature;
import org.kontor.model.Location;
import org.kontor.ui.common.Messages;

/** Says what a deletion does. Pure. */
final class Consequences {
  private static final int NAMED = 3;

  private final Messages messages;
  private final Optional<Location.Container> here;

  Consequences(Messages messages, Optional<Location.Container> here) {
    this.messages = messages;
    this.here = here;
  }

  /**
   * @param offers what the server can do
   */
  List<String> of(List<Doomed> all, boolean onlyHere, boolean forGood, Predicate<Feature> offers) {
    List<String> said = new ArrayList<>();
    List<Doomed> free = all.stream().filter(one -> one.obstacle().isEmpty()).toList();
    List<Doomed> staying =
        onlyHere ? free.stream().filter(this::liesElsewhere).toList() : List.<Doomed>of();
    int going = free.size() - staying.size();
    if (all.isEmpty()) {
      said.add(messages.get("delete.gone"));
    }
    if (!staying.isEmpty()) {
      said.add(messages.get("delete.onlyHere", staying.size()));
    }
    if (going > 0) {
      String key = forGood ? "delete.forGood" : binned(offers);
      said.add(messages.get(key, going));
    }
    List<Doomed> leaving = free.stream().filter(one -> !staying.contains(one)).toList();
    int places = leaving.stream().mapToInt(one -> Math.max(0, one.places().size() - 1)).sum();
    if (places > 0) {
      said.add(messages.get("delete.places", places));
    }
    int registers = leaving.stream().mapToInt(Doomed::registers).sum();
    int documents = leaving.stream().mapToInt(Doomed::documents).sum();
    if (registers + documents > 0) {
      said.add(messages.get("delete.contents", registers, documents));
    }
    int references = leaving.stream().mapToInt(Doomed::references).sum();
    if (references > 0) {
      said.add(messages.get("delete.references", references));
    }
    for (Doomed.Obstacle obstacle : Doomed.Obstacle.values()) {
      List<Doomed> stopped =
          all.stream().filter(one -> one.obstacle().equals(Optional.of(obstacle))).toList();
      if (!stopped.isEmpty()) {
        said.add(messages.get("delete." + obstacle.name(), stopped.size(), names(stopped)));
      }
    }
    return said;
  }

  private boolean liesElsewhere(Doomed one) {
    return one.places().size() > 1 && here.filter(one.places()::contains).isPresent();
  }

  private static String names(List<Doomed> some) {
    return some.stream()
        .limit(NAMED)
        .map(Doomed::title)
        .collect(Collectors.joining(", ", "", some.size() > NAMED ? ", …" : ""));
  }

  /** Whoever cannot look into the bin has no way back but the undo. */
  private static String binned(Predicate<Feature> offers) {
    if (!offers.test(Feature.RESTORE)) {
      return "delete.noWayBack";
    }
    return offers.test(Feature.RECYCLE_BIN) ? "delete.toBin" : "delete.toClosedBin";
  }
}
