package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.kontor.dms.Operation;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.PlaceShelf;

/** A form with everything around it, on the thread of the test. */
final class Desk implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:15:00Z"), ZoneOffset.UTC);

  private final BlockingQueue<Runnable> handlers = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(handlers::add);
  final SmallServer server = new SmallServer();
  final List<List<ObjectId>> filed = new ArrayList<>();
  final List<List<ObjectId>> saved = new ArrayList<>();
  final Notebook notebook;
  final PlaceShelf shelf;
  final TypeHabits habits;
  final FormViewModel form;
  final Outbox outbox;

  Desk(Path folder) throws IOException {
    this(folder, Locale.UK);
  }

  Desk(Path folder, Locale locale) throws IOException {
    this(folder, locale, Notebook.inMemory());
  }

  /**
   * @param notebook what was kept from the last start
   */
  Desk(Path folder, Locale locale, Notebook notebook) throws IOException {
    this.notebook = notebook;
    shelf = new PlaceShelf(notebook);
    habits = new TypeHabits(Archive.SCHEMA, notebook);
    outbox = Outbox.open(folder);
    form =
        new FormViewModel(
            server,
            Archive.SCHEMA,
            outbox,
            "test",
            tasks,
            Runnable::run,
            Runnable::run,
            locale,
            shelf,
            habits,
            notebook,
            CLOCK);
    form.onFiled(filed::add);
    form.onSaved(saved::add);
  }

  List<Operation> operations() {
    return outbox.entries().stream().map(Entry::operation).toList();
  }

  @Override
  public void close() {
    tasks.close();
    outbox.close();
  }

  /** Runs what comes back from background tasks until something is so. */
  void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("not within thirty seconds");
      }
      try {
        Runnable handler = handlers.poll(20, TimeUnit.MILLISECONDS);
        if (handler != null) {
          handler.run();
        }
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }

  /** Waits until nothing is under way any more. */
  void untilQuiet() {
    until(() -> tasks.underWay().isEmpty() && handlers.isEmpty());
  }

  SingleField field(String name) {
    return (SingleField) model(name);
  }

  FieldModel model(String name) {
    return form.dataProperty().get().orElseThrow().field(name).orElseThrow();
  }

  void type(String name, String input) {
    field(name).inputProperty().set(input);
  }

  /** Types letters into the place chooser and takes the best, as Enter does. */
  void choosePlace(String letters) {
    form.places().search(letters);
    form.places().takeBest(() -> {});
    until(() -> form.places().chosen().isPresent());
  }
}
