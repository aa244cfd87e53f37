package org.kontor.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kontor.conformance.ConformanceTable.Row;
import org.kontor.conformance.ConformanceTable.Side;
import org.kontor.conformance.ConformanceTable.Status;

/** What must be so of the table; each method answers complaints, none when all is well. */
final class ConformanceRules {
  private static final Pattern MARK = Pattern.compile("\\[(doc|infer|mcp|srv|code|yuuvis)\\]");

  private final ConformanceTable table;
  private final TestIndex tests;

  ConformanceRules(ConformanceTable table, TestIndex tests) {
    this.table = table;
    this.tests = tests;
  }

  List<String> rows() {
    List<String> complaints = new ArrayList<>();
    table.unreadable().forEach(line -> complaints.add("not a row: " + line));
    Set<String> numbers = new HashSet<>();
    for (Row row : table.rows()) {
      if (!numbers.add(row.number())) {
        complaints.add(row.number() + ": twice");
      }
      if (row.cells().stream().anyMatch(String::isBlank)) {
        complaints.add(row.number() + ": blank cell");
      }
      if (!MARK.matcher(row.mark()).matches()) {
        complaints.add(row.number() + ": no mark");
      }
      for (String test : row.tests()) {
        if (tests.sides(test).isEmpty()) {
          complaints.add(row.number() + ": no test " + test);
        }
      }
      for (Side side : Side.values()) {
        status(row, side).ifPresent(it -> complaints.add(row.number() + ": " + it));
      }
    }
    return complaints;
  }

  private Optional<String> status(Row row, Side side) {
    Status status = row.status().get(side);
    if (status == null) {
      return Optional.of("unknown word for the " + side);
    }
    boolean claimed = status == Status.DONE || status == Status.FALLBACK;
    boolean shown =
        row.tests().stream()
            .anyMatch(test -> tests.sides(test).filter(it -> it.contains(side)).isPresent());
    return claimed && !shown ? Optional.of("no test of the " + side) : Optional.empty();
  }

  List<String> sections(List<String> sections) {
    List<String> complaints = new ArrayList<>();
    Set<String> known = new HashSet<>(sections);
    for (String section : sections) {
      if (table.rows().stream().noneMatch(row -> row.section().equals(section))) {
        complaints.add("section " + section + ": no row");
      }
    }
    for (Row row : table.rows()) {
      if (!known.contains(row.section())) {
        complaints.add(row.number() + ": no such section");
      }
    }
    return complaints;
  }

  /** Every one of them is named in code style by a row of the section. */
  List<String> named(String section, List<String> names) {
    return names.stream()
        .filter(
            name ->
                table.rows().stream()
                    .filter(row -> row.section().equals(section))
                    .noneMatch(row -> mentions(row, name)))
        .map(name -> "section " + section + ": nothing about " + name)
        .toList();
  }

  /** Every one of them is named in code style by some row; names of path segments do not count. */
  List<String> routes(List<String> routes) {
    return routes.stream()
        .filter(route -> table.rows().stream().noneMatch(row -> mentions(row, plain(route))))
        .map(route -> "served, and no row about " + route)
        .toList();
  }

  private static boolean mentions(Row row, String name) {
    return plain(row.statement()).contains("`" + name + "`");
  }

  private static String plain(String text) {
    return text.replaceAll("\\{\\w*\\}", "{}");
  }

  List<String> numbers(String prefix, int count) {
    Set<String> numbers = new HashSet<>(table.rows().stream().map(Row::number).toList());
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> prefix + number)
        .filter(number -> !numbers.contains(number))
        .map(number -> number + ": no row")
        .toList();
  }

  List<String> summary() {
    List<String> complaints = new ArrayList<>();
    for (Side side : Side.values()) {
      List<Integer> counts = table.counts(side);
      if (!counts.equals(table.summary().get(side))) {
        complaints.add("the summary of the " + side + " must be " + counts);
      }
    }
    return complaints;
  }
}
