package org.kontor.local.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bytes of documents, each different content once. Contents up to {@link #SMALL} bytes are kept
 * in the database, where they share its sync; larger ones are files named by their SHA-256.
 */
public final class ContentStore {
  /** Up to this many bytes a content lives in the database. */
  static final int SMALL = 32 * 1024;

  private static final System.Logger LOG = System.getLogger(ContentStore.class.getName());

  private final Path folder;
  private final Path incoming;
  private final Database database;
  private final Map<Digest, Integer> inFlight = new HashMap<>();

  /** The contents below a data folder. */
  public ContentStore(DataFolder data, Database database) {
    this.folder = data.contents();
    this.incoming = data.incoming();
    this.database = database;
  }

  /** Starts to take in the files of one request. */
  public Intake intake() {
    return new Intake(this, incoming);
  }

  /** Makes received files the contents of an object, in this order, after those it has. */
  public void attach(Session session, long object, int after, List<Received> files) {
    int position = after;
    for (Received file : files) {
      add(new ContentTable(session), object, file, ++position);
    }
  }

  /** Gives an object the files that another one has, too. */
  public void share(Session session, long from, long to) {
    ContentTable table = new ContentTable(session);
    table.of(from).forEach(content -> table.add(to, content));
  }

  private static void add(ContentTable table, long object, Received file, int position) {
    table.add(object, file.at(position));
    if (file.small()) {
      table.keepSmall(file.digest(), file.bytes());
    }
  }

  /** Puts a received file in the place of one that an object has. */
  public void replace(Session session, long object, StoredContent old, Received file) {
    ContentTable table = new ContentTable(session);
    table.delete(object, old.position());
    add(table, object, file, old.position());
    drop(session, old);
  }

  /** Puts a received file before the one at an index; that one and all behind it move on. */
  public void insert(Session session, long object, int position, Received file) {
    ContentTable table = new ContentTable(session);
    table.moveOn(object, position);
    add(table, object, file, position);
  }

  /** Takes one file away; those behind it move up. */
  public void remove(Session session, long object, StoredContent old) {
    ContentTable table = new ContentTable(session);
    table.delete(object, old.position());
    table.closeGap(object, old.position());
    drop(session, old);
  }

  /** Takes all contents from an object; bytes that nobody else has go after the commit. */
  public void detach(Session session, long object) {
    ContentTable table = new ContentTable(session);
    List<StoredContent> contents = table.of(object);
    table.delete(object);
    contents.forEach(content -> drop(session, content));
  }

  /** Makes the files of a former version the present ones. */
  public void bringBack(Session session, long object, int version) {
    List<StoredContent> former = new VersionTable(session).files(object, version);
    ContentTable table = new ContentTable(session);
    List<StoredContent> present = table.of(object);
    table.delete(object);
    former.forEach(content -> table.add(object, content));
    present.forEach(content -> drop(session, content));
  }

  /** Forgets a former version with its files. */
  public void dropVersion(Session session, long object, int version) {
    VersionTable versions = new VersionTable(session);
    List<StoredContent> files = versions.files(object, version);
    versions.delete(object, version);
    files.forEach(content -> drop(session, content));
  }

  private void drop(Session session, StoredContent content) {
    ContentTable table = new ContentTable(session);
    Digest digest = content.digest();
    if (content.length() > SMALL) {
      session.afterCommit(() -> discard(digest));
    } else if (!table.referenced(digest)) {
      table.dropSmall(digest);
    }
  }

  /** The bytes of a content; empty when it was removed in the meantime. */
  public Optional<InputStream> open(StoredContent content) throws IOException {
    if (content.length() <= SMALL) {
      return database
          .read(session -> new ContentTable(session).small(content.digest()))
          .map(ByteArrayInputStream::new);
    }
    Path file = file(content.digest());
    return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
  }

  /** Moves a synced file to its place, where it stays at least until {@link #leave}. */
  void place(Digest digest, Path file) throws IOException {
    synchronized (inFlight) {
      inFlight.merge(digest, 1, Integer::sum);
      Path directory = directory(digest);
      Path target = directory.resolve(digest.hex());
      if (Files.exists(target)) {
        Files.delete(file);
        return;
      }
      if (!Files.exists(directory)) {
        Files.createDirectories(directory);
        force(folder);
      }
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      force(directory);
    }
  }

  /** The request that placed a content has ended. What no object took up is removed. */
  void leave(Digest digest) {
    synchronized (inFlight) {
      inFlight.computeIfPresent(digest, (key, count) -> count == 1 ? null : count - 1);
    }
    discard(digest);
  }

  /**
   * Removes files that no object refers to; they are left over when the power failed. Stops when
   * interrupted.
   *
   * @return whether it came to its end
   */
  public boolean clean() {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      files
          .takeWhile(file -> !Thread.currentThread().isInterrupted())
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f]{64}"))
          .map(Digest::new)
          .forEach(this::discard);
      return !Thread.currentThread().isInterrupted();
    } catch (IOException failed) {
      LOG.log(System.Logger.Level.WARNING, "Contents could not be cleaned", failed);
      return false;
    }
  }

  private void discard(Digest digest) {
    synchronized (inFlight) {
      boolean wanted =
          inFlight.containsKey(digest)
              || database.read(session -> new ContentTable(session).referenced(digest));
      if (!wanted) {
        try {
          Files.deleteIfExists(file(digest));
        } catch (IOException failed) {
          LOG.log(System.Logger.Level.WARNING, "A content without object stays for now", failed);
        }
      }
    }
  }

  private Path directory(Digest digest) {
    return folder.resolve(digest.hex().substring(0, 2));
  }

  private Path file(Digest digest) {
    return directory(digest).resolve(digest.hex());
  }

  /** Syncs a folder's list of names; not possible, and not needed, on Windows. */
  private static void force(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
