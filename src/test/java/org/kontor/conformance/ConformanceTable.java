package org.kontor.conformance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code docs/conformance-enaio.md} says: one row for each statement of the reference, and the
 * counts at its top.
 *
 * @param unreadable lines that look like rows and are none
 */
record ConformanceTable(List<Row> rows, Map<Side, List<Integer>> summary, List<String> unreadable) {
  private static final Pattern NUMBER = Pattern.compile("(G\\d+|(\\d+(\\.\\d+)*)-\\d+)");
  private static final Pattern STATUS = Pattern.compile("(done)|(fallback|n/a|open): (.+)");
  private static final int COLUMNS = 6;

  /** Who conforms. */
  enum Side {
    CLIENT,
    SERVER
  }

  /** How far somebody conforms, in the order of the summary. */
  enum Status {
    DONE,
    FALLBACK,
    NOT_APPLICABLE,
    OPEN
  }

  /**
   * One statement.
   *
   * @param number section and count, or that of a gap
   * @param status without an entry where the cell holds no known word
   * @param tests as {@code Class.method}
   */
  record Row(
      String number,
      String mark,
      String statement,
      Map<Side, Status> status,
      List<String> cells,
      List<String> tests) {

    String section() {
      return number.startsWith("G") ? "7" : number.substring(0, number.lastIndexOf('-'));
    }
  }

  static ConformanceTable parse(String markdown) {
    List<Row> rows = new ArrayList<>();
    Map<Side, List<Integer>> summary = new EnumMap<>(Side.class);
    List<String> unreadable = new ArrayList<>();
    for (String line : markdown.lines().toList()) {
      if (!line.startsWith("|")) {
        continue;
      }
      List<String> cells = cells(line);
      String first = cells.getFirst();
      if (NUMBER.matcher(first).matches() && cells.size() == COLUMNS) {
        rows.add(row(cells));
      } else if (first.equals("client") || first.equals("server")) {
        summary.put(
            first.equals("client") ? Side.CLIENT : Side.SERVER,
            cells.stream().skip(1).map(Integer::valueOf).toList());
      } else if (!first.equals("no.") && !first.equals("---") && !first.equals("side")) {
        unreadable.add(line);
      }
    }
    return new ConformanceTable(rows, summary, unreadable);
  }

  /** How many rows say what, in the order of {@link Status}. */
  List<Integer> counts(Side side) {
    List<Integer> counts = new ArrayList<>();
    for (Status status : Status.values()) {
      counts.add((int) rows.stream().filter(row -> row.status().get(side) == status).count());
    }
    return counts;
  }

  private static Row row(List<String> cells) {
    Map<Side, Status> status = new EnumMap<>(Side.class);
    status(cells.get(3)).ifPresent(it -> status.put(Side.CLIENT, it));
    status(cells.get(4)).ifPresent(it -> status.put(Side.SERVER, it));
    String tests = cells.get(5);
    return new Row(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        status,
        cells,
        tests.equals("-") ? List.of() : List.of(tests.split(", ")));
  }

  private static Optional<Status> status(String cell) {
    Matcher matcher = STATUS.matcher(cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) != null) {
      return Optional.of(Status.DONE);
    }
    return switch (matcher.group(2)) {
      case "fallback" -> Optional.of(Status.FALLBACK);
      case "n/a" -> Optional.of(Status.NOT_APPLICABLE);
      default -> Optional.of(Status.OPEN);
    };
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.substring(1).split("(?<!\\\\)\\|", -1)) {
      cells.add(cell.strip());
    }
    cells.removeLast();
    return cells;
  }
}
