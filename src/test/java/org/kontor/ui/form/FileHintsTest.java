package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Provenance;

/** Fields that begin with what the document's file says. */
final class FileHintsTest {
  private static final DmsObject.Document MAIL = Archive.typeless("1");
  private static final FileFacts FACTS =
      new FileFacts(
          Optional.of("Meier <meier@example.org>"),
          Optional.of("registratur@example.org"),
          Optional.of("Angebot  für\nStühle"),
          Optional.of(Instant.parse("2026-11-12T23:30:00Z")));

  @TempDir private Path folder;
  private Desk desk;
  private FormViewModel form;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    form = desk.form;
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static Optional<String> hint(
      String name, String label, FieldType type, Optional<FileFacts> facts) {
    Provenance origin =
        new Provenance(
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-20T08:00:00Z")),
            Optional.empty(),
            Optional.empty());
    return new FileHints(ZoneOffset.ofHours(1))
        .of(Archive.field(name, label, label, type), facts, origin)
        .map(hint -> hint.source() + " " + ((FieldValue.Single) hint.value()).text());
  }

  private static Optional<String> hint(String name, String label, FieldType type) {
    return hint(name, label, type, Optional.of(FACTS));
  }

  @Test
  void theNamesOfAFieldTellWhatItIsFor() {
    FieldType text = new FieldType.Text(0);
    assertEquals(Optional.of("SENDER Meier <meier@example.org>"), hint("mailFrom", "Von", text));
    assertEquals(Optional.of("RECIPIENT registratur@example.org"), hint("x", "Empfänger", text));
    assertEquals(Optional.of("SUBJECT Angebot für Stühle"), hint("x", "Betreff", text));
    assertEquals(Optional.empty(), hint("x", "Absender oder Empfänger", text), "which of them?");
    assertEquals(Optional.empty(), hint("anbieter", "Vonovia", text), "whole words only");
    assertEquals(Optional.empty(), hint("x", "Betreff", text, Optional.empty()));
  }

  @Test
  void daysAreThoseOfThePlaceWhereOneSits() {
    FieldType day = new FieldType.Date();
    assertEquals(Optional.of("SENT 2026-11-13"), hint("x", "Gesendet am", day));
    assertEquals(Optional.of("RECEIVED 2026-11-20"), hint("x", "Received", day));
    assertEquals(
        Optional.of("SENT 2026-11-12T23:30:00Z"), hint("x", "Sent", new FieldType.DateTime()));
    assertEquals(Optional.empty(), hint("x", "Rechnungsdatum", day), "a guess helps nobody");
  }

  @Test
  void whatIsTooLongIsCutAndWhatIsAKeyStaysEmpty() {
    assertEquals(Optional.of("SUBJECT Angebot"), hint("x", "Subject", new FieldType.Text(8)));
    FieldDefinition key =
        Archive.key(Archive.field("x", "Subject", "Betreff", new FieldType.Text(0)));
    assertEquals(
        Optional.empty(),
        new FileHints(ZoneOffset.UTC).of(key, Optional.of(FACTS), Provenance.UNKNOWN));
  }

  @Test
  void theFieldIsFilledWithTheReasonAndFiled() {
    form.showTray(List.of(MAIL));
    form.types().choose(Archive.type(Archive.LETTER));
    assertEquals(FieldValue.empty(), desk.field("subject").value());
    form.tellFacts(MAIL.id(), FACTS);
    assertEquals("Angebot für Stühle", desk.field("subject").inputProperty().get());
    assertEquals(
        Optional.of(FileHints.Source.SUBJECT), desk.field("subject").originProperty().get());
    form.submit();
    desk.until(() -> !desk.saved.isEmpty());
    assertEquals(
        FieldValue.of("Angebot für Stühle"),
        ((Operation.AssignType) desk.operations().getFirst()).fields().get("subject"));
  }

  @Test
  void whatWasTypedStaysAndWhatIsTypedOverIsNoLongerFromTheFile() {
    form.tellFacts(MAIL.id(), FACTS);
    form.showTray(List.of(MAIL));
    form.types().choose(Archive.type(Archive.LETTER));
    assertEquals("Angebot für Stühle", desk.field("subject").inputProperty().get(), "read ahead");
    desk.type("subject", "Stühle");
    assertEquals(Optional.empty(), desk.field("subject").originProperty().get());
    form.tellFacts(MAIL.id(), FACTS);
    assertEquals("Stühle", desk.field("subject").inputProperty().get());
  }

  @Test
  void anotherDocumentsFileSaysNothingHere() {
    form.tellFacts(MAIL.id(), FACTS);
    form.showTray(List.of(Archive.typeless("2")));
    form.types().choose(Archive.type(Archive.LETTER));
    assertFalse(desk.field("subject").originProperty().get().isPresent());
  }

  @Test
  void whatANewTypeWouldDropIsListedBeforeItIsWritten() {
    form.showTray(List.of(MAIL));
    form.types().choose(Archive.type(Archive.INVOICE));
    desk.type("number", "R-1");
    desk.type("remark", "please check");
    form.types().choose(Archive.type(Archive.NOTE));
    assertEquals("R-1", desk.field("number").inputProperty().get());
    assertEquals(
        "This type has no field for Remark “please check”."
            + " It will be dropped; choose the former type to keep it.",
        form.noticeProperty().get());
    form.types().choose(Archive.type(Archive.INVOICE));
    assertEquals("", form.noticeProperty().get());
    assertEquals("please check", desk.field("remark").inputProperty().get());
  }
}
