package org.kontor.local.rillsoft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.DataFolder;
import org.kontor.local.store.Database;
import org.kontor.local.store.Session;
import org.kontor.local.store.StoreException;

/**
 * The clients, projects, plans, DMS folders and documents of the Rillsoft face, in a folder of
 * their own. A new one gets the demo clients with their projects. Thread-safe.
 */
public final class RillsoftStore implements AutoCloseable {
  private final DataFolder folder;
  private final Database database;
  private final ContentStore contents;
  private final Thread cleaning;

  private RillsoftStore(DataFolder folder, Database database, ContentStore contents) {
    this.folder = folder;
    this.database = database;
    this.contents = contents;
    this.cleaning =
        Thread.ofPlatform()
            .name("kontor-rillsoft-cleaning")
            .daemon()
            .start(
                () -> {
                  if (folder.unclean() && contents.clean()) {
                    folder.markClean();
                  }
                });
  }

  /** Something read or written in one transaction, which a failure undoes. */
  @FunctionalInterface
  interface Step<T> {
    T in(Session session) throws HttpFailure;
  }

  private record Outcome<T>(@Nullable T value, @Nullable HttpFailure failure) {
    static <T> Outcome<T> of(Session session, Step<T> step) {
      try {
        return new Outcome<>(step.in(session), null);
      } catch (HttpFailure failure) {
        return new Outcome<>(null, failure);
      }
    }

    @SuppressWarnings("NullAway") // a step may answer null when its type says so
    T get() throws HttpFailure {
      if (failure != null) {
        throw failure;
      }
      return value;
    }
  }

  /**
   * Opens or makes the store; empty when another process has it.
   *
   * @param demo whether a new store gets documents, too
   * @throws IOException when the folder cannot be written
   * @throws StoreException when the database cannot be opened
   */
  public static Optional<RillsoftStore> open(Path root, boolean demo) throws IOException {
    Optional<DataFolder> folder = DataFolder.open(root);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Database database;
    try {
      database = Database.open(folder.get().database(), Layout.STEPS);
    } catch (StoreException failed) {
      folder.get().close();
      throw failed;
    }
    RillsoftStore store =
        new RillsoftStore(folder.get(), database, new ContentStore(folder.get(), database));
    try {
      store.fill(demo);
    } catch (IOException | RuntimeException failed) {
      store.close();
      throw failed;
    }
    return Optional.of(store);
  }

  private void fill(boolean demo) throws IOException {
    boolean fresh = database.read(session -> new PlanTable(session).clients().isEmpty());
    if (fresh) {
      DemoPlan plan = DemoPlan.read();
      database.write(
          session -> {
            plan.write(session);
            return true;
          });
    }
    boolean empty = database.read(session -> !session.any("SELECT 1 FROM document LIMIT 1"));
    if (demo && empty) {
      new DemoDocuments(database, contents).write();
    }
  }

  ContentStore contents() {
    return contents;
  }

  <T> T read(Step<T> step) throws HttpFailure {
    return database.read(session -> Outcome.of(session, step)).get();
  }

  /** Writes; what was written is on the disk when it returns, and undone when it throws. */
  <T> T write(Step<T> step) throws HttpFailure {
    return database
        .write(
            session -> {
              try {
                return new Outcome<T>(session.attempt(() -> step.in(session)), null);
              } catch (HttpFailure failure) {
                return new Outcome<T>(null, failure);
              }
            })
        .get();
  }

  @Override
  public void close() {
    cleaning.interrupt();
    boolean interrupted = false;
    while (cleaning.isAlive()) {
      try {
        cleaning.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    database.close();
    try {
      folder.close();
    } catch (IOException failed) {
      System.getLogger(RillsoftStore.class.getName())
          .log(System.Logger.Level.WARNING, "The data folder could not be released", failed);
    }
  }
}
