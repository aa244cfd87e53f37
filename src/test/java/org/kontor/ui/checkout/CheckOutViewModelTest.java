package org.kontor.ui.checkout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;
import org.kontor.ui.bin.Bench;
import org.kontor.ui.checkout.CheckedOut.Condition;

/** On the real local server, with a program that only notes what it was asked to open. */
final class CheckOutViewModelTest {
  @TempDir Path folder;
  private final List<Path> opened = new CopyOnWriteArrayList<>();

  @Test
  void editedSavedAsOfficeProgramsDoAndCheckedIn() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        CheckOutViewModel model = model(bench)) {
      DmsObject.Document document = document(bench);
      byte[] before = content(bench, document.id());
      Path file = edit(bench, model, document);

      assertArrayEquals(before, Files.readAllBytes(file));
      assertTrue(isMine(bench, document.id()), "others see that it is checked out");
      Files.writeString(file.resolveSibling(".~lock.x#"), "me");
      byte[] after = save(file, "second draft");
      bench.until(() -> is(model, Condition.CHANGED));
      assertTrue(model.needsYouProperty().get());
      assertEquals(1, bench.said.stream().filter(it -> it.contains("was saved")).count());

      model.checkIn(model.rows().getFirst());
      bench.until(() -> model.rows().isEmpty());
      bench.untilSent();
      assertArrayEquals(after, content(bench, document.id()));
      assertTrue(bench.server.inspect(document.id()).facts().lock().isEmpty());
      assertFalse(Files.exists(file.getParent()));
      assertEquals("", model.lineProperty().get());
    }
  }

  @Test
  void aRestartLosesNothing() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      DmsObject.Document document = document(bench);
      byte[] after;
      try (CheckOutViewModel first = model(bench)) {
        Path file = edit(bench, first, document);
        after = save(file, "before the power went");
      }
      try (CheckOutViewModel second = model(bench)) {
        bench.until(() -> is(second, Condition.CHANGED));
        second.upload(second.rows().getFirst());
        bench.until(() -> is(second, Condition.UNCHANGED));
        assertArrayEquals(after, content(bench, document.id()));
        assertTrue(isMine(bench, document.id()), "it goes on being edited");
      }
    }
  }

  @Test
  void whatAnotherHasPutThereMeanwhileIsNotOverwrittenUnasked() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        CheckOutViewModel model = model(bench)) {
      DmsObject.Document document = document(bench);
      Path file = edit(bench, model, document);
      Path other = Files.writeString(folder.resolve("other.txt"), "theirs");
      DmsObject.Document seen = (DmsObject.Document) bench.server.object(document.id());
      bench.send(
          new Draft(
              "theirs",
              new Operation.ReplaceContent(
                  document.id(), document.type(), List.of(SourceFile.of(other)), seen.contents())));
      byte[] mine = save(file, "mine");
      bench.until(() -> is(model, Condition.CHANGED));

      model.checkIn(model.rows().getFirst());
      bench.until(() -> is(model, Condition.NEEDS_YOU));
      assertArrayEquals("theirs".getBytes(StandardCharsets.UTF_8), content(bench, document.id()));
      assertArrayEquals(mine, Files.readAllBytes(file));

      model.overwrite(model.rows().getFirst());
      bench.until(() -> model.rows().isEmpty());
      bench.untilSent();
      assertArrayEquals(mine, content(bench, document.id()));
    }
  }

  @Test
  void discardingGivesTheDocumentFree() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        CheckOutViewModel model = model(bench)) {
      DmsObject.Document document = document(bench);
      byte[] before = content(bench, document.id());
      Path file = edit(bench, model, document);
      save(file, "never mind");

      model.discard(model.rows().getFirst());
      bench.until(() -> model.rows().isEmpty());
      bench.untilSent();

      assertFalse(Files.exists(file));
      assertArrayEquals(before, content(bench, document.id()));
      assertTrue(bench.server.inspect(document.id()).facts().lock().isEmpty());
    }
  }

  @Test
  void openedToReadItIsNeitherCheckedOutNorWritable() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        CheckOutViewModel model = model(bench)) {
      DmsObject.Document document = document(bench);
      model.view(document.id());
      bench.until(() -> !opened.isEmpty());

      assertArrayEquals(content(bench, document.id()), Files.readAllBytes(opened.getFirst()));
      assertTrue(
          Files.getPosixFilePermissions(opened.getFirst()).stream()
              .noneMatch(it -> it.name().endsWith("WRITE")));
      assertTrue(bench.server.inspect(document.id()).facts().lock().isEmpty());
      assertTrue(model.rows().isEmpty());
    }
  }

  @Test
  void whatCannotBeEditedSaysWhy() throws Exception {
    try (Bench bench = new Bench(folder, Locale.GERMANY);
        CheckOutViewModel model = model(bench)) {
      model.edit(bench.places().getFirst().id());
      bench.until(() -> !bench.failed.isEmpty());
      assertTrue(bench.failed.getFirst().contains("keine Datei"), bench.failed.toString());
      assertTrue(opened.isEmpty());
      assertTrue(bench.outbox.entries().isEmpty());
    }
  }

  @Test
  void noShellReadsAFilesName() {
    assertEquals(List.of("xdg-open", "/a/b;rm.txt"), Programs.command("linux", "/a/b;rm.txt"));
    assertEquals("rundll32", Programs.command("windows 11", "c:\\a.txt").getFirst());
    assertEquals("open", Programs.command("mac os x", "/a").getFirst());
  }

  private CheckOutViewModel model(Bench bench) {
    return new CheckOutViewModel(
        bench.archive, new LocalFiles(folder.resolve("copies"), opened::add), bench);
  }

  private Path edit(Bench bench, CheckOutViewModel model, DmsObject.Document document) {
    model.edit(document.id());
    bench.until(() -> !opened.isEmpty());
    bench.until(() -> is(model, Condition.UNCHANGED));
    return opened.getFirst();
  }

  private static boolean is(CheckOutViewModel model, Condition condition) {
    return model.rows().size() == 1 && model.rows().getFirst().condition() == condition;
  }

  /** Writes beside it and renames over it. */
  private static byte[] save(Path file, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Path next = Files.write(file.resolveSibling("next.tmp"), bytes);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return bytes;
  }

  private static DmsObject.Document document(Bench bench) throws Exception {
    return bench.documents(bench.places().getFirst()).getFirst();
  }

  private static byte[] content(Bench bench, ObjectId id) throws Exception {
    try (Content content = bench.server.content(id, 0)) {
      return content.stream().readAllBytes();
    }
  }

  private static boolean isMine(Bench bench, ObjectId id) throws Exception {
    Optional<Boolean> own = bench.server.inspect(id).facts().lock().map(lock -> lock.own());
    return own.orElse(false);
  }
}
