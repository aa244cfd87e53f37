package org.kontor.outbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.WriteResult;
import org.kontor.model.ObjectId;

/** What follows from how a call ended: for its entries, and for how the server is treated. */
final class Outcomes {
  private final String server;
  private final Book book;
  private final Journal journal;
  private final Baselines baselines;
  private final Standing standing;
  private final Judgement judge;
  private final Instant began;

  /**
   * @param began when the call was started
   */
  Outcomes(
      String server,
      Book book,
      Journal journal,
      Baselines baselines,
      Standing standing,
      Judgement judge,
      Instant began) {
    this.server = server;
    this.book = book;
    this.journal = journal;
    this.baselines = baselines;
    this.standing = standing;
    this.judge = judge;
    this.began = began;
  }

  /** On an exception nothing has changed, and it may be taken again. */
  void take(Event.Over over) throws IOException {
    switch (over) {
      case Event.Answered answered -> answered(answered);
      case Event.Conflicting conflicting -> {
        book.update(
            List.of(conflicting.entry()),
            item -> judge.conflicting(idle(item), conflicting.seen()));
        standing.answered();
      }
      case Event.Failed failed -> failed(failed);
      case Event.Cut cut -> cut(cut);
      case Event.Listed listed -> {
        baselines.keep(listed.baseline());
        baselines.endsAt(ShelfEnd.at(listed.baseline().shelf(), listed.end()));
        standing.answered();
      }
      case Event.Probed probed -> {
        probed(probed);
        standing.answered();
      }
      case Event.Proved proved -> {
        book.update(
            List.copyOf(proved.proofs().keySet()),
            item -> judge.proved(idle(item), proof(proved, item), proved.began()));
        proved.end().ifPresent(baselines::endsAt);
        standing.answered();
      }
    }
  }

  private static Proof proof(Event.Proved proved, Item item) {
    return Optional.ofNullable(proved.proofs().get(item.id())).orElseThrow();
  }

  private void answered(Event.Answered answered) throws IOException {
    List<WriteResult> results = answered.results();
    if (results.size() != answered.entries().size()) {
      Problem problem =
          Problems.noAnswer(results.size() + " results for " + answered.entries().size());
      book.update(answered.entries(), item -> judge.doubt(idle(item), problem));
      standing.slower(began, judge.now());
      return;
    }
    List<ObjectId> made = newObjects(answered);
    Map<ObjectId, EntryId> claimants = journal.claimants(server, made);
    Map<ObjectId, EntryId> about = journal.firstAbout(server, made);
    Set<ObjectId> named = new HashSet<>();
    List<Item> changed = new ArrayList<>();
    boolean clean = true;
    for (int i = 0; i < results.size(); i++) {
      Item item = idle(book.item(answered.entries().get(i)));
      WriteResult result = results.get(i);
      if (result instanceof WriteResult.Accepted(ObjectId object, var _)
          && !(named.add(object) && isPlausible(item, object, claimants, about))) {
        changed.add(judge.misnamed(item));
        clean = false;
      } else {
        changed.add(judge.answered(item, result));
        clean &= result instanceof WriteResult.Accepted;
      }
    }
    book.save(changed);
    standing.answered();
    if (clean) {
      standing.faster(changed.size(), timeOf(changed));
    } else {
      standing.slower(began, judge.now());
    }
  }

  private Optional<Duration> timeOf(List<Item> sent) {
    return sent.stream().allMatch(Planner::isSmall)
        ? Optional.of(Duration.between(began, judge.now()))
        : Optional.empty();
  }

  /**
   * Whether a server that works could have given an entry this object.
   *
   * @param claimants whose the objects are already
   * @param about the first entries about the objects: what was known before cannot be new
   */
  private boolean isPlausible(
      Item item, ObjectId object, Map<ObjectId, EntryId> claimants, Map<ObjectId, EntryId> about)
      throws IOException {
    if (item.operation() instanceof Operation.OnObject change) {
      return change.object().equals(object);
    }
    Optional<Baseline> before = baselines.of(item);
    return before.filter(baseline -> baseline.objects().contains(object)).isEmpty()
        && item.id().equals(claimants.getOrDefault(object, item.id()))
        && !wasKnownBefore(item, Optional.ofNullable(about.get(object)));
  }

  /** Entries do not go in their order: a later one may have been at work before this one was. */
  private boolean wasKnownBefore(Item item, Optional<EntryId> about) throws IOException {
    if (about.isEmpty() || about.get().equals(item.id())) {
      return false;
    }
    return about.get().compareTo(item.id()) < 0
        || journal.entry(about.get()).filter(entry -> entry.accepted().isBefore(began)).isPresent();
  }

