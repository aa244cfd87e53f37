package org.kontor.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FileSeriesTest {
  private static final PreviewSource.OfFile A = ContentServer.source("1", 1, "a.tif");
  private static final PreviewSource.OfFile B = ContentServer.source("2", 1, "b.tif");
  private static final PreviewSource.OfFile C = ContentServer.source("3", 1, "c.tif");

  private final FileSeries series = new FileSeries(List.of(A, B, C));

  @Test
  void whatWasNotLookedIntoCountsAsOnePage() {
    assertEquals(3, series.pages());
    assertEquals(Optional.of(A), series.uncounted());
    series.count(A, 2);
    assertEquals(4, series.pages());
    assertEquals(Optional.of(B), series.uncounted());
    series.count(B, 0);
    assertEquals(4, series.pages(), "also a file without pages can be gone to");
  }

  @Test
  void thePageShownStaysWhileOthersAreCounted() {
    assertFalse(series.goTo(3));
    assertEquals(Optional.of(C), series.file());
    series.count(A, 5);
    assertEquals(7, series.page(), "the same page, with another number");
    assertEquals(1, series.pageInFile());
    assertFalse(series.goTo(5));
    assertEquals(Optional.of(A), series.file());
    assertEquals(5, series.pageInFile());
    assertTrue(series.goTo(4), "in the same file");
  }

  @Test
  void aSingleFileHasThePagesThatItHas() {
    FileSeries single = new FileSeries(List.of(A));
    assertEquals(0, single.pages());
    assertEquals(0, single.page());
    single.count(A, 3);
    assertEquals(3, single.pages());
    assertEquals(1, single.page());
  }

  @Test
  void onlyTheNextFilesAreLookedIntoAhead() {
    List<PreviewSource.OfFile> many =
        IntStream.range(0, 100)
            .<PreviewSource.OfFile>mapToObj(
                number -> ContentServer.source(String.valueOf(number), 1, "page.tif"))
            .toList();
    FileSeries scan = new FileSeries(many);
    int looked = 0;
    while (scan.uncounted().isPresent()) {
      scan.count(scan.uncounted().get(), 1);
      looked++;
    }
    assertEquals(8, looked);
    scan.goTo(50);
    assertEquals(Optional.of(many.get(8)), scan.uncounted());
    assertEquals(100, scan.pages());
  }
}
