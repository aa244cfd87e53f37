package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Capabilities;
import org.kontor.dms.ChildAllowance;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Rights;
import org.kontor.ui.common.Messages;
import org.kontor.ui.form.FormMode;

/** Why a command cannot be carried out, without a toolkit. */
final class ObstaclesTest {
  private static final Locale LOCALE = Locale.UK;

  /** Those that need something that is not always there. */
  static final Set<String> CONDITIONAL =
      Set.of(
          "key.openFile",
          "key.pages",
          "key.editFile",
          "key.replace",
          "key.saveAs",
          "key.custody",
          "key.facts",
          "key.delete",
          "key.moveTo",
          "key.addLocation",
          "key.makeReference",
          "copyLink",
          "copyId",
          "key.bin",
          "key.newFolder",
          "key.newRegister",
          "key.favourite",
          "key.goBack",
          "key.goForward",
          "key.goUp",
          "key.next",
          "key.previous",
          "key.aside",
          "key.type",
          "key.place",
          "key.edit",
          "key.save",
          "key.submit",
          "key.submitAll",
          "key.duplicates",
          "key.find",
          "key.findNext",
          "key.findPrevious");

  @TempDir private Path folder;
  private final StubServer server = new StubServer();
  private final Messages messages = Messages.of(Obstacles.class, LOCALE);

  @Test
  void inAnEmptyTrayEachSaysWhatIsMissing() throws IOException {
    try (Windowless desk = new Windowless(folder, server, LOCALE)) {
      Set<String> reasons = new HashSet<>();
      for (String id : CONDITIONAL) {
        Optional<String> why = desk.model.obstacles().to(id);
        assertTrue(why.isPresent(), id);
        reasons.add(why.get());
      }
      assertTrue(reasons.size() >= 12, "one sentence for all would say nothing: " + reasons);
      assertEquals(Optional.empty(), desk.model.obstacles().to("upload"));
      for (int number = 1; number <= 9; number++) {
        assertTrue(desk.model.obstacles().to("key.mostUsed." + number).isPresent());
      }
    }
  }

  @Test
  void whatTheServerCannotDoComesFirst() throws IOException {
    server.capabilities = new Capabilities(Set.of());
    try (Windowless desk = new Windowless(folder, server, LOCALE)) {
      for (String pair :
          List.of(
              "key.addLocation SEVERAL_LOCATIONS",
              "key.makeReference REFERENCES",
              "key.custody RETENTION",
              "key.bin RECYCLE_BIN",
              "key.newFolder NEW_CONTAINERS",
              "key.newRegister NEW_CONTAINERS")) {
        String[] parts = pair.split(" ");
        assertWhy(desk, parts[0], "cannot.server." + parts[1]);
      }
    }
  }

