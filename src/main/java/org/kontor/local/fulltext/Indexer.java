package org.kontor.local.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.Database;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.FullTextTable;
import org.kontor.local.store.FullTextTable.Due;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.StoreException;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;

/**
 * Fills the full-text index behind the running server. What is due stands in the database, so that
 * nothing is forgotten when the process ends; it waits for a pause between writes, so that they do
 * not wait for it.
 */
public final class Indexer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Indexer.class.getName());
  private static final int MOST_TOGETHER = 100;
  private static final int LONGEST_TOGETHER = 500_000;
  private static final int PAUSE_MILLIS = 100;
  private static final int LONGEST_WAIT_MILLIS = 1_000;

  private final Definition definition;
  private final Database database;
  private final FileText files;
  private final Semaphore written = new Semaphore(1);
  private final Thread thread;
  private volatile boolean closed;

  private Indexer(Definition definition, Database database, ContentStore contents) {
    this.definition = definition;
    this.database = database;
    this.files = new FileText(contents);
    this.thread = Thread.ofPlatform().name("kontor-local-indexer").daemon().unstarted(this::run);
  }

  /** Starts with what is due already, and goes on after each write. */
  public static Indexer start(Definition definition, Database database, ContentStore contents) {
    Indexer indexer = new Indexer(definition, database, contents);
    database.afterEachCommit(indexer.written::release);
    indexer.thread.start();
    return indexer;
  }

  /** An object as the index shall know it; empty when it is gone. */
  private record Entry(Due due, Optional<IndexedText> text, List<StoredContent> contents) {}

  private record Extracted(Entry entry, String fileText) {}

  private void run() {
    try {
      while (!closed) {
        awaitWrites();
        catchUp();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void catchUp() throws InterruptedException {
    try {
      while (!closed && step()) {
        // until nothing is due any more
      }
    } catch (StoreException failed) {
      LOG.log(System.Logger.Level.ERROR, "The full-text index has to wait", failed);
    }
  }

  private void awaitWrites() throws InterruptedException {
    written.acquire();
    long latest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
    while (System.nanoTime() < latest && written.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      written.drainPermits();
    }
  }

  private boolean step() throws InterruptedException {
    List<Entry> entries = database.read(this::due);
    List<Extracted> extracted = new ArrayList<>();
    int length = 0;
    for (Entry entry : entries) {
      if (closed) {
        return false;
      }
      Extracted one = new Extracted(entry, files.of(entry.contents()));
      extracted.add(one);
      length += one.fileText().length();
      if (length > LONGEST_TOGETHER) {
        write(extracted);
        extracted.clear();
        length = 0;
      }
    }
    write(extracted);
    return entries.size() == MOST_TOGETHER;
  }

  private List<Entry> due(Session session) {
    List<Entry> entries = new ArrayList<>();
    for (Due due : new FullTextTable(session).due(MOST_TOGETHER)) {
      Optional<StoredObject> object = new ObjectTable(session).find(due.object());
      entries.add(
          object
              .map(it -> entry(session, due, it))
              .orElseGet(() -> new Entry(due, Optional.empty(), List.of())));
    }
    return entries;
  }

  private Entry entry(Session session, Due due, StoredObject object) {
    Optional<ObjectType> type = definition.type(object.type());
    Map<Field, Object> values =
        type.map(it -> new FieldTable(session, it).read(object.id())).orElse(Map.of());
    long owner = object.source().orElse(object.id());
    return new Entry(
        due, Optional.of(IndexedText.of(type, values)), new ContentTable(session).of(owner));
  }

  private void write(List<Extracted> extracted) {
    if (extracted.isEmpty()) {
      return;
    }
    database.write(
        session -> {
          FullTextTable table = new FullTextTable(session);
          for (Extracted one : extracted) {
            Due due = one.entry().due();
            if (one.entry().text().isPresent()) {
              IndexedText text = one.entry().text().get();
              table.put(due.object(), text.fields(), text.marked(), one.fileText());
            } else {
              table.remove(due.object());
            }
            table.done(due);
          }
          return extracted.size();
        });
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    // Only now: until it has ended, the thread may hand over one more file.
    files.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
