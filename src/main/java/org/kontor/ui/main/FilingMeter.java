package org.kontor.ui.main;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.kontor.dms.Operation;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.OutboxWatch;

/**
 * Counts the documents that were filed out of the tray today, whichever way, and how fast that goes
 * at present. What was taken back does not count. On the window's thread only.
 */
final class FilingMeter implements AutoCloseable {
  private static final String PAGE = "tray.filed";
  private static final Duration AT_PRESENT = Duration.ofMinutes(10);

  private final Outbox outbox;
  private final String server;
  private final Notebook notebook;
  private final Clock clock;
  private final OutboxWatch watch;
  private final Map<EntryId, Instant> filed = new TreeMap<>();
  private final ReadOnlyIntegerWrapper today = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper perMinute = new ReadOnlyIntegerWrapper();
  private LocalDate day;
  private int before;
  private long countedTo;

  FilingMeter(Outbox outbox, String server, Notebook notebook, Executor ui, Clock clock) {
    this.outbox = outbox;
    this.server = server;
    this.notebook = notebook;
    this.clock = clock;
    day = LocalDate.now(clock);
    open(notebook.page(PAGE));
    watch = new OutboxWatch(outbox, server, ui, _ -> refresh(), () -> {});
    refresh();
  }

  /** Documents filed since midnight. */
  ReadOnlyIntegerProperty todayProperty() {
    return today.getReadOnlyProperty();
  }

  /** Documents filed in a minute, over the last ten minutes; 0 when nothing was filed in them. */
  ReadOnlyIntegerProperty perMinuteProperty() {
    return perMinute.getReadOnlyProperty();
  }

  /** Counts anew; time alone changes what was filed at present. */
  void refresh() {
    LocalDate now = LocalDate.now(clock);
    if (!now.equals(day)) {
      day = now;
      before = 0;
    }
    outbox.entries().stream()
        .filter(entry -> entry.server().equals(server) && entry.id().number() > countedTo)
        .filter(entry -> entry.operation() instanceof Operation.FileAway)
        .forEach(this::count);
    int counted =
        before + (int) filed.values().stream().filter(moment -> isOn(day, moment)).count();
    if (counted != today.get()) {
      today.set(counted);
      long last = filed.keySet().stream().mapToLong(EntryId::number).max().orElse(countedTo);
      notebook.write(PAGE, List.of(day.toString(), String.valueOf(counted), String.valueOf(last)));
    }
    perMinute.set(rate(clock.instant()));
  }

  @Override
  public void close() {
    watch.close();
  }

  private void count(Entry entry) {
    if (entry.state() == EntryState.CANCELLED) {
      filed.remove(entry.id());
    } else {
      filed.put(entry.id(), entry.accepted());
    }
  }

  private int rate(Instant now) {
    Instant since = now.minus(AT_PRESENT);
    List<Instant> lately = filed.values().stream().filter(since::isBefore).sorted().toList();
    if (lately.isEmpty()) {
      return 0;
    }
    double minutes = Math.max(1, Duration.between(lately.getFirst(), now).toMillis() / 60_000.0);
    return (int) Math.max(1, Math.round(lately.size() / minutes));
  }

  private boolean isOn(LocalDate wanted, Instant moment) {
    return LocalDate.ofInstant(moment, clock.getZone()).equals(wanted);
  }

  private void open(List<String> lines) {
    try {
      if (lines.size() == 3) {
        countedTo = Long.parseLong(lines.get(2));
        before = LocalDate.parse(lines.get(0)).equals(day) ? Integer.parseInt(lines.get(1)) : 0;
      }
    } catch (DateTimeException | NumberFormatException _) {
      // Another version's page; counting begins anew.
    }
  }
}
