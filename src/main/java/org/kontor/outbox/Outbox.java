package org.kontor.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ObjectId;

/**
 * The one door for writes. What {@link #accept} has returned for is durable: it is sent in the
 * background, read back, and then done, whatever dies in between. All methods are safe from any
 * thread; {@link #accept} blocks for the disk and is not for the thread that draws the window.
 */
public final class Outbox implements AutoCloseable {
  private static final Duration LONGEST_CLOSE = Duration.ofMillis(1500);
  private static final Duration LONGEST_DETACH = Duration.ofSeconds(30);

  private final Surroundings world;
  private final OutboxFolder folder;
  private final Journal journal;
  private final FileDigests digests;
  private final Spool spool;
  private final Queues queues = new Queues(this::control);
  private final Listeners listeners = new Listeners();
  private final Intake intake;
  private final Generation generation;
  private final boolean restored;

  private Outbox(Path path, Surroundings world) throws IOException {
    this.world = world;
    folder = OutboxFolder.lock(path, world.disk());
    try {
      Instant now = world.clock().instant();
      journal = folder.openJournal(now);
      try {
        digests = new FileDigests(world.disk());
        spool = new Spool(folder.spool(), world.disk(), digests);
        intake = new Intake(spool, journal, world.clock());
        generation = new Generation(folder.path(), journal, world.disk());
        restored = generation.isRestored();
        load(journal.unfinished(now));
        generation.next();
      } catch (IOException | RuntimeException failure) {
        journal.close();
        throw failure;
      }
    } catch (IOException | RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  /**
   * Opens the journal and the spool below the folder, making them when missing. What was under way
   * when the program died is in doubt now. Nothing is sent until a server is attached. A damaged
   * journal is put aside and a new one begun, see {@link #damage}.
   *
   * @throws OutboxInUseException when another program has it open
   * @throws NewerJournalException when a newer Kontor has written it
   */
  public static Outbox open(Path folder) throws IOException {
    return open(folder, Surroundings.real());
  }

  static Outbox open(Path folder, Surroundings world) throws IOException {
    return new Outbox(folder, world);
  }

  private void load(List<Item> items) throws IOException {
    spool.sweep(items.stream().map(Item::operation).toList());
    List<Item> doubtful = new ArrayList<>();
    Map<String, List<Item>> byServer = new HashMap<>();
    for (Item item : items) {
      Item now = restored ? Recovery.afterRestore(item) : Recovery.afterStart(item);
      if (!now.state().equals(item.state())) {
        doubtful.add(now);
      }
      byServer.computeIfAbsent(item.entry().server(), _ -> new ArrayList<>()).add(now);
    }
    journal.write(doubtful);
    byServer.forEach((server, own) -> queues.of(server).board().add(own));
  }

  /**
   * Makes operations durable, in their order, as one batch.
   *
   * @param server key of the server profile
   * @return the new entries, all WAITING; a file that cannot be read becomes an entry that is
   *     REFUSED with FILE_UNUSABLE while the others go on
   * @throws NotAcceptedException when the journal or spool cannot be written: then nothing was
   *     accepted
   * @throws java.io.InterruptedIOException when the thread was interrupted: then, too
   */
  public List<EntryId> accept(String server, Lane lane, List<Draft> drafts) throws IOException {
    return accept(server, lane, drafts, false);
  }

  /**
   * As {@link #accept}, but nothing of it is sent before {@link #release}: there is a question to
   * the person first. After a restart it is sent without, for a file must not be lost because
   * nobody answered.
   */
  public List<EntryId> acceptHeld(String server, Lane lane, List<Draft> drafts) throws IOException {
    return accept(server, lane, drafts, true);
  }

  /** Lets go what was held. */
  public void release(List<EntryId> ids) {
    if (!ids.isEmpty()) {
      queues.tellAll(new Event.Release(ids));
    }
  }

  private List<EntryId> accept(String server, Lane lane, List<Draft> drafts, boolean held)
      throws IOException {
    List<Item> items = intake.take(server, lane, drafts);
    Queues.Queue queue = queues.of(server);
    queue.board().add(held ? items.stream().map(Item::held).toList() : items);
    queue.control().tell(new Event.Look());
    listeners.changed();
    return items.stream().map(Item::id).toList();
  }

  /** Begins or resumes sending what is there, and what comes, to this server. */
  public void attach(String server, DmsServer connection) {
    attach(server, connection, AttachOptions.USUAL);
  }

  /** As {@link #attach(String, DmsServer)}, told how to treat the server. */
  public void attach(String server, DmsServer connection, AttachOptions options) {
    queues.of(server).control().attach(connection, options.upTo(connection.mostTogether()));
  }

  /**
   * How many requests at once an attached server gets at most from here on.
   *
   * @param requests from 1
   * @param large of these, with a large file
   */
  public void allow(String server, int requests, int large) {
    queues.of(server).control().allow(requests, large);
  }

  /**
   * Up to which size files are copied into the outbox from here on, instead of being sent from
   * where they lie.
   */
  public void copyUpTo(long bytes) {
    spool.copyUpTo(bytes);
  }

  /** Stops sending to it; entries stay. Waits until the request under way has ended or was cut. */
  public void detach(String server) {
    queues.of(server).control().detach(LONGEST_DETACH);
  }

  /** Goes on after somebody has signed in, or at once where the server was left alone. */
  public void resume(String server) {
    queues.tell(server, new Event.Resume());
  }

  /**
   * Begins nothing more on a server until it is taken back; survives a restart. What was sent
   * before is still looked up and read back.
   */
  public void pause(String server, boolean paused) {
    queues.tell(server, new Event.Pause(paused));
  }

  public boolean isPaused(String server) {
    return queues.of(server).board().isPaused();
  }

  /**
   * Lets entries go before all others of their lane, in their order, with what waits before them on
   * the same objects. For as long as this program runs.
   */
  public void toFront(List<EntryId> ids) {
    queues.tellAll(new Event.ToFront(ids));
  }

  /** Everything accepted together with an entry, over or not. Reads the journal. */
  public List<Entry> batch(long number) throws IOException {
    return journal.batch(number);
  }

  /** Entries of a server with one of these contents, not taken back. Reads the journal. */
  List<Entry> having(String server, Collection<String> sha256) throws IOException {
    return journal.having(server, sha256);
  }

  /** Digest of a file on this computer; empty when it cannot be read as it was. */
  Optional<String> digest(SourceFile file) {
    return digests.of(file);
  }

  /**
   * Everything not over, oldest first, then what ended since this program started, newest first; of
   * the latter the last 500 of each server.
   */
  public List<Entry> entries() {
    return queues.entries();
  }

  /**
   * How many entries each server has that are not over, by its key; servers without any are left
   * out.
   */
  public Map<String, Integer> waiting() {
    return queues.waiting();
  }

  public Optional<Entry> entry(EntryId id) {
    return queues.entry(id);
  }

  /**
   * As {@link #entry}, and also what ended long ago, which only the journal knows: not for the
   * thread that draws the window.
   */
  public Optional<Entry> outcome(EntryId id) throws IOException {
    Optional<Entry> here = entry(id);
    return here.isPresent() ? here : journal.entry(id);
  }

  /**
   * What was done last on a server, newest first, also before this program started. Asks the
   * journal: not for the thread that draws the window.
   *
   * @param batches at most so many, each with all its entries
   */
  public List<Entry> latest(String server, int batches) throws IOException {
    return journal.latest(server, batches);
  }

  /** Tries a refused or waiting entry again now; looks once more for one that is unresolved. */
  public void retry(EntryId id) {
    Optional<Entry> unusable = entry(id).filter(Intake::isFileUnusable);
    if (unusable.isPresent()) {
      Thread.ofVirtual().name("take in again").start(() -> takeInAgain(unusable.get()));
    } else {
      queues.tell(id, new Event.Retry(id));
    }
  }

  private void takeInAgain(Entry entry) {
    try {
      queues.tell(entry.server(), intake.takeAgain(entry));
    } catch (IOException failure) {
      listeners.journalFailed(failure);
    }
  }

  /**
   * Sends an unresolved entry once more, because the person has looked and it is not there. Only
   * she can know: the outbox never does this by itself.
   */
  public void sendAgain(EntryId id) {
    queues.tell(id, new Event.SendAgain(id));
  }

  /**
   * Sends something else in the place of what was refused, or of a change that met a conflict: the
   * same kind on the same object, with the same files.
   *
   * @throws IllegalArgumentException when it is another kind, object or file
   */
  public void retryAs(EntryId id, Operation edited) {
    Operation before = entry(id).orElseThrow().operation();
    boolean sameObject =
        !(before instanceof Operation.OnObject change)
            || (edited instanceof Operation.OnObject other
                && change.object().equals(other.object()));
    if (before.getClass() != edited.getClass()
        || !sameObject
        || !before.files().equals(edited.files())) {
      throw new IllegalArgumentException("another operation than the one refused");
    }
    queues.tell(id, new Event.Edited(id, edited));
  }

  /**
   * Takes an entry back. What may already be on the server is stopped and goes IN_DOUBT: the probe
   * then tells whether it arrived before it was stopped, and the entry is DONE or CANCELLED. One
   * that goes together with others in one request is not stopped.
   */
  public void cancel(EntryId id) {
    queues.tell(id, new Event.Cancel(id));
  }

  /**
   * The name under which a file was dropped here that became this object, if it was here. Asks the
   * journal: not for the thread that draws the window.
   */
  public Optional<String> nameOf(String server, ObjectId object) {
    try {
      return journal.nameOf(server, object);
    } catch (IOException failure) {
      listeners.diskTrouble(failure);
      return Optional.empty();
    }
  }

  /** What became of the journal when it was damaged as the outbox was opened. */
  public Optional<Damage> damage() {
    return folder.damage();
  }

  /**
   * Whether an older copy of the journal was found in its place. Then nothing that waits in it is
   * sent before the server was asked whether it is there already.
   */
  public boolean isRestored() {
    return restored;
  }

  /** Why the journal could not be written lately; empty again once it could. */
  public Optional<Exception> diskTrouble() {
    return listeners.diskTrouble();
  }

  public void addListener(OutboxListener listener) {
    listeners.add(listener);
  }

  public void removeListener(OutboxListener listener) {
    listeners.remove(listener);
  }

  /**
   * Told the key of a server that wants a sign-in: once, until {@link #resume} or {@link #attach}.
   * All its entries wait meanwhile. On any thread; must be cheap.
   */
  public void onSignInNeeded(Consumer<String> listener) {
    listeners.onSignInNeeded(listener);
  }

  /** Cuts what is under way, which is in doubt then, and closes the journal; within two seconds. */
  @Override
  public void close() {
    queues.end(LONGEST_CLOSE);
    countOn();
    journal.close();
    folder.close();
  }

  /** A copy that was made while the program ran is older from now on. */
  private void countOn() {
    try {
      generation.next();
    } catch (IOException failure) {
      System.getLogger(Outbox.class.getName())
          .log(System.Logger.Level.WARNING, "the end of the outbox was not counted", failure);
    }
  }

  private ControlThread control(String server, Board board) {
    board.paused(wasPaused(server));
    return new ControlThread(server, board, journal, spool, digests, world, listeners);
  }

  private boolean wasPaused(String server) {
    try {
      return journal.mark(Control.pausedMark(server)).filter("yes"::equals).isPresent();
    } catch (IOException failure) {
      listeners.diskTrouble(failure);
      return false;
    }
  }
}
