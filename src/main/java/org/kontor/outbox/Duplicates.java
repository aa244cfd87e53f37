package org.kontor.outbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;

/**
 * Looks, before anything is sent, whether a content is there already: in the outbox, among what was
 * sent from here lately, in the tray and where it would go. The server's side is told only where it
 * tells digests in its listings. Reads files and asks the server: not for the thread that draws the
 * window.
 */
public final class Duplicates {
  private final Outbox outbox;
  private final String server;
  private final Map<Shelf, Map<String, Duplicate.Where>> listed = new ConcurrentHashMap<>();

  /**
   * @param server key of the server profile
   */
  public Duplicates(Outbox outbox, String server) {
    this.outbox = outbox;
    this.server = server;
  }

  /**
   * One for each upload of a single file whose content is somewhere. Files that are too large to be
   * copied into the outbox are not read for this.
   *
   * @param connection empty while the server is not there: then only this computer is looked at
   */
  public List<Duplicate> among(List<Draft> drafts, Optional<DmsServer> connection)
      throws IOException, InterruptedException {
    Map<Integer, String> digests = digests(drafts);
    Map<String, Duplicate.Where> known = new HashMap<>();
    for (Entry entry : outbox.having(server, new TreeSet<>(digests.values()))) {
      if (entry.operation() instanceof Operation.Insert insert) {
        for (SourceFile file : insert.files()) {
          file.sha256().ifPresent(digest -> known.put(digest, where(entry, insert)));
        }
      }
    }
    if (connection.isPresent()) {
      for (Shelf shelf : shelves(drafts, digests.keySet())) {
        listed(connection.get(), shelf).forEach(known::putIfAbsent);
      }
    }
    List<Duplicate> duplicates = new ArrayList<>();
    for (Map.Entry<Integer, String> digest : digests.entrySet()) {
      Optional.ofNullable(known.get(digest.getValue()))
          .ifPresent(where -> duplicates.add(new Duplicate(digest.getKey(), where)));
    }
    return duplicates;
  }

  private static Duplicate.Where where(Entry entry, Operation.Insert insert) {
    return entry
        .receipt()
        .<Duplicate.Where>map(
            receipt ->
                new Duplicate.Sent(
                    entry, receipt.object(), receipt.type(), Optional.of(insert.target())))
        .orElseGet(() -> new Duplicate.InOutbox(entry));
  }

  /**
   * By position; empty files say nothing, files that cannot be read are the outbox's concern, not
   * ours.
   */
  private Map<Integer, String> digests(List<Draft> drafts) {
    Map<Integer, String> digests = new LinkedHashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).operation() instanceof Operation.Insert insert
          && insert.files().size() == 1
          && insert.files().getFirst().length() > 0
          && insert.files().getFirst().length() <= Spool.LARGEST_COPY) {
        int position = i;
        outbox.digest(insert.files().getFirst()).ifPresent(digest -> digests.put(position, digest));
      }
    }
    return digests;
  }

  private static Set<Shelf> shelves(List<Draft> drafts, Set<Integer> read) {
    Set<Shelf> shelves = new LinkedHashSet<>();
    shelves.add(new Shelf(Location.TRAY, false));
    for (int position : read) {
      if (drafts.get(position).operation() instanceof Operation.Insert insert) {
        shelves.add(new Shelf(insert.target(), false));
      }
    }
    return shelves;
  }

  /**
   * As {@link #among}, of what was accepted already: a content counts as there when an entry before
   * has it, or the server. The server is asked for each place once.
   *
   * @return with the position in the list
   */
  public List<Duplicate> amongAccepted(List<Entry> accepted, Optional<DmsServer> connection)
      throws IOException, InterruptedException {
    List<Draft> drafts =
        accepted.stream().map(entry -> new Draft(entry.title(), entry.operation())).toList();
    Map<Integer, String> digests = digests(drafts);
    List<Entry> having = outbox.having(server, new TreeSet<>(digests.values()));
    Map<String, Duplicate.Where> onServer =
        connection.isPresent() ? onServer(drafts, digests.keySet(), connection.get()) : Map.of();
    List<Duplicate> duplicates = new ArrayList<>();
    for (Map.Entry<Integer, String> digest : digests.entrySet()) {
      Entry own = accepted.get(digest.getKey());
      before(own, digest.getValue(), having)
          .or(() -> Optional.ofNullable(onServer.get(digest.getValue())))
          .ifPresent(where -> duplicates.add(new Duplicate(digest.getKey(), where)));
    }
    return duplicates;
  }

  private static Optional<Duplicate.Where> before(Entry own, String digest, List<Entry> having) {
    return having.stream()
        .filter(entry -> entry.id().compareTo(own.id()) < 0)
        .filter(
            entry ->
                entry.operation().files().stream()
                    .anyMatch(file -> file.sha256().equals(Optional.of(digest))))
        .max(Comparator.comparing(Entry::id))
        .flatMap(
            entry ->
                entry.operation() instanceof Operation.Insert insert
                    ? Optional.of(where(entry, insert))
                    : Optional.empty());
  }

  private Map<String, Duplicate.Where> onServer(
      List<Draft> drafts, Set<Integer> read, DmsServer connection) throws InterruptedException {
    Map<String, Duplicate.Where> all = new HashMap<>();
    for (Shelf shelf : shelves(drafts, read)) {
      Map<String, Duplicate.Where> there = listed.get(shelf);
      if (there == null) {
        there = listed(connection, shelf);
        listed.put(shelf, there);
      }
      there.forEach(all::putIfAbsent);
    }
    return all;
  }

  /** What cannot be listed warns of nothing. */
  private static Map<String, Duplicate.Where> listed(DmsServer connection, Shelf shelf)
      throws InterruptedException {
    Map<String, Duplicate.Where> found = new HashMap<>();
    try {
      List<DmsObject> objects =
          new Listing(connection).newest(shelf).map(Listing.Tail::objects).orElse(List.of());
      for (DmsObject object : objects) {
        if (object instanceof DmsObject.Document document && document.contents().size() == 1) {
          document
              .contents()
              .getFirst()
              .sha256()
              .ifPresent(
                  digest ->
                      found.put(
                          digest,
                          new Duplicate.OnServer(document.id(), document.type(), shelf.place())));
        }
      }
    } catch (DmsException _) {
      return Map.of();
    }
    return found;
  }
}
