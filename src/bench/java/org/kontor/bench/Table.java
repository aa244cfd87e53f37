package org.kontor.bench;

import java.util.Locale;

/** Figures of one comparison, in Markdown; the first row is the peer. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table(String title, String unit, String ratio) {
    text.append("\n| ").append(title).append(" | ").append(unit).append(" | ").append(ratio);
    text.append(" |\n| --- | ---: | ---: |\n");
  }

  void row(String name, double figure, double ratio) {
    text.append(String.format(Locale.ROOT, "| %s | %,.1f | %.2f |%n", name, figure, ratio));
  }

  void print() {
    System.out.print(text);
  }
}
