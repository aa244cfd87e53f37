package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.model.FieldValue;

final class FieldMatchTest {

  @ParameterizedTest
  @CsvSource({
    "Müller, Müller, true",
    "Müller, MÜLLER, true",
    "'a  b', 'a b ', true",
    "10, 10.00, true",
    "10, 10.01, false",
    "2026-05-04T10:00:00+02:00, 2026-05-04T08:00:00Z, true",
    "2026-05-04T10:00:00+02:00, 2026-05-04T10:00:00Z, false",
    "x, '', false",
    "'', x, false",
    "'', '', true",
    "a|b, b|a, true",
    "a|b, a, false"
  })
  void theServersOwnSpellingIsAllowedOtherValuesAreNot(String sent, String held, boolean same) {
    assertEquals(same, FieldMatch.same(FieldValue.of(sent), FieldValue.of(held)));
  }

  @Test
  void severalValuesMayComeBackJoined() {
    assertEquals(
        true,
        FieldMatch.same(new FieldValue.Multiple(List.of("a", "b")), new FieldValue.Single("a|b")));
  }

  @Test
  void tablesAreComparedByTheColumnsSent() {
    FieldValue sent = new FieldValue.Table(List.of("n", "p"), List.of(List.of("1", "2.0")));
    FieldValue held = new FieldValue.Table(List.of("p", "x", "n"), List.of(List.of("2", "", "1")));
    FieldValue other = new FieldValue.Table(List.of("p", "x", "n"), List.of(List.of("3", "", "1")));
    assertEquals(true, FieldMatch.same(sent, held));
    assertEquals(false, FieldMatch.same(sent, other));
  }

  @Test
  void fieldsThatWereNotSentAreNotCompared() {
    assertEquals(
        Optional.empty(),
        FieldMatch.difference(
            Map.of("a", FieldValue.of("1")),
            Map.of("a", FieldValue.of("1"), "b", FieldValue.of("2"))));
    assertEquals(
        Optional.of("a"), FieldMatch.difference(Map.of("a", FieldValue.of("1")), Map.of()));
  }
}
