package org.kontor.ui.main;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.ChildAllowance;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Feature;
import org.kontor.model.Location;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;

/**
 * What containers still take, by type and number, as the server last said. Asked in the background
 * for the container under the pointer, and kept for a moment. On the window's thread.
 */
final class Allowances {
  private static final int KEPT = 100;
  private static final long FRESH_NANOS = Duration.ofSeconds(20).toNanos();

  private final DmsServer server;
  private final BackgroundTasks tasks;
  private final String title;
  private final List<Runnable> listeners = new ArrayList<>();
  private final Map<Location.Container, Told> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Location.Container, Told> eldest) {
          return size() > KEPT;
        }
      };
  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable BackgroundTask asking;
  private Optional<Location.Container> asked = Optional.empty();

  /** Empty where the server did not tell. */
  private record Told(Optional<List<ChildAllowance>> types, long at) {}

  private record Waiting(
      Location.Container container, Consumer<Optional<List<ChildAllowance>>> then) {}

  Allowances(DmsServer server, BackgroundTasks tasks, Locale locale) {
    this.server = server;
    this.tasks = tasks;
    title = Messages.of(Allowances.class, locale).get("allowances.reading");
  }

  /** Empty while it is not known; then it is asked, and the listeners are told. */
  Optional<List<ChildAllowance>> of(Location.Container container) {
    if (!server.capabilities().offers(Feature.CHILD_COUNTS)) {
      return Optional.empty();
    }
    Optional<Told> known = fresh(container);
    if (known.isEmpty()) {
      ask(container);
    }
    return known.flatMap(Told::types);
  }

  /** Empty while it is not known; it is not asked. */
  Optional<List<ChildAllowance>> known(Location.Container container) {
    return fresh(container).flatMap(Told::types);
  }

  /**
   * @param then told once it is known, at once where it is; empty where the server does not tell
   */
  void whenKnown(Location.Container container, Consumer<Optional<List<ChildAllowance>>> then) {
    Optional<Told> known = fresh(container);
    if (known.isPresent() || !server.capabilities().offers(Feature.CHILD_COUNTS)) {
      then.accept(known.flatMap(Told::types));
    } else {
      waiting.add(new Waiting(container, then));
      ask(container);
    }
  }

  private Optional<Told> fresh(Location.Container container) {
    return Optional.ofNullable(told.get(container))
        .filter(known -> System.nanoTime() - known.at() < FRESH_NANOS);
  }

  /** Something was put somewhere: what was told may be too much. */
  void forget() {
    told.clear();
  }

  /** Told when more is known. */
  void onNews(Runnable listener) {
    listeners.add(listener);
  }

  /** The pointer has moved on: what was asked for another container is of no use any more. */
  private void ask(Location.Container container) {
    if (asked.equals(Optional.of(container))) {
      return;
    }
    if (asking != null) {
      asking.cancel();
    }
    asked = Optional.of(container);
    asking =
        tasks.start(
            title,
            (_, _) -> server.allowedChildren(container),
            outcome -> arrived(container, outcome));
  }

  private void arrived(Location.Container container, Outcome<List<ChildAllowance>> outcome) {
    if (asked.equals(Optional.of(container))) {
      asked = Optional.empty();
    }
    switch (outcome) {
      case Outcome.Done<List<ChildAllowance>>(List<ChildAllowance> types) ->
          told.put(container, new Told(Optional.of(types), System.nanoTime()));
      // The server has the last word when something is put there.
      case Outcome.Failed<List<ChildAllowance>> _ ->
          told.put(container, new Told(Optional.empty(), System.nanoTime()));
      case Outcome.Cancelled<List<ChildAllowance>> _ -> {
        settle(container);
        return;
      }
    }
    settle(container);
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private void settle(Location.Container container) {
    List<Waiting> told = waiting.stream().filter(one -> one.container().equals(container)).toList();
    waiting.removeAll(told);
    told.forEach(one -> one.then().accept(known(container)));
  }
}
