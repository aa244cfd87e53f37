package org.kontor.ui.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Evidence;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Undo;
import org.kontor.ui.common.Messages;

/** On the real local server: what is said is what happens. */
final class DeletionViewModelTest {
  @TempDir Path folder;

  @Test
  void aDocumentGoesToTheBinAndComesBack() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      Location.Container place = bench.places().getFirst();
      DmsObject.Document document = bench.documents(place).getFirst();
      DeletionViewModel deletion = deletion(bench, document, Optional.of(place));

      assertEquals(1, deletion.consequencesProperty().get().size());
      assertTrue(
          deletion.consequencesProperty().get().getFirst().contains("recycle bin"),
          deletion.consequencesProperty().get().toString());
      assertFalse(deletion.offersOnlyHereProperty().get());
      deletion.delete();
      bench.until(() -> !bench.said.isEmpty());
      bench.untilSent();
      assertEquals(Evidence.Presence.IN_BIN, bench.server.evidence().presence(document.id()));

      Undo.Possible back = (Undo.Possible) Undo.of(bench.outbox.entries().getFirst());
      bench.send(new Draft("back", back.inverse()));
      assertEquals(List.of(place), bench.server.locations(document.id()));
    }
  }

  @Test
  void aBinThatNobodyCanLookIntoIsSaidToBe() {
    DmsObject.Document document =
        new DmsObject.Document(
            new ObjectId("1"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            Provenance.UNKNOWN);
    Doomed one = new Doomed(document, "Plan", List.of(), 0, 0, 0, Optional.empty());
    Consequences told =
        new Consequences(Messages.of(Consequences.class, Locale.UK), Optional.empty());
    assertEquals(
        List.of(
            "It goes to the server’s recycle bin, which only its administrators can look into."
                + " Ctrl+Z brings it back."),
        told.of(List.of(one), false, false, Feature.RESTORE::equals));
    assertTrue(told.of(List.of(one), false, false, _ -> true).getFirst().contains("from there"));
    assertTrue(told.of(List.of(one), false, false, _ -> false).getFirst().contains("does not let"));
  }

  @Test
  void whatIsCancelledStaysAndAfterwardsNothingCanBeDeleted() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      Location.Container place = bench.places().getFirst();
      DeletionViewModel deletion =
          deletion(bench, bench.documents(place).getFirst(), Optional.of(place));

      deletion.cancel();
      deletion.delete();

      assertTrue(bench.outbox.entries().isEmpty());
    }
  }

  @Test
  void oneOfSeveralPlacesOrAll() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      List<Location.Container> places = bench.places();
      Location.Container here = places.getFirst();
      DmsObject.Document document = bench.documents(here).getFirst();
      bench.send(
          new Draft(
              "there too",
              new Operation.AddLocation(
                  document.id(), document.type().orElseThrow(), places.get(1))));
      DeletionViewModel deletion = deletion(bench, document, Optional.of(here));

      assertTrue(deletion.offersOnlyHereProperty().get());
      assertTrue(deletion.onlyHereProperty().get(), "the lesser loss is proposed");
      assertTrue(deletion.consequencesProperty().get().getFirst().contains("this place"));
      deletion.delete();
      bench.until(() -> !bench.said.isEmpty());
      bench.untilSent();
      assertEquals(List.of(places.get(1)), bench.server.locations(document.id()));

      bench.send(
          new Draft(
              "here again",
              new Operation.AddLocation(document.id(), document.type().orElseThrow(), here)));
      DeletionViewModel all = deletion(bench, document, Optional.of(here));
      all.onlyHereProperty().set(false);
      assertTrue(all.consequencesProperty().get().stream().anyMatch(it -> it.contains("one more")));
      all.delete();
      bench.until(() -> bench.said.size() == 2);
      bench.untilSent();
      assertEquals(Evidence.Presence.IN_BIN, bench.server.evidence().presence(document.id()));
    }
  }

  @Test
  void aContainerTellsWhatItHolds() throws Exception {
    try (Bench bench = new Bench(folder, Locale.GERMANY)) {
      Location.Container place = bench.places().getFirst();
      int before = bench.documents(place).size();
      DeletionViewModel deletion =
          deletion(bench, bench.server.object(place.id()), Optional.empty());

      String said = String.join(" ", deletion.consequencesProperty().get());
      assertTrue(said.contains(before + " Dokumente"), said);
      deletion.forGoodProperty().set(true);
      assertTrue(
          deletion.consequencesProperty().get().getFirst().contains("endgültig"),
          deletion.consequencesProperty().get().toString());
      deletion.forGoodProperty().set(false);
      DmsObject.Document inside = bench.documents(place).getFirst();
      deletion.delete();
      bench.until(() -> !bench.said.isEmpty());
      bench.untilSent();
      assertEquals(Evidence.Presence.IN_BIN, bench.server.evidence().presence(place.id()));
      assertEquals(Evidence.Presence.IN_BIN, bench.server.evidence().presence(inside.id()));
    }
  }

  @Test
  void whatIsGoneAlreadyIsSaidAndCannotBeDeleted() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      Location.Container place = bench.places().getFirst();
      DmsObject.Document document = bench.documents(place).getFirst();
      bench.send(
          new Draft(
              "away", new Operation.DeleteObject(document.id(), document.type(), false, true)));
      DeletionViewModel deletion =
          new DeletionViewModel(bench.archive, List.of(document.id()), Optional.of(place), bench);
      bench.until(() -> !deletion.consequencesProperty().get().isEmpty());

      assertFalse(deletion.possibleProperty().get());
      assertTrue(deletion.consequencesProperty().get().getFirst().contains("gone already"));
    }
  }

  private static DeletionViewModel deletion(
      Bench bench, DmsObject object, Optional<Location.Container> here) {
    DeletionViewModel deletion =
        new DeletionViewModel(bench.archive, List.of(object.id()), here, bench);
    bench.until(() -> deletion.possibleProperty().get());
    return deletion;
  }
}
