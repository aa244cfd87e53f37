package org.kontor.ui.lists;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Place;
import org.testfx.api.FxToolkit;

/** Tree, tray and contents in a window. */
@Tag("ui")
final class ListsViewTest {
  private static final DmsObject.Container YEAR =
      ArchiveInMemory.container("y2026", DemoSchema.YEAR, Kind.FOLDER, "2026");
  private static final DmsObject.Container MONTH =
      ArchiveInMemory.container("m11", DemoSchema.MONTH, Kind.REGISTER, "November");
  private static final Place PLACE = new Place(YEAR.inside(), "2026", List.of("Invoices"));

  @TempDir Path folder;
  private ThreeLists window;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Locale locale, boolean dark) throws Exception {
    window = new ThreeLists(folder, locale);
    ArchiveInMemory archive = window.desk.archive;
    archive.put(new Location.Top(DemoSchema.YEAR), YEAR);
    archive.put(
        new Location.Top(DemoSchema.PROJECT),
        ArchiveInMemory.container(
            "p1",
            DemoSchema.PROJECT,
            Kind.FOLDER,
            "Instandsetzung der Straßenbahnüberführung Königsplatz, Bauabschnitt 3"));
    archive.put(YEAR.inside(), MONTH);
    archive.put(
        YEAR.inside(),
        ArchiveInMemory.container("m12", DemoSchema.MONTH, Kind.REGISTER, "Dezember"));
    for (String name :
        List.of("scan_0412.tif", "Angebot Meier & Söhne.eml", "Übergabeprotokoll.pdf")) {
      archive.put(Location.TRAY, ArchiveInMemory.typeless("t-" + name.length(), name, 1_234_567));
    }
    archive.put(
        YEAR.inside(),
        ArchiveInMemory.document("d1", DemoSchema.INVOICE, "2026-00417 Papier Klein"));
    archive.put(
        YEAR.inside(),
        ArchiveInMemory.document(
            "d2",
            DemoSchema.INVOICE,
            "2026-00418 Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller"));
    window.open(dark);
    window.robot.interact(
        () -> {
          window.tray.refresh();
          window.contents.show(PLACE);
          window.tree.select(MONTH.inside());
        });
    window.until(
        "all read",
        () ->
            window.tray.rows().size() == 3
                && window.contents.rows().size() == 4
                && window.tree.selected().get().location().equals(MONTH.inside()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @CsvSource({"de,false", "de,true", "en,false", "en,true"})
  void looksAsIntended(String language, boolean dark) throws Exception {
    open(Locale.forLanguageTag(language), dark);
    Desk desk = window.desk;
    window.robot.interact(
        () -> {
          desk.drop("Brief vom 12. November.txt");
          desk.accept(
              "refused",
              new Operation.AssignType(new ObjectId("t-13"), DemoSchema.INVOICE, Map.of()));
          desk.accept("Lieferschein.txt", desk.insert("Lieferschein.txt", YEAR.inside()));
          window.tray.selection().only(1);
          window.trayView.focus();
        });
    desk.archive.shutWrites();
    desk.archive.refuse(
        Optional.of(new DmsException.Refused("Das Feld „Nummer“ ist schon vergeben.", Map.of())));
    window.until("coming", () -> window.contents.rows().size() == 5);
    window.until("dropped", () -> window.tray.rows().size() == 4);
    window.robot.interact(
        () ->
            Picture.of(window.stage.getScene(), "lists-" + language + (dark ? "-dark" : "-light")));
    desk.archive.open();
    desk.attach();
    window.until(
        "refused",
        () -> window.tray.rows().stream().anyMatch(row -> row.pending() == Pending.NEEDS_PERSON));
    window.robot.interact(
        () -> {
          window.contents.show(new Place(MONTH.inside(), "November", PLACE.path()));
          window.tray.filter().set("zzz");
        });
    window.until("empty", () -> !window.contents.reading().get());
    window.robot.interact(
        () ->
            Picture.of(
                window.stage.getScene(), "lists-empty-" + language + (dark ? "-dark" : "-light")));
    assertTrue(window.contents.rows().isEmpty());
  }
}
