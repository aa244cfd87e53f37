package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileWalkTest {
  @TempDir Path folder;

  @Test
  void foldersAreTakenApartToTheLastLevel() throws IOException {
    Path letter = file("post/2026/brief.txt");
    Path scan = file("post/scan.tif");

    assertEquals(List.of(letter, scan), below(folder.resolve("post")).files());
  }

  @Test
  void anEmptyFileIsAFileAndAnEmptyFolderIsNothing() throws IOException {
    Path empty = file("a/leer.txt");
    Files.createDirectories(folder.resolve("a/nothing"));

    assertEquals(List.of(empty), below(folder.resolve("a")).files());
  }

  @Test
  void aLinkBackIntoItselfIsReportedAndTheRestIsTaken() throws IOException {
    Path inside = file("ring/x.txt");
    Path link = Files.createSymbolicLink(folder.resolve("ring/back"), folder.resolve("ring"));

    FileWalk.Found found = below(folder.resolve("ring"));

    assertEquals(List.of(inside), found.files());
    assertEquals(List.of(link), found.skipped());
  }

  @Test
  void anUnreadableFolderIsReportedAndTheRestIsTaken() throws IOException {
    Path open = file("mixed/open.txt");
    Path closed = Files.createDirectory(folder.resolve("mixed/closed"));
    assertTrue(closed.toFile().setReadable(false));

    FileWalk.Found found = below(folder.resolve("mixed"));

    assertEquals(List.of(open), found.files());
    // The superuser may read it all the same.
    assertEquals(Files.isReadable(closed) ? List.of() : List.of(closed), found.skipped());
  }

  @Test
  void whatTheDesktopLeavesInFoldersStaysThereUnlessDroppedByHand() throws IOException {
    Path hidden = file("mac/.DS_Store");
    Path real = file("mac/real.pdf");

    assertEquals(List.of(real), below(folder.resolve("mac")).files());
    assertEquals(List.of(hidden), below(hidden).files());
  }

  @Test
  void aFileThatVanishedIsHandedOnSoThatItsEntryCanSayWhy() throws IOException {
    Path gone = folder.resolve("gone.pdf");
    assertEquals(List.of(gone), below(gone).files());
  }

  @Test
  void aCancelledWalkEnds() throws IOException {
    file("deep/a.txt");
    assertThrows(
        CancellationException.class,
        () -> FileWalk.below(List.of(folder.resolve("deep")), () -> true));
  }

  private static FileWalk.Found below(Path... dropped) throws IOException {
    return FileWalk.below(List.of(dropped), () -> false);
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
