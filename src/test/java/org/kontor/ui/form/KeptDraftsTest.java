package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.ui.common.Notebook;

/** What was typed is there again after the next start, until it was accepted or taken back. */
final class KeptDraftsTest {
  private static final DmsObject.Document SCAN = Archive.typeless("1");

  @TempDir private Path folder;
  private final Notebook notebook = Notebook.inMemory();
  private Desk desk;
  private int starts;

  @BeforeEach
  void start() throws IOException {
    desk = new Desk(folder.resolve("outbox-" + starts++), Locale.UK, notebook);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** Without any farewell: whatever was not written down until now is lost. */
  private void startAnew() throws IOException {
    desk.close();
    start();
  }

  private List<String> kept() {
    return notebook.page("form.drafts");
  }

  private DmsObject.Document onServer(String remark) {
    DmsObject.Document document =
        Archive.typed(
            "7",
            Archive.INVOICE,
            Map.of(
                "number", FieldValue.of("R-7"),
                "date", FieldValue.of("2026-01-02"),
                "remark", FieldValue.of(remark)));
    desk.server.objects.put(document.id(), document);
    return document;
  }

  private void show(DmsObject.Document document) {
    desk.form.showFiled(document);
    desk.untilQuiet();
  }

  @Test
  void typeFieldsAndPlaceOfATrayDocumentComeBackAsTheyWereTyped() throws IOException {
    desk.form.showTray(List.of(SCAN));
    desk.form.types().choose(Archive.type(Archive.INVOICE));
    desk.type("number", "R-1");
    desk.type("date", "31.2.");
    desk.type("remark", "two\nlines \\ 5:x");
    desk.model("tags").enter(new FieldValue.Multiple(List.of("k1", "k2")));
    desk.choosePlace("november");
    startAnew();

    desk.form.showTray(List.of(SCAN));
    assertEquals(Optional.of(Archive.INVOICE), desk.form.types().chosen().map(type -> type.id()));
    assertEquals("R-1", desk.field("number").inputProperty().get());
    assertEquals("31.2.", desk.field("date").inputProperty().get());
    assertEquals(FieldValue.of("two\nlines \\ 5:x"), desk.model("remark").value());
    assertEquals(new FieldValue.Multiple(List.of("k1", "k2")), desk.model("tags").value());
    assertTrue(desk.form.places().chosen().isPresent());
  }

  @Test
  void whatWasFiledIsNotKept() throws IOException {
    desk.form.showTray(List.of(SCAN));
    desk.form.types().choose(Archive.type(Archive.NOTE));
    desk.type("number", "N-1");
    desk.choosePlace("november");
    assertFalse(kept().isEmpty());
    desk.form.submit();
    desk.until(() -> !desk.filed.isEmpty());
    assertEquals(List.of(), kept());
  }

  @Test
  void anEditThatWasNotSavedIsOpenAgain() throws IOException {
    show(onServer("old"));
    desk.form.edit();
    desk.type("remark", "mine");
    startAnew();

    show(onServer("old"));
    assertTrue(desk.form.editableProperty().get());
    assertEquals(FieldValue.of("mine"), desk.model("remark").value());
    assertEquals(FieldValue.of("old"), desk.model("remark").persisted());
    desk.form.revert();
    assertEquals(List.of(), kept());
  }

  @Test
  void whatAnotherPersonChangedMeanwhileIsShownAtTheField() throws IOException {
    show(onServer("old"));
    desk.form.edit();
    desk.type("remark", "mine");
    startAnew();

    show(onServer("theirs"));
    desk.until(() -> desk.model("remark").theirsProperty().get().isPresent());
    assertEquals(FieldValue.of("mine"), desk.model("remark").value());
    assertFalse(desk.form.validProperty().get());
  }

  @Test
  void whatWasSavedIsNotKept() throws IOException {
    show(onServer("old"));
    desk.form.edit();
    desk.type("remark", "mine");
    assertEquals(1, kept().size());
    desk.form.save();
    desk.until(() -> !desk.saved.isEmpty());
    assertEquals(List.of(), kept());
  }

  @Test
  void linesOfAnotherVersionAndDraftsOfOtherKindsAreLeftOut() throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("", "9:short", "x", PackedText.pack(List.of("2"))));
    notebook.write("form.drafts", lines);
    startAnew();
    desk.form.showTray(List.of(SCAN));
    assertEquals(Optional.empty(), desk.form.types().chosen());
  }

  @Test
  void aTableIsPackedAndUnpacked() {
    KeptDraft draft =
        new KeptDraft(
            Set.of(SCAN.id()),
            true,
            Optional.of(Archive.INVOICE),
            Optional.empty(),
            false,
            Map.of(
                "lines",
                new KeptDraft.Typed(
                    FieldValue.empty(),
                    new FieldValue.Table(
                        List.of("item", "count"), List.of(List.of("a:1", ""), List.of("", "2"))),
                    Optional.empty())));
    assertEquals(Optional.of(draft), KeptDraft.of(draft.line()));
  }
}
