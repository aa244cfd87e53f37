package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
    assertEquals("hello", read(file));
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
    assertEquals("2", read(file(fresh.get(1))));
  }

  @Test
  void manySmallFilesShareAFewPacksAndEachKeepsItsBytes() throws IOException {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      drafts.add(draft(write(i + ".txt", i % 3 == 0 ? "" : "content of " + i)));
    }
    List<SourceFile> files = spool.pin(drafts).stream().map(SpoolTest::file).toList();
    for (int i = 0; i < 500; i++) {
      assertEquals(i % 3 == 0 ? "" : "content of " + i, read(files.get(i)));
    }
    assertTrue(files.stream().map(SourceFile::path).distinct().count() <= 8);
    assertEquals(
        500, files.stream().map(file -> file.path() + ":" + file.offset()).distinct().count());
  }

  @Test
  void aPackGoesWithTheLastOfItAlsoWhenFilesAreEmptyOrReleasedTwice() throws IOException {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      drafts.add(draft(write(i + ".txt", "")));
    }
    List<Journal.Fresh> fresh = spool.pin(drafts);
    Journal.Fresh last = fresh.getLast();
    for (Journal.Fresh one : fresh.subList(0, 39)) {
      spool.release(one.operation());
      spool.release(one.operation());
    }
    assertTrue(Files.exists(file(last).path()));
    spool.release(last.operation());
    assertEquals(List.of(), disk.list(home.resolve("spool")));
  }

  @Test
  void aPackThatIsFullGetsNothingMore() throws IOException {
    String large = "x".repeat(9 << 20);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      drafts.add(draft(write(i + ".txt", large)));
    }
    List<SourceFile> files = spool.pin(drafts).stream().map(SpoolTest::file).toList();
    for (SourceFile file : files) {
      assertTrue(file.offset() < 16L << 20, "begins at " + file.offset());
    }
    assertTrue(files.stream().map(SourceFile::path).distinct().count() >= 12);
  }

  @Test
  void whatAGrowingFileLeftIsNoPartOfTheNext() throws IOException {
    Path growing = write("a.txt", "begin");
    Path next = write("b.txt", "next");
    disk.afterCopy =
        () -> {
          if (Files.size(growing) == 5) {
            Files.writeString(growing, "begin and more");
          }
        };
    Operation.Insert two =
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(growing)));
    assertTrue(spool.pin(List.of(new Draft("t", two))).getFirst().problem().isPresent());
    assertEquals("next", read(pinned(next)));
  }

  private SourceFile pinned(Path file) throws IOException {
    return file(spool.pin(List.of(draft(file))).getFirst());
  }

  private static String read(SourceFile file) throws IOException {
    byte[] pack = Files.readAllBytes(file.path());
    int begin = (int) file.offset();
    return new String(pack, begin, (int) file.length(), StandardCharsets.UTF_8);
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