  @Test
  void theReasonIsThatOfTheDocument() throws IOException {
    Facts none = Facts.EMPTY;
    Optional<Facts.Lock> lock = Optional.of(new Facts.Lock("7", Optional.of("A. Muster"), false));
    Optional<Facts.Lock> own = Optional.of(new Facts.Lock("1", Optional.empty(), true));
    Rights reading = new Rights(true, true, false, false, false);
    server.capabilities = Capabilities.ALL;
    server.filed.addAll(
        List.of(
            filed("1", none),
            filed("2", facts(Optional.empty(), lock, Optional.empty(), Optional.empty())),
            filed("3", facts(Optional.empty(), own, Optional.empty(), Optional.empty())),
            filed(
                "4",
                facts(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Instant.parse("2024-05-01T10:00:00Z")),
                    Optional.empty())),
            filed(
                "5",
                facts(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new ObjectId("1")))),
            filed(
                "6",
                facts(
                    Optional.of(reading), Optional.empty(), Optional.empty(), Optional.empty()))));
    server.filed.forEach(document -> server.objects.put(document.id(), document));
    try (Windowless desk = new Windowless(folder, server, LOCALE)) {
      desk.model.tree().select(Samples.IN_2026);
      desk.until(() -> desk.model.contents().rows().size() == 6);

      select(desk, 0);
      for (String id :
          List.of(
              "key.openFile",
              "key.editFile",
              "key.replace",
              "key.saveAs",
              "key.custody",
              "key.facts",
              "key.delete",
              "key.moveTo",
              "key.addLocation",
              "key.makeReference",
              "copyLink",
              "key.edit",
              "key.next",
              "key.goBack",
              "key.newFolder",
              "key.favourite")) {
        assertEquals(Optional.empty(), desk.model.obstacles().to(id), id);
      }
      assertWhy(desk, "key.previous", "cannot.previous");
      assertWhy(desk, "key.type", "cannot.typeFixed");
      assertWhy(desk, "key.place", "cannot.place");
      assertWhy(desk, "key.save", "cannot.save");
      assertWhy(desk, "key.aside", "cannot.onlyInTray");

      select(desk, 1);
      assertWhy(desk, "key.editFile", "cannot.checkedOut", "A. Muster");
      assertWhy(desk, "key.custody", "cannot.checkedOut", "A. Muster");
      assertEquals(Optional.empty(), desk.model.obstacles().to("key.openFile"));
      select(desk, 2);
      assertEquals(Optional.empty(), desk.model.obstacles().to("key.editFile"));
      select(desk, 3);
      assertTrue(desk.model.obstacles().to("key.replace").orElseThrow().contains("archived"));
      assertEquals(
          Optional.empty(), desk.model.obstacles().to("key.custody"), "it can be prolonged");
      select(desk, 4);
      assertWhy(desk, "key.replace", "cannot.reference");
      select(desk, 5);
      assertWhy(desk, "key.replace", "cannot.noRight.write");
      assertWhy(desk, "key.edit", "cannot.noRight.fields");
      assertWhy(desk, "key.delete", "cannot.noRight.delete");
      assertEquals(Optional.empty(), desk.model.obstacles().to("key.saveAs"));
      assertWhy(desk, "key.next", "cannot.next");

      desk.model.contents().selection().set(BitSet.valueOf(new long[] {0b11}), 0);
      assertWhy(desk, "key.editFile", "cannot.several", 2);
      assertEquals(Optional.empty(), desk.model.obstacles().to("key.saveAs"));
    }
  }

  @Test
  void aRegisterThatTheServerWouldRefuseIsNotAskedAbout() throws IOException {
    server.capabilities = Capabilities.ALL;
    try (Windowless desk = new Windowless(folder, server, LOCALE)) {
      List<String> said = new ArrayList<>();
      desk.model.notices().listen(notice -> said.add(notice.sentence()));
      desk.model.tree().select(Samples.IN_2026);
      desk.until(() -> desk.model.tree().selected().get().location().equals(Samples.IN_2026));
      assertEquals(Optional.empty(), desk.model.obstacles().to("key.newRegister"), "not known yet");

      desk.model.reception().newObjects().register();
      desk.until(() -> !said.isEmpty());
      assertEquals(List.of(messages.get("new.noRight")), said);
      assertEquals(FormMode.NOTHING, desk.model.form().modeProperty().get());
      assertWhy(desk, "key.newRegister", "new.noRight");

      server.allowed =
          List.of(
              new ChildAllowance(Samples.MONTH.id(), OptionalInt.of(0)),
              new ChildAllowance(Samples.STRICT.id(), OptionalInt.of(1)));
      desk.model.reception().desk().allowances().forget();
      desk.model.reception().newObjects().register();
      desk.until(() -> desk.model.form().modeProperty().get() == FormMode.NEW);
      assertEquals(1, said.size());
    }
  }

  @Test
  void inTheTrayWhatOnlyFiledDocumentsHaveIsRefused() throws IOException {
    server.capabilities = Capabilities.ALL;
    try (Windowless desk =
        new Windowless(folder, server, LOCALE, Samples.document("1", Optional.empty()))) {
      desk.model.tray().selection().only(0);
      assertWhy(desk, "key.addLocation", "cannot.locationInTray");
      assertWhy(desk, "key.makeReference", "cannot.locationInTray");
      assertWhy(desk, "key.custody", "cannot.keepInTray");
      assertWhy(desk, "key.facts", "cannot.typelessFacts");
      assertWhy(desk, "key.save", "cannot.saveInTray");
      assertEquals(Optional.empty(), desk.model.obstacles().to("key.moveTo"));
      assertEquals(Optional.empty(), desk.model.obstacles().to("key.aside"));
      assertEquals(Location.TRAY, desk.model.tree().selected().get().location());
    }
  }

  private void assertWhy(Windowless desk, String id, String key, Object... arguments) {
    assertEquals(Optional.of(messages.get(key, arguments)), desk.model.obstacles().to(id), id);
  }

  private static void select(Windowless desk, int row) {
    desk.model.contents().selection().only(row);
    desk.until(
        () ->
            desk.model
                .contents()
                .current()
                .get()
                .filter(object -> object.id().value().equals(String.valueOf(row + 1)))
                .isPresent());
  }

  private static DmsObject.Document filed(String id, Facts facts) {
    return Samples.document(id, Optional.of(Samples.PHOTO)).with(facts);
  }

  private static Facts facts(
      Optional<Rights> rights,
      Optional<Facts.Lock> lock,
      Optional<Instant> archived,
      Optional<ObjectId> source) {
    return new Facts(
        rights, lock, archived, Optional.empty(), Optional.empty(), source, OptionalInt.empty());
  }
}
