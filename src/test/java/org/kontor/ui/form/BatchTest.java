package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;

/** Several documents at once: each is looked at before the first write. */
final class BatchTest {
  private static final DmsObject.Document WHOLE =
      Archive.typed("7", Archive.NOTE, Map.of("number", FieldValue.of("N-7")));
  private static final DmsObject.Document INCOMPLETE = Archive.typed("8", Archive.NOTE, Map.of());
  private static final DmsObject.Document CONTRACT =
      Archive.typed("9", Archive.CONTRACT, Map.of("number", FieldValue.of("C-9")));

  @TempDir private Path folder;
  private Desk desk;
  private FormViewModel form;
  private final List<ObjectId> leftOut = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    form = desk.form;
    form.onLeaveOut(leftOut::addAll);
    List.of(WHOLE, INCOMPLETE, CONTRACT)
        .forEach(document -> desk.server.objects.put(document.id(), document));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private List<String> problems() {
    return form.batchProblemsProperty().get().stream()
        .map(problem -> problem.document().value() + ": " + problem.sentence())
        .toList();
  }

  private void submitAndLook() {
    form.submit();
    desk.until(() -> !form.batchProblemsProperty().get().isEmpty());
    assertEquals(List.of(), desk.operations(), "nothing was written");
  }

  @Test
  void aKeyFieldCannotBeTheSameInTwoDocuments() {
    form.showTray(List.of(Archive.typeless("1"), Archive.typeless("2"), Archive.typeless("3")));
    form.types().choose(Archive.type(Archive.INVOICE));
    desk.type("number", "R-1");
    desk.type("date", "12.11.");
    desk.choosePlace("2026");
    submitAndLook();
    assertEquals(
        List.of(
            "2: Number must be different in each document. File it alone.",
            "3: Number must be different in each document. File it alone."),
        problems());
    assertEquals("Document 2", form.batchProblemsProperty().get().getFirst().name());

    desk.type("number", "R-2");
    assertEquals(List.of(), problems(), "something else was decided");
  }

  @Test
  void whatTheServerHoldsOfATypedDocumentCountsNotTheListing() {
    form.showTray(
        List.of(WHOLE, Archive.typed("8", Archive.NOTE, Map.of("number", FieldValue.of("stale")))));
    desk.type("copies", "3");
    desk.choosePlace("november");
    submitAndLook();
    assertEquals(List.of("8: Number: Please fill this in."), problems());
  }

  @Test
  void whatStandsInTheWayIsLeftOutAndWhatWasTypedStays() {
    form.showTray(List.of(Archive.typeless("1"), WHOLE, Archive.typeless("2")));
    submitAndLook();
    assertEquals(
        List.of("7: It is “Delivery note” already; a type cannot be changed here."), problems());
    form.leaveOutProblems();
    assertEquals(List.of(new ObjectId("7")), leftOut);

    form.showTray(List.of(Archive.typeless("1"), Archive.typeless("2")));
    form.types().choose(Archive.type(Archive.NOTE));
    desk.type("number", "N-1");
    desk.choosePlace("november");
    form.submit();
    desk.until(() -> !desk.filed.isEmpty());
    assertEquals(2, desk.operations().size());
  }

  @Test
  void leavingOutKeepsTypeFieldsAndPlace() {
    form.showTray(List.of(WHOLE, INCOMPLETE, Archive.typed("8b", Archive.NOTE, Map.of())));
    desk.type("copies", "4");
    desk.choosePlace("november");
    submitAndLook();
    assertTrue(problems().contains("8b: It is no longer there."), () -> problems().toString());
    form.leaveOutProblems();
    form.showTray(List.of(WHOLE));
    assertEquals("4", desk.field("copies").inputProperty().get());
    assertEquals("November", form.places().chosen().orElseThrow().title());
  }

  @Test
  void aServerThatCannotBeAskedStopsItWithASentence() {
    form.showTray(List.of(WHOLE, INCOMPLETE));
    desk.type("number", "N-2");
    desk.choosePlace("november");
    desk.server.unreachable = true;
    form.submit();
    desk.until(() -> form.noticeProperty().get().contains("nothing was sent"));
    assertEquals(List.of(), desk.operations());
    assertEquals(Optional.empty(), desk.outbox.entries().stream().findFirst());
  }
}
