package org.kontor.ui.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.ui.bin.Bench;
import org.kontor.ui.common.FileReader;
import org.kontor.ui.common.Guide;

/** On the real local server. */
final class FactsViewModelTest {
  @TempDir Path folder;
  private final List<FileReader.Source> opened = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final Guide guide =
      new Guide() {
        @Override
        public void show(ObjectId object) {
          shown.add(object.value());
        }

        @Override
        public void showAt(Location.Container place, ObjectId document) {
          shown.add(document.value() + " in " + place.id().value());
        }
      };

  @Test
  void aFormerVersionIsComparedFieldByFieldAndRestored() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      DmsObject.Document document = document(bench);
      FieldDefinition field = textField(bench, document);
      FieldValue before = document.fields().get(field.name());
      change(bench, document, field, before, "Another remark");
      FactsViewModel facts = facts(bench);
      show(facts, document);
      VersionsViewModel versions = facts.versions();
      bench.until(() -> !versions.versions().isEmpty());
      Line.OfVersion newest =
          versions.versions().stream()
              .filter(it -> !it.version().content())
              .findFirst()
              .orElseThrow();
      assertFalse(newest.version().current());

      versions.select(Optional.of(newest));
      bench.until(() -> !versions.differencesProperty().get().isEmpty());
      Difference first = versions.differencesProperty().get().getFirst();
      assertEquals(field.label().in(Locale.UK), first.label());
      assertEquals("Another remark", first.now());
      assertTrue(first.differs());
      assertTrue(versions.comparisonProperty().get().contains("One field"));
      assertEquals(
          1, versions.differencesProperty().get().stream().filter(Difference::differs).count());

