package org.kontor.ui.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.contents.ContentsRow;
import org.kontor.ui.main.FxWatch;
import org.testfx.api.FxToolkit;

/** What a person does with very long lists keeps the window's thread for 50 ms at most. */
@Tag("ui")
@Tag("measured")
final class ScaleTest {
  /**
   * Ten times what it takes on an idle machine: it tells work that grows with the rows from work
   * that does not, and lets a busy machine be busy.
   */
  private static final long LONGEST_MILLIS = 200;

  private static final int ATTEMPTS = 7;
  private static final DmsObject.Container YEAR =
      ArchiveInMemory.container("y2026", DemoSchema.YEAR, Kind.FOLDER, "2026");

  @TempDir Path folder;
  private ThreeLists window;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() throws Exception {
    window = new ThreeLists(folder, Locale.UK);
    window.open(false);
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** The shortest of several attempts: the machine may be busy with other things. */
  private long millis(Runnable onWindowsThread, Region shown) {
    long[] shortest = {Long.MAX_VALUE};
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      window.robot.interact(
          () -> {
            long began = System.nanoTime();
            onWindowsThread.run();
            shown.applyCss();
            shown.layout();
            shortest[0] =
                Math.min(shortest[0], TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
          });
    }
    return shortest[0];
  }

  @Test
  void aMillionDocumentsAreSelectedAtOnce() throws Exception {
    window.desk.archive.make(YEAR.inside(), 1_000_000);
    window.robot.interact(
        () -> window.contents.show(new Place(YEAR.inside(), "2026", List.of("Invoices"))));
    window.until("known", () -> window.contents.rows().size() == 1_000_000);
    RowsView<?> list = ThreeLists.listOf(window.contentsView.root());
    long all =
        millis(
            () -> {
              BitSet every = new BitSet();
              every.set(0, 1_000_000);
              list.selection().only(-1);
              list.selection().set(every, 0);
            },
            list);
    assertEquals(1_000_000, window.contents.selection().count());
    int[] row = {0};
    long scroll = millis(() -> list.scrollTo(row[0] += 123_456), list);
    long one = millis(() -> list.selection().only(row[0] -= 1_000), list);
    assertShort("scroll", scroll);
    assertShort("select all", all);
    assertShort("select one", one);
    window.until(
        "read where one looks",
        () -> window.contents.rows().get(row[0]) instanceof ContentsRow.Present);
    assertTrue(window.desk.archive.reads() < 40, "reads: " + window.desk.archive.reads());
  }

  /** Wheel, thumb, pages, type-to-find and select all, with the watch of 50 ms over it. */
  @Test
  void aMillionDocumentsAreScrolledWithoutHoldingTheWindow() throws Exception {
    window.desk.archive.make(YEAR.inside(), 1_000_000);
    window.robot.interact(
        () -> window.contents.show(new Place(YEAR.inside(), "2026", List.of("Invoices"))));
    window.until("known", () -> window.contents.rows().size() == 1_000_000);
    RowsView<?> list = ThreeLists.listOf(window.contentsView.root());
    window.robot.interact(window.contentsView::focus);
    try (FxWatch watch = new FxWatch()) {
      scrollAndSelect(list);
      watch.beginAnew();
      scrollAndSelect(list);
      watch.assertNeverHeldLong();
    }
    assertEquals(1_000_000, window.contents.selection().count());
  }

  private void scrollAndSelect(RowsView<?> list) throws Exception {
    for (int turn = 0; turn < 40; turn++) {
      window.robot.interact(() -> list.scrollBy(180));
    }
    ScrollBar thumb = (ScrollBar) list.lookup(".scroll-bar");
    for (int part = 1; part <= 40; part++) {
      double to = thumb.getMax() * (part * 17 % 40) / 40;
      window.robot.interact(() -> thumb.setValue(to));
    }
    for (int page = 0; page < 10; page++) {
      window.robot.type(KeyCode.PAGE_DOWN);
    }
    window.robot.type(KeyCode.END, KeyCode.HOME);
    window.until("at the top", () -> list.firstShown() == 0);
    window.until(
        "read where one looks", () -> window.contents.rows().get(0) instanceof ContentsRow.Present);
    window.robot.write("inv", 0);
    window.robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    window.until("all", () -> window.contents.selection().count() == 1_000_000);
  }

  @Test
  void aHundredThousandFoldersAreScrolledAtOnce() throws Exception {
    window.desk.archive.make(new Location.Top(DemoSchema.YEAR), 100_000);
    RowsView<?> list = ThreeLists.listOf(window.treeView.root());
    window.robot.interact(() -> window.tree.select(new Location.Top(DemoSchema.YEAR)));
    window.robot.interact(() -> window.treeView.focus());
    window.robot.type(KeyCode.RIGHT);
    window.until("known", () -> list.rows().size() > 100_000);
    int[] row = {0};
    long scroll = millis(() -> list.scrollTo(row[0] += 12_345), list);
    assertShort("scroll", scroll);
  }

  private static void assertShort(String what, long millis) {
    assertTrue(millis <= LONGEST_MILLIS, what + " took " + millis + " ms");
  }
}
