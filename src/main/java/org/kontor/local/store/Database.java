package org.kontor.local.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kontor.local.definition.Definition;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite database of the archive: one writer, several readers, every commit synced. */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int CACHE_KIB = 16_384;

  private final Writer writer;
  private final Readers readers;

  private Database(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Opens or creates the database file and brings its tables to the present layout and definition.
   */
  public static Database open(Path file, Definition definition) {
    Session first = connect(file, false);
    Migrations.run(first);
    TypeTables.prepare(first, definition);
    FullTextTable.prepare(first, definition);
    return around(first, file);
  }

  /**
   * Opens or creates a database of another layout.
   *
   * @param layout statements by step; steps are only ever added
   */
  public static Database open(Path file, List<List<String>> layout) {
    Session first = connect(file, false);
    Migrations.run(first, layout, layout.size());
    return around(first, file);
  }

  private static Database around(Session first, Path file) {
    List<Session> reading = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      reading.add(connect(file, true));
    }
    return new Database(new Writer(first), new Readers(reading));
  }

  /** Writes in a transaction and returns when it is on the disk. Any thread; not interruptible. */
  public <T> T write(Work<T> work) {
    return writer.write(work);
  }

  /** Reads in one snapshot. Any thread; not interruptible. */
  public <T> T read(Work<T> work) {
    return readers.read(work);
  }

  /** Has something short done after each commit, on the writing thread; one for a database. */
  public void afterEachCommit(Runnable hook) {
    writer.afterEachCommit(hook);
  }

  private static Session connect(Path file, boolean reading) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setBusyTimeout(10_000);
    config.setCacheSize(-CACHE_KIB);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      Session session = new Session(source.getConnection());
      if (reading) {
        session.execute("PRAGMA query_only=ON");
      }
      return session;
    } catch (SQLException failed) {
      throw new StoreException("open", failed);
    }
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
