package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;

/** What must hold between the truth on a server and what the journal says at the end of a life. */
final class Invariants {
  private final String story;
  private final LedgerServer server;
  private final Set<ObjectId> old;
  private final Collection<Item> items;

  /**
   * @param old what was on the server before
   * @param items everything ever accepted
   */
  Invariants(String story, LedgerServer server, Set<ObjectId> old, Collection<Item> items) {
    this.story = story;
    this.server = server;
    this.old = old;
    this.items = items;
  }

  void check() {
    checkInserts();
    checkReferences();
    checkChanges();
  }

  /** Told for each content: equal ones may stand for each other. */
  private void checkInserts() {
    Map<String, Integer> stored = new HashMap<>();
    server.digests().forEach(digest -> stored.merge(digest, 1, Integer::sum));
    old.forEach(id -> digest(id).ifPresent(digest -> stored.merge(digest, -1, Integer::sum)));
    Set<ObjectId> receipts = new HashSet<>();
    Map<Integer, Integer> done = new HashMap<>();
    Map<Integer, Integer> unresolved = new HashMap<>();
    for (Item item : items) {
      if (item.operation() instanceof Operation.Insert insert) {
        int number = Samples.number(insert.files().getFirst());
        if (item.state() == EntryState.DONE) {
          done.merge(number, 1, Integer::sum);
          ObjectId object = receiptOf(item);
          assertTrue(receipts.add(object), () -> story + ": two receipts for one");
          assertTrue(
              digest(object).equals(Optional.of(Samples.sha256(number))) && !old.contains(object),
              () -> story + ": a receipt for another's object: " + item);
        } else if (item.state() == EntryState.UNRESOLVED) {
          unresolved.merge(number, 1, Integer::sum);
        }
      }
    }
    for (int number = 0; number < Samples.INSERTED; number++) {
      count(
          "content " + number,
          stored.getOrDefault(Samples.sha256(number), 0),
          done.getOrDefault(number, 0),
          unresolved.getOrDefault(number, 0));
    }
  }

  private void checkReferences() {
    for (Item item : items) {
      if (item.operation() instanceof Operation.InsertReference reference) {
        FieldValue mark = reference.fields().values().iterator().next();
        int stored = 0;
        for (ObjectId id : server.ledger.references(reference.original())) {
          stored += marked(id, mark) ? 1 : 0;
        }
        count(
            item.toString(),
            stored,
            item.state() == EntryState.DONE ? 1 : 0,
            item.state() == EntryState.UNRESOLVED ? 1 : 0);
      }
    }
  }

  private boolean marked(ObjectId id, FieldValue mark) {
    return server.ledger.object(id).map(DmsObject::fields).stream()
        .anyMatch(fields -> fields.containsValue(mark));
  }

  private void count(String what, int stored, int done, int unresolved) {
    Supplier<String> numbers =
        () -> story + ", " + what + ": " + stored + " stored, " + done + " done, " + unresolved;
    assertTrue(done <= stored, () -> "lost or false done, " + numbers.get());
    assertTrue(stored <= done + unresolved, () -> "twice, " + numbers.get());
  }

  private void checkChanges() {
    Map<Operation, Integer> performed = new HashMap<>();
    server.performed().forEach(operation -> performed.merge(operation, 1, Integer::sum));
    for (Item item : items) {
      if (item.operation() instanceof Operation.OnObject) {
        int times = performed.getOrDefault(item.operation(), 0);
        Supplier<String> what = () -> story + ": " + times + " times " + item;
        if (item.operation() instanceof Operation.ReleaseForArchiving) {
          // No read tells the mark: it may be set again, and be there though refused at last.
          assertTrue(times > 0 || item.state() != EntryState.DONE, what);
          continue;
        }
        switch (item.state()) {
          // After a cancelled one a later one may find its work done.
          case DONE -> assertTrue(times == 1 || (times == 0 && isAfterCancelled(item)), what);
          case UNRESOLVED -> assertTrue(times <= 1, what);
          default -> assertEquals(0, times, what);
        }
      }
    }
  }

  private boolean isAfterCancelled(Item item) {
    return item.operation() instanceof Operation.OnObject change
        && items.stream()
            .anyMatch(
                other -> other.state() == EntryState.CANCELLED && concerns(other, change.object()));
  }

  /** Whether an entry is about an object, or has made it. */
  static boolean concerns(Item item, ObjectId object) {
    return item.attempt().object().equals(Optional.of(object))
        || Concern.of(item.operation()).object().equals(Optional.of(object));
  }

  private static ObjectId receiptOf(Item item) {
    return item.entry().receipt().orElseThrow().object();
  }

  private Optional<String> digest(ObjectId id) {
    return server
        .ledger
        .object(id)
        .map(_ -> server.ledger.files(id))
        .filter(files -> !files.isEmpty())
        .map(List::getFirst)
        .map(Ledger.Stored::sha256);
  }
}
