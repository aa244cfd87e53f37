package org.kontor.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.ui.bin.Bench;
import org.kontor.ui.common.FileDialogs;

/** On the real local server. */
final class PagesViewModelTest {
  @TempDir Path folder;
  private Optional<Path> choice = Optional.empty();

  @Test
  void filesAreInsertedReplacedAndRemovedOneAfterTheOther() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      ObjectId scan = scan(bench, "one", "two");
      PagesViewModel pages = pages(bench, scan);
      assertEquals(2, pages.rows().size());

      pages.insertBefore(1);
      assertTrue(pages.whyNotChange().isEmpty(), "nothing was chosen");
      choice = Optional.of(file("zero"));
      pages.insertBefore(1);
      assertFalse(pages.whyNotChange().isEmpty(), "one after the other");
      bench.until(() -> pages.whyNotChange().isEmpty());
      assertEquals(List.of("zero", "one", "two"), held(bench, scan));
      assertEquals(3, pages.rows().size());

      choice = Optional.of(file("2"));
      pages.replace(3);
      bench.until(() -> pages.whyNotChange().isEmpty());
      assertEquals(List.of("zero", "one", "2"), held(bench, scan));

      pages.askRemove(2);
      assertTrue(pages.questionProperty().get().contains("file 2"));
      pages.keep();
      pages.remove();
      assertEquals(3, pages.rows().size(), "keep really keeps");
      pages.askRemove(2);
      pages.remove();
      bench.until(() -> pages.whyNotChange().isEmpty());
      assertEquals(List.of("zero", "2"), held(bench, scan));
      assertEquals(3, bench.said.size());
      pages.close();
    }
  }

  @Test
  void theLastFileStaysAndOtherDocumentsHaveOneFileOnly() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      PagesViewModel pages = pages(bench, scan(bench, "one"));
      pages.askRemove(1);
      assertEquals("", pages.questionProperty().get());
      pages.close();

      DmsObject.Document invoice = bench.documents(bench.places().getFirst()).getFirst();
      PagesViewModel other =
          new PagesViewModel(bench.archive, invoice.id(), FileDialogs.NOBODY, bench);
      bench.until(() -> !other.rows().isEmpty());
      assertFalse(other.whyNotChange().isEmpty());
      assertTrue(other.stateProperty().get().startsWith("Only image documents"));
      other.close();
    }
  }

  private PagesViewModel pages(Bench bench, ObjectId document) {
    PagesViewModel pages = new PagesViewModel(bench.archive, document, new Chooser(), bench);
    bench.until(() -> pages.whyNotChange().isEmpty());
    return pages;
  }

  private ObjectId scan(Bench bench, String... texts) throws Exception {
    TypeId type = bench.archive.schema().typeNamed("receiptScan").orElseThrow().id();
    Location.Container place = bench.places().getFirst();
    List<SourceFile> files = new ArrayList<>();
    for (String text : texts) {
      files.add(SourceFile.of(file(text)));
    }
    bench.send(
        new Draft(
            "scan",
            new Operation.Insert(
                place,
                Optional.of(type),
                Optional.empty(),
                Map.of("receiptPurpose", FieldValue.of("x"), "receiptAmount", FieldValue.of("1")),
                files)));
    return bench.outbox.entries().getFirst().receipt().orElseThrow().object();
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve(text + ".tif"), text);
  }

  private static List<String> held(Bench bench, ObjectId id) throws Exception {
    List<String> texts = new ArrayList<>();
    int files = bench.server.contents(id).size();
    for (int index = 1; index <= files; index++) {
      try (Content content = bench.server.content(id, index)) {
        texts.add(new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  /** Stands for the system's dialogs. */
  private final class Chooser implements FileDialogs {
    @Override
    public Optional<Path> newFile(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> file() {
      return choice;
    }
  }
}
