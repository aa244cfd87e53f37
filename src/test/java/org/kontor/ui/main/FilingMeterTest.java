package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Notebook;

final class FilingMeterTest {
  private static final Location.Container PLACE =
      new Location.Container(new ObjectId("1"), new TypeId("1"), Kind.FOLDER);

  @TempDir private Path folder;
  private final Notebook notebook = Notebook.inMemory();
  private Outbox outbox;

  @BeforeEach
  void open() throws IOException {
    outbox = Outbox.open(folder);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  private List<EntryId> file(int documents) throws IOException {
    List<Draft> drafts =
        IntStream.range(0, documents)
            .mapToObj(
                number ->
                    new Draft(
                        "d" + number,
                        new Operation.FileAway(
                            new ObjectId("d" + number), PLACE, Optional.empty(), Map.of())))
            .toList();
    return outbox.accept("server", Lane.INTERACTIVE, drafts);
  }

  private FilingMeter meter(Clock clock) {
    return new FilingMeter(outbox, "server", notebook, Runnable::run, clock);
  }

  @Test
  void countsWhatWasFiledTodayAndNotWhatWasTakenBack() throws IOException {
    Clock now = Clock.systemUTC();
    try (FilingMeter meter = meter(now)) {
      List<EntryId> filed = file(3);
      outbox.accept(
          "server",
          Lane.INTERACTIVE,
          List.of(
              new Draft(
                  "typed only",
                  new Operation.AssignType(new ObjectId("x"), new TypeId("2"), Map.of()))));
      meter.refresh();
      assertEquals(3, meter.todayProperty().get());
      assertEquals(3, meter.perMinuteProperty().get());
      outbox.cancel(filed.getFirst());
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (meter.todayProperty().get() != 2 && System.nanoTime() < deadline) {
        meter.refresh();
        Thread.onSpinWait();
      }
      assertEquals(2, meter.todayProperty().get());
    }
    try (FilingMeter again = meter(now)) {
      assertEquals(2, again.todayProperty().get(), "kept over a restart");
      file(1);
      again.refresh();
      assertEquals(3, again.todayProperty().get());
    }
  }

  @Test
  void tomorrowBeginsWithNothing() throws IOException {
    Instant today = Instant.now();
    file(2);
    try (FilingMeter meter = meter(Clock.fixed(today, ZoneOffset.UTC))) {
      assertEquals(2, meter.todayProperty().get());
    }
    Clock tomorrow = Clock.fixed(today.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    try (FilingMeter meter = meter(tomorrow)) {
      assertEquals(0, meter.todayProperty().get());
      assertEquals(0, meter.perMinuteProperty().get());
    }
  }
}