      versions.restore(newest);
      bench.until(() -> !bench.said.isEmpty());
      bench.untilSent();
      assertEquals(before, bench.server.object(document.id()).fields().get(field.name()));
      facts.close();
    }
  }

  @Test
  void theFilesOfAFormerVersionAreOpened() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      DmsObject.Document document = document(bench);
      byte[] before;
      try (Content content = bench.server.content(document.id(), 0)) {
        before = content.stream().readAllBytes();
      }
      DmsObject.Document seen = (DmsObject.Document) bench.server.object(document.id());
      Path other = Files.writeString(folder.resolve("new.txt"), "new", StandardCharsets.UTF_8);
      bench.send(
          new Draft(
              "new",
              new Operation.ReplaceContent(
                  document.id(), document.type(), List.of(SourceFile.of(other)), seen.contents())));
      FactsViewModel facts = facts(bench);
      show(facts, document);
      VersionsViewModel versions = facts.versions();
      bench.until(
          () ->
              versions.versions().stream()
                  .anyMatch(version -> versions.whyNotOpen(Optional.of(version)).isEmpty()));
      Line.OfVersion withFiles =
          versions.versions().stream()
              .filter(version -> versions.whyNotOpen(Optional.of(version)).isEmpty())
              .findFirst()
              .orElseThrow();
      assertEquals(
          "Select a version in the list first.",
          versions.whyNotOpen(Optional.empty()).orElseThrow());
      assertEquals(versions.whyNotOpen(Optional.empty()), versions.whyNotRestore(Optional.empty()));

      versions.select(Optional.of(withFiles));
      assertTrue(versions.comparisonProperty().get().contains("holds files"));
      versions.open(withFiles);
      try (Content content = opened.getFirst().open()) {
        assertEquals(before.length, content.stream().readAllBytes().length);
      }
      facts.close();
    }
  }

  @Test
  void theHistoryComesPageByPage() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      DmsObject.Document document = document(bench);
      FieldDefinition field = textField(bench, document);
      FieldValue before = document.fields().getOrDefault(field.name(), FieldValue.empty());
      for (int round = 0; round < 5; round++) {
        change(bench, document, field, before, "Remark " + round);
        before = FieldValue.of("Remark " + round);
      }
      HistoryViewModel history = new HistoryViewModel(bench.archive, 2);
      history.show(Optional.of(new Subject(document, document.type().orElseThrow())));
      bench.until(() -> history.entries().size() == 2);
      assertTrue(history.moreProperty().get());
      history.readMore();
      bench.until(() -> history.entries().size() == 4);
      history.readMore();
      bench.until(() -> history.entries().size() > 4);
      while (history.moreProperty().get()) {
        int known = history.entries().size();
        history.readMore();
        bench.until(() -> history.entries().size() > known || !history.moreProperty().get());
      }
      assertEquals(
          bench.server.history(document.id(), PageRequest.first(100)).items().size(),
          history.entries().size());
    }
  }

  @Test
  void whatIsNotShownIsNotReadAndALateAnswerIsDropped() throws Exception {
    try (Bench bench = new Bench(folder, Locale.GERMANY)) {
      DmsObject.Document document = document(bench);
      FactsViewModel facts = facts(bench);
      facts.show(Optional.of(document));
      assertEquals("", facts.versions().stateProperty().get());

      facts.shownProperty().set(true);
      facts.show(Optional.empty());
      bench.until(() -> bench.archive.tasks().underWay().isEmpty());
      assertEquals("Nichts ausgewählt", facts.titleProperty().get());
      assertTrue(facts.versions().versions().isEmpty());
      assertTrue(facts.versions().stateProperty().get().contains("keine frühere"));
      facts.close();
    }
  }

  @Test
  void placesAreListedOpenedAndTakenAwayButNeverTheLast() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      Location.Container first = bench.places().getFirst();
      Location.Container second = bench.places().get(1);
      DmsObject.Document document = bench.documents(first).getFirst();
      TypeId type = document.type().orElseThrow();
      FactsViewModel facts = facts(bench);
      facts.partProperty().set(FactsViewModel.Part.PLACES);
      show(facts, document);
      PlacesViewModel places = facts.places();
      bench.until(() -> places.places().size() == 1);
      Line.OfPlace only = places.places().getFirst();
      assertTrue(
          places.whyNotRemove(Optional.of(only)).orElseThrow().startsWith("The last"),
          "never the last");
      places.remove(only);
      assertTrue(bench.outbox.entries().isEmpty());
      assertTrue(only.details().contains("›"), "told with what is above it: " + only.details());

      bench.send(new Draft("x", new Operation.AddLocation(document.id(), type, second)));
      bench.until(() -> places.places().size() == 2);
      Line.OfPlace other =
          places.places().stream().filter(it -> it.at().equals(second)).findFirst().orElseThrow();
      places.open(other);
      assertEquals(List.of(document.id().value() + " in " + second.id().value()), shown);
      assertEquals(Optional.empty(), places.whyNotRemove(Optional.of(other)));
      assertEquals(
          "Select a location in the list first.",
          places.whyNotRemove(Optional.empty()).orElseThrow());
      places.remove(other);
      bench.until(() -> !bench.said.isEmpty());
      bench.untilSent();
      assertEquals(List.of(first), bench.server.locations(document.id()));
      bench.until(() -> places.places().size() == 1);
      facts.close();
    }
  }

  @Test
  void originalAndReferencesKnowEachOther() throws Exception {
    try (Bench bench = new Bench(folder, Locale.UK)) {
      Location.Container place = bench.places().getFirst();
      DmsObject.Document document = bench.documents(place).getFirst();
      FactsViewModel facts = facts(bench);
      facts.partProperty().set(FactsViewModel.Part.PLACES);
      show(facts, document);
      PlacesViewModel places = facts.places();
      bench.until(() -> !places.relatedStateProperty().get().isEmpty());
      Map<String, FieldValue> fields = new HashMap<>(document.fields());
      bench.archive.schema().type(document.type().orElseThrow()).orElseThrow().fields().stream()
          .filter(FieldDefinition::key)
          .forEach(key -> fields.put(key.name(), FieldValue.of("R-1")));
      bench.send(
          new Draft(
              "r",
              new Operation.InsertReference(
                  document.id(), bench.places().get(1), document.type().orElseThrow(), fields)));
      bench.until(() -> places.related().size() == 1);
      Line.OfObject reference = places.related().getFirst();
      assertTrue(reference.details().startsWith("Refers to this"));
      places.open(reference);
      assertEquals(List.of(reference.id().value()), shown);

      show(facts, (DmsObject.Document) bench.server.object(reference.id()));
      bench.until(
          () ->
              places.related().stream()
                  .anyMatch(it -> it.details().startsWith("Original of this")));
      places.open(places.related().getFirst());
      assertEquals(document.id().value(), shown.getLast());
      facts.close();
    }
  }

  private FactsViewModel facts(Bench bench) {
    FactsViewModel facts =
        new FactsViewModel(bench.archive, bench, (_, source) -> opened.add(source), guide);
    facts.partProperty().set(FactsViewModel.Part.VERSIONS);
    return facts;
  }

  private static void show(FactsViewModel facts, DmsObject.Document document) {
    facts.shownProperty().set(true);
    facts.show(Optional.of(document));
    assertFalse(facts.titleProperty().get().isEmpty());
  }

  private static void change(
      Bench bench,
      DmsObject.Document document,
      FieldDefinition field,
      FieldValue before,
      String after)
      throws Exception {
    bench.send(
        new Draft(
            "change",
            new Operation.UpdateFields(
                document.id(),
                document.type().orElseThrow(),
                Map.of(field.name(), FieldValue.of(after)),
                Map.of(field.name(), before == null ? FieldValue.empty() : before))));
  }

  private static DmsObject.Document document(Bench bench) throws Exception {
    return bench.documents(bench.places().getFirst()).getFirst();
  }

  /** One that holds something and may hold anything. */
  private static FieldDefinition textField(Bench bench, DmsObject.Document document) {
    Set<String> filled = document.fields().keySet();
    return bench
        .archive
        .schema()
        .type(document.type().orElseThrow())
        .orElseThrow()
        .fields()
        .stream()
        .filter(field -> field.type() instanceof FieldType.Text && !field.key())
        .filter(field -> !field.readOnly())
        .filter(field -> filled.contains(field.name()) || !field.required())
        .findFirst()
        .orElseThrow();
  }
}
