package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import org.kontor.dms.DmsException;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.UsualLimit;
import org.kontor.http.HttpFailure;
import tools.jackson.databind.JsonNode;

/**
 * One page of hits as they stand on the wire (reference 2.8).
 *
 * @param total a lower bound before service 6.8.0 (G6)
 * @param summed whether the server told more than the hits: since 3.1.0
 * @param mayBeCut whether nothing says that it ends here, and servers are wont to cut here
 */
record ResultPage(
    List<JsonNode> entries, boolean more, int total, boolean summed, boolean mayBeCut) {
  static final ResultPage EMPTY = new ResultPage(List.of(), false, 0, false, false);

  /** Turns one entry into something of the model. */
  @FunctionalInterface
  interface Reading<T> {
    T read(JsonNode entry) throws HttpFailure.SenselessAnswer;
  }

  ResultPage {
    entries = List.copyOf(entries);
  }

  static ResultPage of(JsonNode result, PageRequest page) throws DmsException {
    if (!result.has(Wire.OBJECTS)) {
      throw new DmsException.ProtocolViolation("a result without objects", null);
    }
    List<JsonNode> entries = Lenient.list(result.path(Wire.OBJECTS));
    int told = Lenient.number(result, "totalNumItems").orElse(0);
    int end = page.skip() + entries.size();
    boolean endTold = result.has("hasMoreItems") || result.has("totalNumItems");
    boolean more =
        result.has("hasMoreItems")
            ? Lenient.isOn(result, "hasMoreItems")
            : entries.size() >= page.size()
                || end < told
                || (!endTold && UsualLimit.is(entries.size()));
    int seen = end + (more ? 1 : 0);
    boolean beyondEnd = entries.isEmpty() && page.skip() > 0;
    boolean summed = result.has("numItems") || result.has("hasMoreItems");
    return new ResultPage(
        entries,
        more,
        beyondEnd ? told : Math.max(told, seen),
        summed,
        !endTold && !more && UsualLimit.leavesDoubt(end));
  }

  /** This part of a page and the part after it. */
  ResultPage and(ResultPage next) {
    List<JsonNode> all = new ArrayList<>(entries);
    all.addAll(next.entries());
    return new ResultPage(all, next.more(), Math.max(total, next.total()), summed, next.mayBeCut());
  }

  /**
   * This part of a page, behind which there turned out to be nothing.
   *
   * @param skip entries before it
   * @param nothing the part after it; one that is said to have others behind it is believed
   */
  ResultPage before(ResultPage nothing, int skip) {
    return nothing.more()
        ? this
        : new ResultPage(
            entries,
            false,
            Math.max(nothing.total(), skip + entries.size()),
            summed,
            nothing.mayBeCut());
  }

  /** At most so many of it: servers may answer more than was asked for. */
  ResultPage upTo(int size) {
    return entries.size() <= size
        ? this
        : new ResultPage(entries.subList(0, size), true, total, summed, false);
  }

  <T> Page<T> read(Reading<T> reading) throws DmsException {
    List<T> items = new ArrayList<>();
    for (JsonNode entry : entries) {
      try {
        items.add(reading.read(entry));
      } catch (HttpFailure.SenselessAnswer senseless) {
        throw new DmsException.ProtocolViolation(String.valueOf(senseless.getMessage()), senseless);
      }
    }
    return new Page<>(items, more, total, mayBeCut);
  }

  /** The one object that reading it answers. */
  <T> T single(Reading<T> reading) throws DmsException {
    List<T> items = read(reading).items();
    if (items.size() != 1) {
      throw new DmsException.ProtocolViolation(
          "one object was asked for and %d were answered".formatted(items.size()), null);
    }
    return items.getFirst();
  }
}
