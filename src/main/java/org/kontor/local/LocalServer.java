package org.kontor.local;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.DefinitionException;
import org.kontor.local.definition.DefinitionReader;
import org.kontor.local.demo.DemoArchive;
import org.kontor.local.enaio.Archive;
import org.kontor.local.enaio.EnaioApi;
import org.kontor.local.fulltext.Indexer;
import org.kontor.local.http.Caller;
import org.kontor.local.http.ErrorForm;
import org.kontor.local.http.Face;
import org.kontor.local.http.HttpEngine;
import org.kontor.local.http.Passwords;
import org.kontor.local.http.Routes;
import org.kontor.local.http.SignIn;
import org.kontor.local.http.SignedInFace;
import org.kontor.local.rillsoft.RillsoftFace;
import org.kontor.local.rillsoft.RillsoftStore;
import org.kontor.local.store.AccountTable;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.DataFolder;
import org.kontor.local.store.Database;
import org.kontor.local.store.StoreException;
import org.kontor.local.text.Message;

/**
 * A running local server: the enaio DMS API below {@code api/dms} of its address and, where asked
 * for, the Rillsoft API below {@code api/v2}, on 127.0.0.1 only. What it has answered with success
 * is on the disk.
 */
public final class LocalServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LocalServer.class.getName());
  private static final List<Account> DEMO_ACCOUNTS = List.of(new Account("demo", "demo"));

  private final DataFolder folder;
  private final Database database;
  private final Optional<RillsoftStore> rillsoft;
  private final HttpEngine engine;
  private final Indexer indexer;
  private final Thread cleaning;

  private LocalServer(
      DataFolder folder,
      Database database,
      Optional<RillsoftStore> rillsoft,
      HttpEngine engine,
      Indexer indexer,
      Thread cleaning) {
    this.folder = folder;
    this.database = database;
    this.rillsoft = rillsoft;
    this.engine = engine;
    this.indexer = indexer;
    this.cleaning = cleaning;
  }

  /**
   * Starts a server, which answers when this method returns. Blocks while the archive is opened and
   * a demo archive is written.
   *
   * @throws LocalServerException when the definition is wrong, the data folder is in use or cannot
   *     be written, or the port is taken; nothing keeps running then
   */
  public static LocalServer start(LocalServerOptions options) throws LocalServerException {
    Definition definition = definition(options);
    DataFolder folder = folder(options);
    Database database = database(options, folder, definition);
    Optional<RillsoftStore> rillsoft = Optional.empty();
    try {
      ContentStore contents = new ContentStore(folder, database);
      Archive archive = new Archive(definition, database, contents, options.behaviour());
      if (options.demo() && options.definition().isEmpty()) {
        DemoArchive.fill(archive);
      }
      Passwords passwords = passwords(options, database);
      rillsoft = rillsoft(options);
      HttpEngine engine =
          HttpEngine.start(options.port(), faces(options, archive, passwords, rillsoft));
      Indexer indexer = Indexer.start(definition, database, contents);
      Thread cleaning = clean(folder, contents);
      return new LocalServer(folder, database, rillsoft, engine, indexer, cleaning);
    } catch (StoreException failed) {
      close(folder, database, rillsoft);
      throw new LocalServerException(Message.of("start.database", options.data()), failed);
    } catch (LocalServerException failed) {
      close(folder, database, rillsoft);
      throw failed;
    } catch (IOException failed) {
      close(folder, database, rillsoft);
      throw new LocalServerException(
          failed instanceof BindException
              ? Message.of("start.port", options.port())
              : Message.of("start.failed", Objects.toString(failed.getMessage(), "")),
          failed);
    }
  }

  private static Definition definition(LocalServerOptions options) throws LocalServerException {
    if (options.definition().isEmpty()) {
      return DefinitionReader.demo();
    }
    try {
      return DefinitionReader.read(options.definition().get());
    } catch (DefinitionException wrong) {
      throw new LocalServerException(wrong.sentence(), wrong);
    }
  }

  private static DataFolder folder(LocalServerOptions options) throws LocalServerException {
    try {
      Optional<DataFolder> folder = DataFolder.open(options.data());
      return folder.orElseThrow(
          () -> new LocalServerException(Message.of("start.used", options.data())));
    } catch (IOException failed) {
      throw new LocalServerException(Message.of("start.data", options.data()), failed);
    }
  }

  private static Database database(
      LocalServerOptions options, DataFolder folder, Definition definition)
      throws LocalServerException {
    try {
      return Database.open(folder.database(), definition);
    } catch (StoreException failed) {
      closeQuietly(folder);
      throw new LocalServerException(Message.of("start.database", options.data()), failed);
    }
  }

  private static Passwords passwords(LocalServerOptions options, Database database) {
    List<Account> accounts = options.accounts().isEmpty() ? DEMO_ACCOUNTS : options.accounts();
    Passwords passwords = new Passwords();
    for (Account account : accounts) {
      long number = database.write(session -> new AccountTable(session).number(account.name()));
      passwords.add(new Caller(number, account.name()), account.password());
    }
    return passwords;
  }

  private static Optional<RillsoftStore> rillsoft(LocalServerOptions options)
      throws IOException, LocalServerException {
    if (options.rillsoft().isEmpty()) {
      return Optional.empty();
    }
    Path data = options.data().resolve("rillsoft");
    Optional<RillsoftStore> store = RillsoftStore.open(data, options.demo());
    if (store.isEmpty()) {
      throw new LocalServerException(Message.of("start.used", data));
    }
    return store;
  }

  private static List<Face> faces(
      LocalServerOptions options,
      Archive archive,
      Passwords passwords,
      Optional<RillsoftStore> rillsoft) {
    List<Face> faces = new ArrayList<>();
    rillsoft.ifPresent(
        store -> faces.add(new RillsoftFace(store, passwords, options.rillsoft().orElseThrow())));
    Routes routes = new Routes();
    EnaioApi.addTo(routes, archive);
    faces.add(new SignedInFace(routes, new SignIn(passwords), ErrorForm.of(options.behaviour())));
    return faces;
  }

  /** Removes, beside the running server, what a killed one left over. */
  private static Thread clean(DataFolder folder, ContentStore contents) {
    return Thread.ofPlatform()
        .name("kontor-local-cleaning")
        .daemon()
        .start(
            () -> {
              if (folder.unclean() && contents.clean()) {
                folder.markClean();
              }
            });
  }

  /** The server's address, such as {@code http://127.0.0.1:7400/}. */
  public URI baseUri() {
    return engine.baseUri();
  }

  /** Ends the server. Requests in hand are cut off; what was answered is kept. */
  @Override
  public void close() {
    engine.close();
    indexer.close();
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
    close(folder, database, rillsoft);
  }

  private static void close(
      DataFolder folder, Database database, Optional<RillsoftStore> rillsoft) {
    rillsoft.ifPresent(RillsoftStore::close);
    database.close();
    closeQuietly(folder);
  }

  private static void closeQuietly(DataFolder folder) {
    try {
      folder.close();
    } catch (IOException failed) {
      LOG.log(System.Logger.Level.WARNING, "The data folder could not be released", failed);
    }
  }
}
