package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.ObjectType;
import org.kontor.model.TypeId;

final class FieldMessagesTest {
  private static final ObjectType TYPE =
      new ObjectType(
          new TypeId("1"),
          "t",
          LocalizedText.of("T"),
          Kind.DOCUMENT,
          Optional.empty(),
          List.of(
              field("invoice", "Invoice", "Rechnung"),
              field("invoiceNo", "Invoice no.", "Rechnungsnummer"),
              field("date", "Date", "Datum")),
          Map.of());

  private static FieldDefinition field(String name, String label, String german) {
    return new FieldDefinition(
        name,
        new LocalizedText(label, Map.of("de", german)),
        new FieldType.Text(0),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "Field 'Invoice no.' is required., invoiceNo",
    "Das Feld \"Rechnungsnummer\" ist ein Pflichtfeld., invoiceNo",
    "INVOICENO: duplicate key, invoiceNo",
    "The update failed., ''",
    "Candidate data updated., ''",
    "Date and Invoice contradict each other, date|invoice"
  })
  void findsTheFieldsThatASentenceNames(String sentence, String expected) {
    Set<String> fields = expected.isEmpty() ? Set.of() : Set.of(expected.split("\\|"));
    assertEquals(fields, FieldMessages.find(sentence, TYPE).keySet());
  }
}
