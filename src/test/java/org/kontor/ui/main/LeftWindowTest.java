package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.ui.common.Theme;
import org.testfx.util.WaitForAsyncUtils;

/** A window that was left, as for another server, is not kept in memory by what outlives it. */
@Tag("ui")
final class LeftWindowTest {
  /** The toolkit remembers where the keys were last. */
  private static final long KEPT_BY_THE_TOOLKIT = 1;

  @TempDir Path folder;

  @Test
  void nothingKeepsWindowsThatWereLeft() throws Exception {
    List<WeakReference<MainWindow>> left = new ArrayList<>();
    for (String name : List.of("first", "second", "third")) {
      left.add(openAndLeave(Files.createDirectory(folder.resolve(name))));
    }
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (alive(left) > KEPT_BY_THE_TOOLKIT && Instant.now().isBefore(end)) {
      System.gc();
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertTrue(alive(left) <= KEPT_BY_THE_TOOLKIT, () -> alive(left) + " windows are kept");
  }

  private static long alive(List<WeakReference<MainWindow>> windows) {
    return windows.stream().filter(window -> window.get() != null).count();
  }

  private static WeakReference<MainWindow> openAndLeave(Path folder) throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      return new WeakReference<>(desk.window);
    }
  }
}
