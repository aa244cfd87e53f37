package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;

final class SpoolTest {
  @TempDir Path home;
  private FailingDisk disk;
  private Spool spool;

  @BeforeEach
  void open() throws IOException {
    disk = new FailingDisk(new LocalDisk());
    spool = new Spool(home.resolve("spool"), disk, new FileDigests(disk));
  }

  @Test
  void aCopyCarriesLengthAndDigest() throws IOException {
    SourceFile file = pinned(write("a.txt", "hello"));
    assertEquals(5, file.length());
    assertEquals(
        Optional.of("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
        file.sha256());
    assertEquals("hello", Files.readString(file.path()));
  }

  @Test
  @DisabledOnOs(
      value = OS.WINDOWS,
      disabledReason = "no owner bits there: the profile folder guards")
  void onlyTheOwnerMayReadACopy() throws IOException {
    SourceFile file = pinned(write("a.txt", "secret"));
    assertEquals("rw-------", permissions(file.path()));
    assertEquals("rwx------", permissions(file.path().getParent()));
    assertEquals("rwx------", permissions(home.resolve("spool")));
  }

  @Test
  void aFileThatIsStillGrowingIsNotTaken() throws IOException {
    Path file = write("a.txt", "begin");
    disk.afterCopy = () -> Files.writeString(file, "begin and more");
    Journal.Fresh fresh = spool.pin(List.of(draft(file))).getFirst();
    assertEquals(Problem.Cause.FILE_UNUSABLE, fresh.problem().orElseThrow().cause());
    assertEquals(file, file(fresh).path());
  }

  @Test
  void aFolderIsNotAFile() throws IOException {
    Path file = write("a.txt", "x");
    Draft draft = draft(file);
    Files.delete(file);
    Files.createDirectory(file);
    assertTrue(spool.pin(List.of(draft)).getFirst().problem().isPresent());
  }

  @Test
  void aFullDiskAcceptsNothingAndLeavesNothing() throws IOException {
    List<Draft> drafts = List.of(draft(write("a.txt", "1")), draft(write("b.txt", "2")));
    disk.copiesLeft = 1;
    assertThrows(IOException.class, () -> spool.pin(drafts));
    assertEquals(List.of(), disk.list(home.resolve("spool")));
  }

  @Test
  void releasedCopiesGoAndTheirFolderWithTheLast() throws IOException {
    List<Journal.Fresh> fresh =
        spool.pin(List.of(draft(write("a.txt", "1")), draft(write("b.txt", "2"))));
    spool.release(fresh.get(0).operation());
    assertEquals(1, disk.list(home.resolve("spool")).size());
    spool.release(fresh.get(1).operation());
    assertEquals(List.of(), disk.list(home.resolve("spool")));
    assertTrue(Files.exists(home.resolve("a.txt")), "the original is not ours");
  }

  @Test
  void aStartSweepsAwayWhatNothingRefersTo() throws IOException {
    List<Journal.Fresh> fresh =
        spool.pin(List.of(draft(write("a.txt", "1")), draft(write("b.txt", "2"))));
    spool.pin(List.of(draft(write("c.txt", "3"))));
    spool.sweep(List.of(fresh.get(1).operation()));
    assertEquals(1, disk.list(home.resolve("spool")).size());
    assertEquals("2", Files.readString(file(fresh.get(1)).path()));
  }

  private SourceFile pinned(Path file) throws IOException {
    return file(spool.pin(List.of(draft(file))).getFirst());
  }

  private static SourceFile file(Journal.Fresh fresh) {
    return ((Operation.Insert) fresh.operation()).files().getFirst();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(home.resolve(name), content);
  }

  private static Draft draft(Path file) throws IOException {
    return new Draft(
        "t",
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(file))));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