  private List<ObjectId> newObjects(Event.Answered answered) {
    List<ObjectId> objects = new ArrayList<>();
    for (int i = 0; i < answered.entries().size(); i++) {
      if (answered.results().get(i) instanceof WriteResult.Accepted(ObjectId object, var _)
          && book.item(answered.entries().get(i)).operation() instanceof Operation.NewObject) {
        objects.add(object);
      }
    }
    return objects;
  }

  private void failed(Event.Failed failed) throws IOException {
    DmsException failure = failed.failure();
    switch (failed.action()) {
      case Action.Send(List<EntryId> ids) -> {
        book.update(ids, item -> judge.failed(idle(item), failure, ids.size()));
      }
      case Action.Probe(List<EntryId> ids) -> unread(ids, failure);
      case Action.ReadBack(List<EntryId> ids) -> unread(ids, failure);
      case Action.TakeBaseline _ -> {}
    }
    if (failed.action() instanceof Action.Send || failure instanceof DmsException.Busy) {
      standing.slower(began, judge.now());
    }
    if (Standing.isOfServer(failure) || failed.action() instanceof Action.TakeBaseline) {
      standing.failed(failure, judge.now());
    }
  }

  private void unread(List<EntryId> ids, DmsException failure) throws IOException {
    boolean ofServer = Standing.isOfServer(failure);
    book.update(ids, item -> ofServer ? idle(item) : judge.unread(item, failure));
  }

  private void cut(Event.Cut cut) throws IOException {
    switch (cut.action()) {
      case Action.Send(List<EntryId> ids) ->
          book.update(ids, item -> judge.doubt(idle(item), Problems.noAnswer(cut.why())));
      case Action.Probe(List<EntryId> ids) -> later(ids);
      case Action.ReadBack(List<EntryId> ids) -> later(ids);
      case Action.TakeBaseline _ -> standing.leaveAlone(Backoff.after(1), judge.now());
    }
  }

  private void later(List<EntryId> ids) throws IOException {
    book.update(ids, item -> item.with(item.pace().failed(judge.now())));
  }

  private void probed(Event.Probed probed) throws IOException {
    // What the server never said yes to comes first, for it may be sent again if nothing is found;
    // then the newest baseline: it excludes most, so it leaves the fewest to choose from.
    List<Item> items = new ArrayList<>();
    for (EntryId id : probed.findings().keySet()) {
      items.add(idle(book.item(id)));
    }
    items.sort(
        Comparator.comparing((Item item) -> item.attempt().acknowledged())
            .thenComparingLong(item -> -item.attempt().baseline())
            .thenComparing(Item::id));
    Set<ObjectId> given = new HashSet<>();
    List<Item> changed = new ArrayList<>();
    for (Item item : items) {
      changed.add(looked(item, probed, given));
    }
    book.save(changed);
  }

  /**
   * @param given objects that others of the same look were given; one more where this one gets one
   */
  private Item looked(Item item, Event.Probed probed, Set<ObjectId> given) throws IOException {
    Finding finding = Optional.ofNullable(probed.findings().get(item.id())).orElseThrow();
    if (!(finding instanceof Finding.Found found)
        || !(item.operation() instanceof Operation.NewObject made)) {
      return judge.probed(item, finding, probed.began());
    }
    if (item.attempt().acknowledged() && mayBeOfAnother(made, probed.findings().keySet())) {
      return item.with(item.pace().dueAt(judge.now().plus(Backoff.after(1))));
    }
    return judge.probed(item, oneOf(item, found, given), probed.began());
  }

  /**
   * Whether an entry alike, that this look was not about, may have made what was seen. Where the
   * server never said yes to that one, it comes first: it would be sent again if it found nothing.
   */
  private boolean mayBeOfAnother(Operation.NewObject made, Set<EntryId> lookedFor) {
    Fingerprint alike = Fingerprint.of(made);
    return book.items().stream()
        .anyMatch(
            other ->
                (other.state() == EntryState.SENDING || other.state() == EntryState.IN_DOUBT)
                    && !other.attempt().acknowledged()
                    && !lookedFor.contains(other.id())
                    && other.operation() instanceof Operation.NewObject its
                    && Fingerprint.of(its).equals(alike));
  }

  private Finding oneOf(Item item, Finding.Found found, Set<ObjectId> given) throws IOException {
    for (ObjectId object : found.objects()) {
      if (!given.contains(object)
          && journal.claimant(server, object).filter(other -> !other.equals(item.id())).isEmpty()) {
        given.add(object);
        return new Finding.Found(List.of(object));
      }
    }
    return found.otherwise();
  }

  private static Item idle(Item item) {
    return item.with(item.pace().idle());
  }
}
