package org.kontor.rillsoft;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A tenant of a server (reference 1.4).
 *
 * @param name empty where the server told none
 */
record Client(long id, String name) {
  private static final Pattern LINE = Pattern.compile("(-?\\d{1,18}) (.*)");

  /** For a start without the server: a line for each, number and name. */
  static String toText(List<Client> clients) {
    return clients.stream()
        .map(client -> client.id() + " " + client.name().replaceAll("\\R", " "))
        .collect(Collectors.joining("\n"));
  }

  /** What {@link #toText} wrote; lines that are none are left out. */
  static List<Client> ofText(String text) {
    return text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Client(Long.parseLong(line.group(1)), line.group(2)))
        .toList();
  }
}
