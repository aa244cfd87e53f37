package org.kontor.outbox;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/**
 * What survives the program: entries, who claims which object, and baselines. Every method waits
 * until the disk has it, is safe from any thread, and is not cut short by an interrupt. A method
 * that throws has changed nothing.
 */
interface Journal extends AutoCloseable {

  /**
   * An entry to come.
   *
   * @param problem why it cannot be sent: then it begins as REFUSED
   */
  record Fresh(String title, Operation operation, Optional<Problem> problem) {}

  /** Adds entries as one batch, numbered in their order. */
  List<Item> append(String server, Lane lane, List<Fresh> entries, Instant now) throws IOException;

  /**
   * Replaces what is known of these entries, except their operations, which are as they were
   * written before; claims follow the objects that inserts name.
   */
  void write(Collection<Item> changed) throws IOException;

  /** The same, and their operations too. */
  void rewrite(Collection<Item> changed) throws IOException;

  /** Everything not over, as it was written last, due at once. */
  List<Item> unfinished(Instant now) throws IOException;

  /** An entry as it was written last, over or not. */
  Optional<Entry> entry(EntryId id) throws IOException;

  /**
   * What was accepted last for a server, over or not, newest first.
   *
   * @param batches at most so many, whole ones
   */
  List<Entry> latest(String server, int batches) throws IOException;

  /** Keeps a baseline and gives it its number. */
  Baseline keep(String server, Baseline baseline) throws IOException;

  Optional<Baseline> baseline(long number) throws IOException;

  /** Which of the objects some entry claims. */
  Set<ObjectId> claimed(String server, Collection<ObjectId> objects) throws IOException;

  /**
   * Whether a change was sent that puts the object there, or restores it to wherever it was;
   * whether it was made is another question.
   */
  boolean mayHaveBrought(String server, ObjectId object, Location place) throws IOException;

  /**
   * The first entries that are about some of the objects. An entry that was accepted later cannot
   * have made such an object.
   */
  Map<ObjectId, EntryId> firstAbout(String server, Collection<ObjectId> objects) throws IOException;

  /** Entries of a server, over or not, whose files have one of the contents; not taken back. */
  List<Entry> having(String server, Collection<String> sha256) throws IOException;

  /** Everything accepted as one batch, over or not, in its order. */
  List<Entry> batch(long number) throws IOException;

  /** A word kept for the outbox as a whole. */
  Optional<String> mark(String name) throws IOException;

  void mark(String name, String value) throws IOException;

  /** The entry that claims an object. */
  Optional<EntryId> claimant(String server, ObjectId object) throws IOException;

  /** The entries that claim some of the objects. */
  Map<ObjectId, EntryId> claimants(String server, Collection<ObjectId> objects) throws IOException;

  /** The name of the file that became the object. */
  Optional<String> nameOf(String server, ObjectId object) throws IOException;

  @Override
  void close();
}
