package org.kontor.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.task.Outcome;
import org.kontor.task.Work;
import org.kontor.ui.bin.Bench;
import org.kontor.ui.common.CountedWork;
import org.kontor.ui.common.Dragged;

/** On the real local server. */
final class FilesViewModelTest {
  @TempDir Path folder;

  @Test
  void filesAreSavedUnderFreeNames() throws Exception {
    try (Bench bench = new Bench(folder.resolve("bench"), Locale.UK)) {
      List<DmsObject.Document> documents = bench.documents(bench.places().getFirst());
      Path target = Files.createDirectories(folder.resolve("target"));
      FilesViewModel files = new FilesViewModel(bench.archive, counted(bench), bench);
      files.saveInto(documents, target);
      bench.until(() -> bench.said.size() + bench.failed.size() == 1);
      List<String> first = names(target);
      assertEquals(documents.size(), first.size());

      files.saveInto(documents.subList(0, 1), target);
      bench.until(() -> bench.said.size() == 2);
      assertEquals(documents.size() + 1, names(target).size(), "nothing is written over");
      assertTrue(names(target).stream().anyMatch(name -> name.contains(" (2).")));
      assertTrue(names(target).stream().noneMatch(name -> name.endsWith(".part")));
    }
  }

  @Test
  void oneIsSavedWhereThePersonSaid() throws Exception {
    try (Bench bench = new Bench(folder.resolve("bench"), Locale.UK)) {
      DmsObject.Document document = bench.documents(bench.places().getFirst()).getFirst();
      FilesViewModel files = new FilesViewModel(bench.archive, counted(bench), bench);
      List<String> proposed = new ArrayList<>();
      files.name(document.id(), proposed::add);
      bench.until(() -> !proposed.isEmpty());
      assertTrue(proposed.getFirst().endsWith(".pdf"), proposed.toString());

      Path chosen = Files.writeString(folder.resolve("chosen.pdf"), "was there");
      files.saveAs(document.id(), chosen);
      bench.until(() -> !bench.said.isEmpty());
      try (Content content = bench.server.content(document.id(), 0)) {
        assertEquals(-1, Files.mismatch(chosen, copy(content)));
      }
    }
  }

  @Test
  void whatIsStoppedLeavesNothingHalf() throws Exception {
    try (Bench bench = new Bench(folder.resolve("bench"), Locale.UK)) {
      DmsObject.Document document = bench.documents(bench.places().getFirst()).getFirst();
      Path target = Files.createDirectories(folder.resolve("target"));
      FileSaver saver = new FileSaver(bench.archive);
      Assertions.assertThrows(
          CancellationException.class,
          () -> saver.into(List.of(document.id()), target, () -> true, _ -> {}));
      assertEquals(List.of(), names(target));
    }
  }

  @Test
  void whatIsPressedIsThereWhenItIsDraggedOut() throws Exception {
    Path drag = folder.resolve("drag");
    try (Bench bench = new Bench(folder.resolve("bench"), Locale.UK)) {
      Location.Container place = bench.places().getFirst();
      DmsObject.Document document = bench.documents(place).getFirst();
      Dragged dragged = new Dragged.Objects(place, List.of(document));
      DragFolder files = new DragFolder(bench.archive, drag, bench);
      assertEquals(Optional.empty(), files.ready(dragged), "not there yet");
      bench.until(
          () -> {
            files.prepare(dragged);
            return files.ready(dragged).isPresent();
          });
      Path taken = files.ready(dragged).orElseThrow().getFirst();
      assertTrue(Files.size(taken) > 0);
      files.cameTooEarly();
      assertFalse(bench.failed.isEmpty(), "said");

      DragFolder next = new DragFolder(bench.archive, drag, bench);
      bench.until(() -> !Files.exists(taken));
      next.close();
      files.close();
    }
  }

  private Path copy(Content content) throws Exception {
    Path copy = folder.resolve("copy");
    Files.copy(content.stream(), copy);
    return copy;
  }

  private static List<String> names(Path in) throws Exception {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static CountedWork counted(Bench bench) {
    return new CountedWork() {
      @Override
      public <T> void start(Work<T> work, Consumer<Outcome<T>> handler) {
        bench.archive.tasks().start("saving", work, handler);
      }
    };
  }
}
