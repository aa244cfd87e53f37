package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** The tray of this computer: its files survive everything but being deleted. */
final class LocalTrayTest {
  private static final TypeId DOCUMENT = new TypeId("document.1");

  @TempDir Path folder;
  private LocalTray tray;

  private LocalTray open() {
    return new LocalTray(folder.resolve("tray"));
  }

  private static Operation.Insert insert(SourceFile file) {
    return new Operation.Insert(
        Location.TRAY, Optional.empty(), Optional.of(MainType.ANY_FILE), Map.of(), List.of(file));
  }

  private ObjectId take(LocalTray into, String name, byte[] content) throws Exception {
    Path file = Files.write(folder.resolve(name), content);
    WriteResult taken = into.take(insert(SourceFile.of(file)), SendProgress.NONE);
    return ((WriteResult.Accepted) taken).object();
  }

  private static List<ObjectId> ids(LocalTray of) throws Exception {
    return of.page(PageRequest.first(10)).items().stream().map(DmsObject::id).toList();
  }

  private static byte[] bytes(LocalTray of, ObjectId id) throws Exception {
    try (Content content = of.content(id)) {
      return content.stream().readAllBytes();
    }
  }

  @Test
  void filesStayAsTheyWereForTheirOwnerAlone() throws Exception {
    tray = open();
    byte[] large = new byte[1 << 20];
    large[17] = 1;
    ObjectId first = take(tray, "Plan Süd.pdf", large);
    ObjectId empty = take(tray, "leer.txt", new byte[0]);
    Files.delete(folder.resolve("Plan Süd.pdf"));

    LocalTray again = open();
    assertEquals(List.of(first, empty), ids(again));
    assertArrayEquals(large, bytes(again, first));
    DmsObject.Document document = again.document(first);
    assertTrue(document.isTypeless());
    assertEquals("Plan Süd.pdf", document.contents().getFirst().fileName());
    assertEquals(large.length, document.contents().getFirst().length());
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (Stream<Path> all = Files.walk(folder.resolve("tray"))) {
        for (Path file : all.toList()) {
          String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
          assertTrue(rights.endsWith("------"), file + " " + rights);
        }
      }
    }
  }

  @Test
  void whatTheServerWouldNotTakeIsRefusedByName() {
    tray = open();
    DmsException.Refused refused =
        assertThrows(DmsException.Refused.class, () -> take(tray, "Lied.mp3", new byte[] {1}));
    assertEquals(DmsException.Refused.Reason.FILE_KIND, refused.reason());
    assertEquals("Lied.mp3 (audio/mpeg)", refused.words());
  }

  @Test
  void aFileThatIsGoneOrCutIsItsOwnersTrouble() throws Exception {
    tray = open();
    Path file = Files.write(folder.resolve("cut.txt"), new byte[10]);
    SourceFile whole = SourceFile.of(file);
    Files.write(file, new byte[4]);
    assertThrows(
        DmsException.FileUnusable.class, () -> tray.take(insert(whole), SendProgress.NONE));
    Files.delete(file);
    assertThrows(
        DmsException.FileUnusable.class, () -> tray.take(insert(whole), SendProgress.NONE));
    assertEquals(List.of(), ids(tray));
  }

  @Test
  void oneFileOutOfAPackIsTakenAlone() throws Exception {
    tray = open();
    Path pack =
        Files.write(folder.resolve("pack"), "beforeMIDDLEafter".getBytes(StandardCharsets.UTF_8));
    SourceFile middle = new SourceFile(pack, 6, "middle.txt", "text/plain", 6, Optional.empty(), 0);
    WriteResult.Accepted taken =
        (WriteResult.Accepted) tray.take(insert(middle), SendProgress.NONE);
    assertArrayEquals("MIDDLE".getBytes(StandardCharsets.UTF_8), bytes(tray, taken.object()));
  }

  @Test
  void typeAndNamesAreKept() throws Exception {
    tray = open();
    ObjectId id = take(tray, "a.txt", new byte[1]);
    tray.describe(
        new Operation.AssignType(id, DOCUMENT, Map.of()),
        Map.of("name", FieldValue.of("Letter"), "description", FieldValue.of("signed")));
    tray.describe(
        new Operation.UpdateFields(id, DOCUMENT, Map.of(), Map.of()),
        Map.of("description", FieldValue.empty()));

    DmsObject.Document document = open().document(id);
    assertEquals(Optional.of(DOCUMENT), document.type());
    assertEquals(FieldValue.of("Letter"), document.fields().get("name"));
    assertTrue(
        document.fields().getOrDefault("description", FieldValue.empty()).isEmpty(),
        document.fields()::toString);
  }

  @Test
  void deletedCanComeBackAndForGoodCannot() throws Exception {
    tray = open();
    ObjectId id = take(tray, "a.txt", new byte[1]);
    tray.delete(new Operation.DeleteObject(id, Optional.empty(), false, false));
    assertEquals(List.of(), ids(tray));
    assertEquals(Evidence.Presence.IN_BIN, open().presence(id));
    assertThrows(DmsException.NotFound.class, () -> tray.document(id));

    tray.restore(new Operation.RestoreObject(id, Optional.empty(), false));
    assertEquals(List.of(id), ids(open()));
    tray.delete(new Operation.DeleteObject(id, Optional.empty(), false, true));
    assertEquals(Evidence.Presence.NOWHERE, open().presence(id));
    assertEquals(0, count());
  }

  @Test
  void leavingIsRememberedUntilItArrivedOrCameBack() throws Exception {
    tray = open();
    ObjectId one = take(tray, "a.txt", new byte[1]);
    ObjectId two = take(tray, "b.txt", new byte[2]);
    tray.leave(List.of(one, two));
    tray.carriedBy(two, 42);
    assertEquals(List.of(), ids(tray));

    LocalTray again = open();
    assertEquals(2, again.departures().size());
    assertEquals(
        42,
        again.departures().stream()
            .filter(departure -> departure.document().equals(two))
            .findFirst()
            .orElseThrow()
            .entry()
            .orElseThrow());
    again.comeBack(one);
    again.arrived(two);
    assertEquals(List.of(one), ids(open()));
    assertEquals(2, count(), "bytes and facts of one");
  }

  @Test
  void whatADeadProgramLeftHalfWrittenGoesAndDamageHidesNothingElse() throws Exception {
    tray = open();
    ObjectId id = take(tray, "a.txt", new byte[1]);
    Path there = folder.resolve("tray");
    Path half = Files.write(there.resolve("half.bin.new"), new byte[3]);
    Path lost = Files.write(there.resolve("lost.bin"), new byte[3]);
    Path young = Files.write(there.resolve("young.bin.new"), new byte[3]);
    Files.writeString(there.resolve("damaged.json"), "{");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(half, old);
    Files.setLastModifiedTime(lost, old);

    assertEquals(List.of(id), ids(open()));
    assertTrue(Files.notExists(half) && Files.notExists(lost), "nobody will finish these");
    assertTrue(Files.exists(young), "somebody may");
  }

  private long count() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tray"))) {
      return files.count();
    }
  }
}
