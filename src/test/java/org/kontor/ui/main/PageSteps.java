package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.ui.preview.PreviewState;
import org.kontor.ui.preview.PreviewViewModel;

/** The files of an image document, one by one, by keys in the real window. */
final class PageSteps {
  private final Desk desk;
  private final Path folder;
  private final String look;

  PageSteps(Desk desk, Path folder, String look) {
    this.desk = desk;
    this.folder = folder;
    this.look = look;
  }

  /** Inserts, replaces and removes a file of a scan and takes the removal back. */
  void take(Location.Container place) throws Exception {
    Path first = page("Beleg 1", 300);
    Path second = page("Beleg 2", 400);
    int entries = desk.outbox.entries().size();
    ObjectId scan = scan(place, entries + 1, first, second);
    List<Long> before = List.of(Files.size(first), Files.size(second));
    assertEquals(before, held(scan));
    desk.robot.interact(() -> desk.window.model().finding().show(scan));
    desk.until(
        () ->
            desk.window.model().contents().current().get().map(DmsObject::id).stream()
                .anyMatch(scan::equals));

    pagesAreCountedOverAllFiles();
    open(2);
    desk.picture("pages-" + look);
    desk.robot.type(KeyCode.ESCAPE);
    assertFalse(desk.window.view().overlay().isShown());
    open(2);
    desk.robot.type(KeyCode.INSERT);
    assertEquals(entries + 1, desk.outbox.entries().size(), "no file was chosen");

    Path cover = page("Deckblatt", 500);
    desk.choice = Optional.of(cover);
    desk.robot.type(KeyCode.INSERT);
    settled(entries + 2, 3);
    assertEquals(List.of(Files.size(cover), before.get(0), before.get(1)), held(scan));

    Path better = page("Beleg 1 lesbar", 600);
    desk.choice = Optional.of(better);
    desk.robot.type(KeyCode.DOWN, KeyCode.ENTER);
    settled(entries + 3, 3);
    assertEquals(List.of(Files.size(cover), Files.size(better), before.get(1)), held(scan));

    desk.robot.type(KeyCode.DELETE);
    assertTrue(DocumentsWindowTest.button(desk, "pages.keep").isFocused(), "the way out first");
    desk.picture("pages-ask-" + look);
    desk.robot.type(KeyCode.ESCAPE);
    assertTrue(desk.window.view().overlay().isShown(), "only the question is gone");
    assertEquals(entries + 3, desk.outbox.entries().size(), "cancel really cancels");
    desk.robot.type(KeyCode.DELETE);
    desk.robot.interact(() -> DocumentsWindowTest.button(desk, "pages.reallyRemove").fire());
    settled(entries + 4, 2);
    assertEquals(List.of(Files.size(cover), before.get(1)), held(scan));

    desk.robot.type(KeyCode.ESCAPE);
    // A text field would keep the key for itself.
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.allDone(entries + 5));
    assertEquals(
        List.of(Files.size(cover), Files.size(better), before.get(1)), held(scan), "taken back");
    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.allDone(entries + 6));
    assertEquals(
        List.of(Files.size(cover), before.get(0), before.get(1)), held(scan), "and before that");
    desk.until(() -> preview().pageCountProperty().get() == 3);
    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.allDone(entries + 7));
    assertEquals(before, held(scan), "as it was before the first change");
    desk.until(() -> preview().pageCountProperty().get() == 2);
  }

  private void pagesAreCountedOverAllFiles() throws Exception {
    desk.until(() -> preview().pageCountProperty().get() == 2);
    desk.until(() -> preview().stateProperty().get() instanceof PreviewState.Page);
    PreviewState first = preview().stateProperty().get();
    desk.robot.interact(preview()::nextPage);
    desk.until(
        () ->
            preview().stateProperty().get() instanceof PreviewState.Page
                && !preview().stateProperty().get().equals(first));
    assertEquals(2, preview().pageProperty().get());
    desk.picture("pages-second-" + look);
    desk.robot.interact(preview()::previousPage);
    desk.until(() -> preview().stateProperty().get().equals(first));
  }

  private PreviewViewModel preview() {
    return desk.window.model().preview();
  }

  private void open(int files) throws Exception {
    desk.chord(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
    desk.until(() -> list().getItems().size() == files && isChangeable());
  }

  private void settled(int entries, int files) throws Exception {
    desk.until(() -> desk.allDone(entries) && list().getItems().size() == files && isChangeable());
  }

  private boolean isChangeable() {
    return DocumentsWindowTest.isPossible(desk, "pages.insert");
  }

  private ListView<?> list() {
    return (ListView<?>) desk.stage.getScene().lookup(".sheet .list-view");
  }

  private List<Long> held(ObjectId id) throws DmsException, InterruptedException {
    return desk.direct().contents(id).stream().map(ContentInfo::length).toList();
  }

  private ObjectId scan(Location.Container place, int entries, Path... files) throws Exception {
    desk.outbox.accept(
        "demo",
        Lane.INTERACTIVE,
        List.of(
            new Draft(
                "Belege",
                new Operation.Insert(
                    place,
                    Optional.of(desk.schema().typeNamed("receiptScan").orElseThrow().id()),
                    Optional.empty(),
                    Map.of(
                        "receiptPurpose", FieldValue.of("Belege Bewirtung"),
                        "receiptAmount", FieldValue.of("84.20")),
                    List.of(SourceFile.of(files[0]), SourceFile.of(files[1]))))));
    desk.until(() -> desk.allDone(entries));
    return desk.outbox.entries().stream()
        .filter(entry -> entry.title().equals("Belege"))
        .findFirst()
        .flatMap(entry -> entry.receipt())
        .orElseThrow()
        .object();
  }

  private Path page(String name, int height) throws Exception {
    Path file = folder.resolve(name + ".tif");
    BufferedImage image = new BufferedImage(200, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 20; y < height - 20; y += 20) {
      for (int x = 20; x < 180; x++) {
        image.setRGB(x, y, 0xffffff);
      }
    }
    assertTrue(ImageIO.write(image, "tif", file.toFile()));
    return file;
  }
}
