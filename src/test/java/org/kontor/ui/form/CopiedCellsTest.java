package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What spreadsheets put on the clipboard. */
final class CopiedCellsTest {
  @Test
  void linesOfCellsEndWithOrWithoutALineBreak() {
    List<List<String>> two = List.of(List.of("Stühle", "3"), List.of("Tische", "4"));
    assertEquals(two, CopiedCells.of("Stühle\t3\nTische\t4"));
    assertEquals(two, CopiedCells.of("Stühle\t3\r\nTische\t4\r\n"));
    assertEquals(List.of(), CopiedCells.of(""));
  }

  @Test
  void emptyCellsKeepTheirPlace() {
    assertEquals(
        List.of(List.of("", "a", ""), List.of("", "", "b")), CopiedCells.of("\ta\t\n\t\tb\n"));
    assertEquals(List.of(List.of("a", "")), CopiedCells.of("a\t"));
  }

  @Test
  void quotedCellsMayHoldTabsBreaksAndQuotes() {
    assertEquals(
        List.of(List.of("Größe \"A4\", weiß", "1.234,50"), List.of("oben unten", "x\ty")),
        CopiedCells.of("\"Größe \"\"A4\"\", weiß\"\t1.234,50\n\"oben\nunten\"\t\"x\ty\"\n"));
  }

  @Test
  void aQuoteThatQuotesNothingIsACharacter() {
    assertEquals(
        List.of(List.of("\"Muster\" GmbH", "\"x\"", "5\"")),
        CopiedCells.of("\"Muster\" GmbH\t\"x\"\t5\"\n"));
    assertEquals(List.of(List.of("\"offen", "2")), CopiedCells.of("\"offen\t2"));
  }
}
