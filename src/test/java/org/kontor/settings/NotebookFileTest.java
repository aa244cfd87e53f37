package org.kontor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NotebookFileTest {
  @TempDir private Path folder;

  @Test
  void pagesOfEachServerAreKeptApart() throws IOException {
    Path file = folder.resolve("deep").resolve("notebook.json");
    NotebookFile book = NotebookFile.open(file);
    book.write("", "keys", List.of("key.type Ctrl+Y"));
    book.write("a@https://one", "places", List.of("Büro\t1", "2"));
    book.write("a@https://two", "places", List.of());
    book.save();

    NotebookFile again = NotebookFile.open(file);
    assertEquals(List.of("key.type Ctrl+Y"), again.page("", "keys"));
    assertEquals(List.of("Büro\t1", "2"), again.page("a@https://one", "places"));
    assertEquals(List.of(), again.page("a@https://two", "places"));
    assertEquals(List.of(), again.page("never", "written"));
  }

  @Test
  void aFileThatIsNoNotebookIsBegunAnew() throws IOException {
    Path file = folder.resolve("notebook.json");
    Files.writeString(file, "{ this is { not json");
    assertEquals(List.of(), NotebookFile.open(file).page("", "keys"));
    Files.writeString(file, "{\"\": {\"keys\": [1, \"a\", {}]}, \"b\": 3}");
    NotebookFile odd = NotebookFile.open(file);
    assertEquals(List.of("a"), odd.page("", "keys"));
    odd.write("b", "c", List.of("d"));
    odd.save();
    assertEquals(List.of("d"), NotebookFile.open(file).page("b", "c"));
  }
}
