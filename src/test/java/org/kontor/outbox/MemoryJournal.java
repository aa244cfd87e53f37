package org.kontor.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** A journal that outlives the simulated program, and fails or dies with it when told. */
final class MemoryJournal implements Journal {

  /** What the disk does with one write. */
  enum Write {
    WORKS,
    FULL,
    DIES_BEFORE,
    DIES_AFTER
  }

  /** The program dies here. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** From one state to another. */
  record Way(EntryState from, EntryState to) {}

  /** Every way that an entry went, as the journal saw it. */
  final Set<Way> ways = new HashSet<>();

  private final Map<EntryId, Item> items = new TreeMap<>();
  private final Map<ObjectId, EntryId> claims = new HashMap<>();
  private final Map<String, String> marks = new HashMap<>();
  private final List<Baseline> baselines = new ArrayList<>();
  java.util.function.Supplier<Write> disk = () -> Write.WORKS;

  @Override
  public List<Item> append(String server, Lane lane, List<Fresh> entries, Instant now)
      throws IOException {
    List<Item> added = new ArrayList<>();
    write(
        () -> {
          for (Fresh fresh : entries) {
            EntryId id = new EntryId(items.size() + 1);
            Item item =
                new Item(
                    new Entry(
                        id,
                        server,
                        1,
                        lane,
                        fresh.title(),
                        fresh.operation(),
                        EntryState.WAITING,
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        now),
                    Attempt.NONE,
                    Pace.at(now));
            items.put(id, item);
            added.add(item);
          }
        });
    return added;
  }

  @Override
  public void write(Collection<Item> changed) throws IOException {
    write(
        () -> {
          for (Item item : changed) {
            Item before = items.put(item.id(), item);
            if (before != null && before.state() != item.state()) {
              ways.add(new Way(before.state(), item.state()));
            }
            if (item.operation() instanceof Operation.Insert) {
              claims.values().remove(item.id());
              item.attempt().object().ifPresent(object -> claims.put(object, item.id()));
            }
          }
        });
  }

  @Override
  public void rewrite(Collection<Item> changed) throws IOException {
    write(changed);
  }

  @Override
  public List<Item> unfinished(Instant now) {
    return items.values().stream()
        .filter(item -> !item.state().isOver())
        .map(item -> item.with(Pace.at(now)))
        .toList();
  }

  @Override
  public Optional<Entry> entry(EntryId id) {
    return Optional.ofNullable(items.get(id)).map(Item::entry);
  }

  @Override
  public List<Entry> having(String server, Collection<String> sha256) {
    return List.of();
  }

  @Override
  public List<Entry> batch(long number) {
    return items.values().stream().map(Item::entry).toList();
  }

  @Override
  public Optional<String> mark(String name) {
    return Optional.ofNullable(marks.get(name));
  }

  @Override
  public void mark(String name, String value) throws IOException {
    write(() -> marks.put(name, value));
  }

  @Override
  public List<Entry> latest(String server, int batches) {
    return items.values().stream()
        .map(Item::entry)
        .filter(entry -> entry.server().equals(server))
        .toList()
        .reversed();
  }

  /** Every entry ever accepted, as it was written last. */
  Collection<Item> all() {
    return items.values();
  }

  @Override
  public Baseline keep(String server, Baseline baseline) throws IOException {
    Baseline kept = baseline.numbered(baselines.size() + 1);
    write(() -> baselines.add(kept));
    return kept;
  }

  @Override
  public Optional<Baseline> baseline(long number) {
    return number < 1 || number > baselines.size()
        ? Optional.empty()
        : Optional.of(baselines.get((int) number - 1));
  }

  @Override
  public Set<ObjectId> claimed(String server, Collection<ObjectId> objects) {
    return objects.stream().filter(claims::containsKey).collect(Collectors.toSet());
  }

  @Override
  public boolean mayHaveBrought(String server, ObjectId object, Location place) {
    return items.values().stream()
        .anyMatch(
            item ->
                item.entry().attempts() > 0
                    && item.operation() instanceof Operation.OnObject change
                    && change.object().equals(object)
                    && Concern.brings(change, place));
  }

  @Override
  public Map<ObjectId, EntryId> firstAbout(String server, Collection<ObjectId> objects) {
    Map<ObjectId, EntryId> first = new HashMap<>();
    for (Item item : items.values()) {
      if (item.operation() instanceof Operation.OnObject change
          && objects.contains(change.object())) {
        first.merge(change.object(), item.id(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return first;
  }

  @Override
  public Map<ObjectId, EntryId> claimants(String server, Collection<ObjectId> objects) {
    Map<ObjectId, EntryId> known = new HashMap<>(claims);
    known.keySet().retainAll(Set.copyOf(objects));
    return known;
  }

  @Override
  public Optional<EntryId> claimant(String server, ObjectId object) {
    return Optional.ofNullable(claims.get(object));
  }

  @Override
  public Optional<String> nameOf(String server, ObjectId object) {
    return Optional.empty();
  }

  @Override
  public void close() {}

  private void write(Runnable change) throws IOException {
    Write write = disk.get();
    if (write == Write.FULL) {
      throw new IOException("no space left on device");
    }
    if (write == Write.DIES_BEFORE) {
      throw new Killed();
    }
    change.run();
    if (write == Write.DIES_AFTER) {
      throw new Killed();
    }
  }
}
