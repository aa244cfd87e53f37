package org.kontor.outbox;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.FieldValue;

/**
 * Whether a server holds the values that were sent, its own spelling allowed: it may trim, change
 * case, pad numbers, move a time to its zone, and join several values with a bar (reference 2.7).
 */
final class FieldMatch {
  private FieldMatch() {}

  /** The first field that differs; fields that were not sent are not compared. */
  static Optional<String> difference(Map<String, FieldValue> sent, Map<String, FieldValue> held) {
    return sent.keySet().stream()
        .sorted()
        .filter(
            name ->
                !same(
                    sent.getOrDefault(name, FieldValue.empty()),
                    held.getOrDefault(name, FieldValue.empty())))
        .findFirst();
  }

  static boolean same(FieldValue sent, FieldValue held) {
    if (sent.isEmpty() || held.isEmpty()) {
      return sent.isEmpty() == held.isEmpty();
    }
    if (sent instanceof FieldValue.Table table) {
      return held instanceof FieldValue.Table other && sameRows(table, other);
    }
    if (held instanceof FieldValue.Table) {
      return false;
    }
    return sameTexts(texts(sent), texts(held));
  }

  private static boolean sameRows(FieldValue.Table sent, FieldValue.Table held) {
    if (sent.rows().size() != held.rows().size()) {
      return false;
    }
    for (int column = 0; column < sent.columns().size(); column++) {
      int other = held.columns().indexOf(sent.columns().get(column));
      for (int row = 0; row < sent.rows().size(); row++) {
        String there = other < 0 ? "" : held.rows().get(row).get(other);
        if (!sameText(sent.rows().get(row).get(column), there)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<String> texts(FieldValue value) {
    return switch (value) {
      case FieldValue.Single(String text) -> Arrays.asList(text.split("\\|"));
      case FieldValue.Multiple(List<String> values) -> values;
      case FieldValue.Empty _, FieldValue.Table _ -> List.of();
    };
  }

  private static boolean sameTexts(List<String> sent, List<String> held) {
    return sent.size() == held.size()
        && sent.stream().allMatch(text -> held.stream().anyMatch(other -> sameText(text, other)));
  }

  private static boolean sameText(String sent, String held) {
    String a = sent.strip().replaceAll("\\s+", " ");
    String b = held.strip().replaceAll("\\s+", " ");
    return a.equalsIgnoreCase(b) || sameNumber(a, b) || sameTime(a, b);
  }

  private static boolean sameNumber(String a, String b) {
    try {
      return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  private static boolean sameTime(String a, String b) {
    try {
      return OffsetDateTime.parse(a).isEqual(OffsetDateTime.parse(b));
    } catch (DateTimeException _) {
      return false;
    }
  }
}
