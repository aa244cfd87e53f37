package org.kontor.ui.common;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;

/**
 * What the outbox has yet to do about one place: what comes here, and what is being done to the
 * objects that are here.
 *
 * @param coming entries that bring something, oldest first
 * @param about for each object the latest entry that changes it or takes it away
 */
public record ContainerOverlay(List<Entry> coming, Map<ObjectId, Entry> about) {
  public static final ContainerOverlay NOTHING = new ContainerOverlay(List.of(), Map.of());

  /**
   * @param server key of the profile whose entries count
   * @param asOf when reading the place began: what was proved before is in the listing
   */
  public static ContainerOverlay of(
      String server, Location place, Instant asOf, List<Entry> entries) {
    List<Entry> coming = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.server().equals(server) && isPending(entry, asOf)) {
        boolean comes = target(entry.operation()).filter(place::equals).isPresent();
        (comes ? coming : others).add(entry);
      }
    }
    coming.sort(Comparator.comparing(Entry::id));
    return new ContainerOverlay(List.copyOf(coming), latest(others));
  }

  /**
   * For each object the latest entry that changes it, wherever it lies.
   *
   * @param server key of the profile whose entries count
   * @param asOf when reading began: what was proved before is in what was read
   */
  public static Map<ObjectId, Entry> about(String server, Instant asOf, List<Entry> entries) {
    return latest(
        entries.stream()
            .filter(entry -> entry.server().equals(server) && isPending(entry, asOf))
            .toList());
  }

  private static Map<ObjectId, Entry> latest(List<Entry> entries) {
    Map<ObjectId, Entry> about = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.operation() instanceof Operation.OnObject change) {
        about.merge(
            change.object(),
            entry,
            (one, other) -> one.id().compareTo(other.id()) > 0 ? one : other);
      }
    }
    return Map.copyOf(about);
  }

  private static boolean isPending(Entry entry, Instant asOf) {
    return switch (entry.state()) {
      case CANCELLED -> false;
      case DONE -> entry.receipt().filter(receipt -> receipt.provedAt().isAfter(asOf)).isPresent();
      case WAITING, SENDING, IN_DOUBT, PROVING, REFUSED, UNRESOLVED -> true;
    };
  }

  private static Optional<Location> target(Operation operation) {
    return switch (operation) {
      case Operation.NewObject made -> Optional.of(made.target());
      case Operation.FileAway filing -> Optional.of(filing.target());
      case Operation.Move move -> Optional.of(move.to());
      case Operation.MoveAndUpdate move -> Optional.of(move.to());
      case Operation.AddLocation add -> Optional.of(add.to());
      case Operation.RemoveLocation _, Operation.AssignType _ -> Optional.empty();
      case Operation.UpdateFields _, Operation.RestoreVersion _, Operation.ContentChange _ ->
          Optional.empty();
      case Operation.BinChange _, Operation.Custody _ -> Optional.empty();
    };
  }

  /** Whether carrying the entry out takes its object away from the place. */
  public static boolean leaves(Entry entry, Location place) {
    return switch (entry.operation()) {
      case Operation.Move move -> move.from().equals(place);
      case Operation.MoveAndUpdate move -> move.from().equals(place);
      case Operation.RemoveLocation removal -> removal.at().equals(place);
      case Operation.DeleteObject _ -> true;
      case Operation.EmptyFromBin _, Operation.RestoreObject _, Operation.Custody _ -> false;
      case Operation.NewObject _, Operation.FileAway _, Operation.AddLocation _ -> false;
      case Operation.AssignType _, Operation.UpdateFields _ -> false;
      case Operation.RestoreVersion _, Operation.ContentChange _ -> false;
    };
  }
}
