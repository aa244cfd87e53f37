package org.kontor.ui.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.ui.bin.Bench;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Place;

/** What listings leave out, on the real local server. */
final class MarksTest {
  @TempDir Path folder;

  @Test
  void rowsSayWhoHasADocumentAndThatItLiesElsewhereToo() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK);
        KnownFacts facts = new KnownFacts(bench.archive);
        ContentsViewModel contents = new ContentsViewModel(bench.archive, facts)) {
      Location.Container place = bench.places().getFirst();
      DmsObject.Document document = bench.documents(place).getFirst();
      TypeId type = document.type().orElseThrow();
      contents.show(new Place(place, "here", List.of()));
      bench.until(() -> !rowOf(contents, document).isEmpty());
      bench.until(() -> look(contents, document, facts));
      assertEquals(List.of(), marks(contents, document));

      bench.send(
          new Draft("x", new Operation.Lock(document.id(), type)),
          new Draft("x", new Operation.AddLocation(document.id(), type, bench.places().get(1))));
      bench.until(
          () -> {
            rowOf(contents, document).forEach(contents::want);
            return marks(contents, document).size() == 2;
          });

      assertEquals(
          List.of(
              new Mark(Mark.Kind.CHECKED_OUT, "checked out by you"),
              new Mark(Mark.Kind.SEVERAL_PLACES, "at 2 locations")),
          marks(contents, document));
    }
  }

  private static boolean look(
      ContentsViewModel contents, DmsObject.Document document, KnownFacts facts) {
    rowOf(contents, document).forEach(contents::want);
    return facts.of(document.id()).isPresent();
  }

  private static List<Integer> rowOf(ContentsViewModel contents, DmsObject.Document document) {
    return IntStream.range(0, contents.rows().size())
        .filter(
            row ->
                contents.rows().get(row) instanceof ContentsRow.Present present
                    && present.object().id().equals(document.id()))
        .boxed()
        .toList();
  }

  private static List<Mark> marks(ContentsViewModel contents, DmsObject.Document document) {
    return rowOf(contents, document).stream()
        .map(row -> (ContentsRow.Present) contents.rows().get(row))
        .flatMap(row -> row.marks().stream())
        .toList();
  }
}
