package org.kontor.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The outbox's place on the disk, locked for one program: the journal, the spool, and what was put
 * aside because it was damaged.
 */
final class OutboxFolder implements AutoCloseable {
  /** Closing any handle of a locked file would end the lock, so a second one is never opened. */
  private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final Disk disk;
  private final FileChannel lock;
  private Optional<Damage> damage = Optional.empty();

  private OutboxFolder(Path folder, Disk disk, FileChannel lock) {
    this.folder = folder;
    this.disk = disk;
    this.lock = lock;
  }

  /**
   * Locks the folder, making it when missing.
   *
   * @throws OutboxInUseException when it is locked
   */
  static OutboxFolder lock(Path path, Disk disk) throws IOException {
    disk.createFolder(path);
    Path folder = path.toRealPath();
    if (!OPEN_HERE.add(folder)) {
      throw new OutboxInUseException();
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return new OutboxFolder(folder, disk, channel);
      }
      throw new OutboxInUseException();
    } catch (IOException failure) {
      release(folder, channel);
      throw failure;
    }
  }

  Path path() {
    return folder;
  }

  Path spool() {
    return folder.resolve("spool");
  }

  /** What became of a damaged journal and its spool; empty when there was none. */
  Optional<Damage> damage() {
    return damage;
  }

  /** Opens the journal; a damaged one is put aside, with its spool, and a new one begun. */
  SqliteJournal openJournal(Instant now) throws IOException {
    JournalFile file = new JournalFile(folder.resolve("journal.db"));
    Connection database;
    try {
      database = openOwned(file);
    } catch (JournalFile.Damaged _) {
      putAside(now);
      try {
        database = openOwned(file);
      } catch (JournalFile.Damaged again) {
        throw new IOException("a new journal cannot be made", again);
      }
    }
    SqliteJournal journal = new SqliteJournal(file, database, spool());
    journal.tidy(now);
    return journal;
  }

  @Override
  public void close() {
    release(folder, lock);
  }

  private Connection openOwned(JournalFile file) throws IOException, JournalFile.Damaged {
    Path path = folder.resolve("journal.db");
    if (!Files.exists(path)) {
      disk.createFile(path);
    }
    return file.openChecked();
  }

  private void putAside(Instant now) throws IOException {
    Path aside = folder.resolve("damaged-" + now.toEpochMilli());
    disk.createFolder(aside);
    for (String name : new String[] {"journal.db", "journal.db-wal", "journal.db-shm", "spool"}) {
      Path path = folder.resolve(name);
      if (Files.exists(path)) {
        disk.move(path, aside.resolve(name));
      }
    }
    disk.forceFolder(aside);
    disk.forceFolder(folder);
    damage = Optional.of(new Salvage(aside).run(disk));
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static void release(Path folder, @Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException failure) {
      System.getLogger(OutboxFolder.class.getName())
          .log(System.Logger.Level.DEBUG, "the lock could not be closed", failure);
    } finally {
      OPEN_HERE.remove(folder);
    }
  }
}
