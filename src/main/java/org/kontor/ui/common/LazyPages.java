package org.kontor.ui.common;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;

/**
 * A long listing of which only the parts on the screen are read. Rows not read yet are null; {@link
 * #want} asks for their page. Of the pages asked for, only the newest few are kept alive: what was
 * scrolled past is cancelled. To be used from one thread, the one that the tasks hand outcomes to.
 *
 * @param <T> one row
 */
public final class LazyPages<T> {
  /** Rows asked for at a time. */
  public static final int PAGE = 200;

  private static final int AT_ONCE = 3;
  private static final int KEPT = 100;

  /**
   * One part of the listing as its source read it.
   *
   * @param more whether rows follow
   * @param totalAtLeast rows of the whole listing, or fewer
   * @param mayBeCut whether the source may have kept back rows without a word
   */
  public record Part<T>(List<T> items, boolean more, int totalAtLeast, boolean mayBeCut) {}

  /** Reads parts; blocks, on background threads. */
  @FunctionalInterface
  public interface Source<T> {
    Part<T> read(int skip, int size) throws Exception;
  }

  /** Told what is different now. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Rows from (inclusive) to (exclusive) are other rows now, as far as they exist before and
     * after; the listing had {@code sizeBefore} rows.
     */
    void changed(int from, int to, int sizeBefore);
  }

  private record Asked(long number, BackgroundTask task) {}

  private final String title;
  private final BackgroundTasks tasks;
  private final Source<T> source;
  private final Listener listener;
  private final NavigableMap<Integer, List<T>> pages = new TreeMap<>();
  private final Set<Integer> recent = new LinkedHashSet<>();
  private final Map<Integer, Exception> failures = new HashMap<>();
  private final Map<Integer, Asked> asked = new LinkedHashMap<>();
  private long questions;
  private int size;
  private boolean known;
  private boolean mayBeCut;
  private Instant asOf = Instant.EPOCH;
  private Instant began = Instant.EPOCH;
  private @Nullable Function<T, ?> identity;

  /**
   * @param title of the reading tasks, for the person
   */
  public LazyPages(String title, BackgroundTasks tasks, Source<T> source, Listener listener) {
    this.title = title;
    this.tasks = tasks;
    this.source = source;
    this.listener = listener;
  }

  /** Rows of the listing as far as known, read or not. */
  public int size() {
    return size;
  }

  /** Whether anything was ever read. */
  public boolean isKnown() {
    return known;
  }

  /** Whether rows may be missing that the source did not speak of. */
  public boolean mayBeCut() {
    return mayBeCut;
  }

  /** Whether something is being read. */
  public boolean isReading() {
    return !asked.isEmpty();
  }

  /** What is shown is not older than this. */
  public Instant asOf() {
    return asOf;
  }

  /** The row, or null where it is not read yet. */
  public @Nullable T get(int index) {
    List<T> page = pages.get(index / PAGE);
    int within = index % PAGE;
    return page == null || within >= page.size() ? null : page.get(within);
  }

  /** Why the row cannot be read. */
  public Optional<Exception> failure(int index) {
    return Optional.ofNullable(failures.get(index / PAGE));
  }

  /** Why rows that are still shown could not be read anew. */
  public Optional<Exception> staleness() {
    return failures.entrySet().stream()
        .filter(failure -> pages.containsKey(failure.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The row is on the screen: its page is read unless it is there, under way, or has failed. */
  public void want(int index) {
    int page = index / PAGE;
    recent.remove(page);
    recent.add(page);
    if (!pages.containsKey(page) && !failures.containsKey(page) && !asked.containsKey(page)) {
      ask(page);
    }
  }

  /** Reads a page again that has failed. */
  public void retry(int index) {
    failures.remove(index / PAGE);
    want(index);
  }

  /**
   * Reads anew what was on the screen last, which stays until the answer comes; forgets the rest.
   */
  public void refresh() {
    identity = null;
    readAnew();
  }

  /**
   * As {@link #refresh}, but rows that are there before and after keep their order, whatever their
   * source sorts them by: a person who works her way down is not led back to where she began.
   *
   * @param newIdentity what two readings of the same row have in common
   */
  public void refreshInPlace(Function<T, ?> newIdentity) {
    identity = newIdentity;
    readAnew();
  }

  private void readAnew() {
    close();
    failures.clear();
    began = Instant.now();
    List<Integer> again = recent.stream().skip(Math.max(0, recent.size() - 2)).toList();
    pages.keySet().retainAll(again);
    recent.retainAll(again);
    if (again.isEmpty()) {
      want(0);
    } else {
      again.forEach(this::ask);
    }
  }

  /** Cancels what is being read. */
  public void close() {
    List<Asked> running = List.copyOf(asked.values());
    asked.clear();
    running.forEach(question -> question.task().cancel());
  }

  /** The first read row at or behind {@code from} that fits. */
  public OptionalInt find(int from, Predicate<T> fits) {
    for (Map.Entry<Integer, List<T>> page : pages.tailMap(from / PAGE, true).entrySet()) {
      int first = page.getKey() * PAGE;
      for (int within = Math.max(0, from - first); within < page.getValue().size(); within++) {
        if (fits.test(page.getValue().get(within))) {
          return OptionalInt.of(first + within);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Visits all rows that were read, with their numbers, ascending. */
  public void eachRead(BiConsumer<Integer, T> visitor) {
    pages.forEach(
        (page, items) -> {
          for (int within = 0; within < items.size(); within++) {
            visitor.accept(page * PAGE + within, items.get(within));
          }
        });
  }

  private void ask(int page) {
    if (asked.size() >= AT_ONCE) {
      Asked oldest = asked.remove(asked.keySet().iterator().next());
      if (oldest != null) {
        oldest.task().cancel();
      }
    }
    if (!known) {
      began = Instant.now();
    }
    long number = ++questions;
    BackgroundTask task =
        tasks.start(
            title,
            (_, _) -> source.read(page * PAGE, PAGE),
            outcome -> {
              Asked question = asked.get(page);
              if (question != null && question.number() == number) {
                asked.remove(page);
                arrived(page, outcome);
              }
            });
    asked.put(page, new Asked(number, task));
  }

  private void arrived(int page, Outcome<Part<T>> outcome) {
    int before = size;
    switch (outcome) {
      case Outcome.Done<Part<T>>(Part<T> part) -> keep(page, part);
      case Outcome.Failed<Part<T>>(Exception cause) -> failures.put(page, cause);
      case Outcome.Cancelled<Part<T>> _ -> recent.remove(page);
    }
    int from = Math.min(page * PAGE, size);
    listener.changed(from, Math.max(from, Math.min(page * PAGE + PAGE, size)), before);
  }

  private void keep(int page, Part<T> part) {
    known = true;
    mayBeCut = part.mayBeCut();
    asOf = began;
    failures.remove(page);
    int end = page * PAGE + part.items().size();
    if (part.items().isEmpty()) {
      pages.remove(page);
    } else {
      pages.put(page, inPlace(pages.getOrDefault(page, List.of()), part.items()));
    }
    if (part.more()) {
      size = Math.max(part.totalAtLeast(), end + 1);
    } else {
      size = part.items().isEmpty() ? Math.min(size, page * PAGE) : end;
      pages.tailMap(page, false).clear();
    }
    forgetOldest();
  }

  /**
   * What is new stands where the source has it; the others fill the places between in their order.
   */
  private List<T> inPlace(List<T> before, List<T> now) {
    Function<T, ?> key = identity;
    if (key == null || before.isEmpty()) {
      return List.copyOf(now);
    }
    Map<Object, T> staying = new LinkedHashMap<>();
    before.forEach(row -> staying.put(key.apply(row), row));
    Map<Object, T> read = new HashMap<>();
    now.forEach(row -> read.put(key.apply(row), row));
    if (read.size() < now.size()) {
      return List.copyOf(now);
    }
    staying.keySet().retainAll(read.keySet());
    Iterator<Object> order = staying.keySet().iterator();
    List<T> rows = new ArrayList<>();
    for (T row : now) {
      Object next = staying.containsKey(key.apply(row)) ? order.next() : key.apply(row);
      rows.add(Objects.requireNonNull(read.get(next)));
    }
    return List.copyOf(rows);
  }

  private void forgetOldest() {
    List<Integer> oldest = new ArrayList<>(recent);
    for (int page : oldest.subList(0, Math.max(0, oldest.size() - KEPT))) {
      recent.remove(page);
      pages.remove(page);
    }
  }
}
