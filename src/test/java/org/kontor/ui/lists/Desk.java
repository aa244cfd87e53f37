package org.kontor.ui.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.outbox.Draft;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;

/** All that a list's view-model works with: an archive, a real outbox, a thread for the window. */
public final class Desk implements AutoCloseable {
  public static final String KEY = "test";

  public final ArchiveInMemory archive = new ArchiveInMemory();
  public final UiQueue ui = new UiQueue();
  public final BackgroundTasks tasks;
  public final Outbox outbox;
  public final Locale locale;
  private final Path folder;

  public Desk(Path folder, Locale locale) {
    this(folder, locale, Optional.empty());
  }

  /**
   * @param window the thread that draws it, where there is one
   */
  public Desk(Path folder, Locale locale, Optional<Executor> window) {
    this.folder = folder;
    this.locale = locale;
    tasks = new BackgroundTasks(window.orElse(ui));
    try {
      outbox = Outbox.open(folder.resolve("outbox"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lets the outbox send. */
  public void attach() {
    outbox.attach(KEY, archive);
  }

  public EntryId accept(String title, Operation operation) {
    try {
      return outbox.accept(KEY, Lane.INTERACTIVE, List.of(new Draft(title, operation))).getFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Drops a new text file on the tray. */
  public EntryId drop(String name) {
    return accept(name, insert(name, Location.TRAY));
  }

  /** A typeless insert of a new file. */
  public Operation.Insert insert(String name, Location target) {
    try {
      Path file = Files.writeString(folder.resolve(name), "content of " + name);
      SourceFile source =
          new SourceFile(
              file,
              name,
              "text/plain",
              Files.size(file),
              Optional.empty(),
              Files.getLastModifiedTime(file).toMillis());
      boolean tray = target instanceof Location.Tray;
      return new Operation.Insert(
          target,
          tray ? Optional.empty() : Optional.of(DemoSchema.INVOICE),
          Optional.of(MainType.ANY_FILE),
          Map.of(),
          List.of(source));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    archive.open();
    tasks.close();
    outbox.close();
  }
}
