package org.kontor.app;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Problem;

/**
 * Whether waiting for the outbox is still worth it: a server may fail each time anew, so that the
 * same bytes go to it again and again.
 */
final class Headway {
  /** How long nothing may move while the server fails before the wait is given up. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What no waiting mends. */
  private static final Set<Problem.Cause> FOR_THE_PERSON =
      Set.of(Problem.Cause.NOT_SIGNED_IN, Problem.Cause.UNTRUSTED, Problem.Cause.CHANGED_KEY);

  /** What may pass by itself. */
  private static final Set<Problem.Cause> OF_THE_SERVER =
      Set.of(
          Problem.Cause.UNREACHABLE,
          Problem.Cause.NO_ANSWER,
          Problem.Cause.SERVER_FAILED,
          Problem.Cause.PROTOCOL,
          Problem.Cause.PART_OF_LIST);

  private final Set<Problem> met = new LinkedHashSet<>();
  private Instant since = Instant.now();
  private long ended;
  private long farthest;

  /**
   * Takes note of how it stands; to be called a few times a second.
   *
   * @param over how many entries are over
   * @param open the others
   */
  void look(int over, List<Entry> open) {
    long bytes = open.stream().mapToLong(Entry::sentBytes).sum();
    if (over > ended) {
      farthest = 0;
    }
    if (over > ended || bytes > farthest) {
      ended = over;
      farthest = bytes;
      met.clear();
    }
    boolean well = met.isEmpty();
    met.addAll(problems(open, OF_THE_SERVER));
    if (well) {
      since = Instant.now();
    }
  }

  /** Why waiting is not worth it; empty while it is. */
  Set<Problem> hopeless(List<Entry> open) {
    Set<Problem> forThePerson = problems(open, FOR_THE_PERSON);
    if (!forThePerson.isEmpty()) {
      return forThePerson;
    }
    // A large file that goes once more may get farther than before.
    boolean trying = open.stream().anyMatch(entry -> entry.state() == EntryState.SENDING);
    return trying || since.plus(PATIENCE).isAfter(Instant.now()) ? Set.of() : Set.copyOf(met);
  }

  private static Set<Problem> problems(List<Entry> entries, Set<Problem.Cause> causes) {
    return entries.stream()
        .flatMap(entry -> entry.problem().stream())
        .filter(problem -> causes.contains(problem.cause()))
        .collect(Collectors.toSet());
  }
}
