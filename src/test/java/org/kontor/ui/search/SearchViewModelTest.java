package org.kontor.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Capabilities;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Place;
import org.kontor.ui.lists.ArchiveInMemory;
import org.kontor.ui.lists.DemoSchema;
import org.kontor.ui.lists.Desk;

final class SearchViewModelTest {
  private static final DmsObject.Container YEAR =
      ArchiveInMemory.container("y2026", DemoSchema.YEAR, Kind.FOLDER, "2026");

  @TempDir Path folder;
  private final List<Query> asked = new CopyOnWriteArrayList<>();
  private final List<Runnable> pauses = new ArrayList<>();
  private final Notebook notebook = Notebook.inMemory();
  private final Map<ObjectId, List<Mark>> marks = new HashMap<>();
  private final List<ObjectId> changedLastFirst = new CopyOnWriteArrayList<>();
  private final CountDownLatch slowOnes = new CountDownLatch(1);
  private volatile Optional<DmsException> failure = Optional.empty();
  private volatile Capabilities capabilities = Capabilities.ALL;
  private Desk desk;
  private SearchViewModel search;

  @BeforeEach
  void open() {
    desk = new Desk(folder, Locale.ENGLISH);
    desk.archive.put(new Location.Top(DemoSchema.YEAR), YEAR);
    search = model();
  }

  @AfterEach
  void close() {
    slowOnes.countDown();
    search.close();
    desk.close();
  }

  private SearchViewModel model() {
    return new SearchViewModel(
        new OpenArchive(
            server(), DemoSchema.schema(), desk.outbox, Desk.KEY, desk.tasks, desk.ui, desk.locale),
        pauses::add,
        (_, input) -> Optional.of(input),
        notebook,
        object -> marks.getOrDefault(object.id(), List.of()));
  }

  /** The archive in memory, which searches too: "slow" waits, "none" finds nothing. */
  private DmsServer server() {
    return (DmsServer)
        Proxy.newProxyInstance(
            DmsServer.class.getClassLoader(),
            new Class<?>[] {DmsServer.class},
            (_, method, arguments) -> {
              try {
                return switch (method.getName()) {
                  case "search" -> search((Query) arguments[0], (PageRequest) arguments[1]);
                  case "capabilities" -> capabilities;
                  default -> method.invoke(desk.archive, arguments);
                };
              } catch (InvocationTargetException wrapped) {
                throw wrapped.getCause();
              }
            });
  }

  private Page<DmsObject> search(Query query, PageRequest page)
      throws DmsException, InterruptedException {
    asked.add(query);
    if (query.words().startsWith("slow")) {
      slowOnes.await();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (query.words().startsWith("kept")) {
      return kept(page);
    }
    int total = query.words().startsWith("none") ? 0 : 100_000;
    List<DmsObject> items = new ArrayList<>();
    for (int at = page.skip(); at < Math.min(total, page.skip() + page.size()); at++) {
      items.add(ArchiveInMemory.document("d" + at, DemoSchema.INVOICE, query.words() + " " + at));
    }
    return new Page<>(items, page.skip() + page.size() < total, total);
  }

  /** The archive's documents that are named so, what was changed last first. */
  private Page<DmsObject> kept(PageRequest page) throws DmsException, InterruptedException {
    List<DmsObject> hits = new ArrayList<>();
    for (ObjectId id : changedLastFirst) {
      DmsObject object = desk.archive.object(id);
      if (String.valueOf(object.fields().get("name")).contains("kept")) {
        hits.add(object);
      }
    }
    int end = Math.min(hits.size(), page.skip() + page.size());
    return new Page<>(
        hits.subList(Math.min(page.skip(), end), end), end < hits.size(), hits.size());
  }

  private void keep(int documents) {
    for (int number = 0; number < documents; number++) {
      desk.archive.put(
          YEAR.inside(),
          ArchiveInMemory.document("k" + number, DemoSchema.INVOICE, "kept " + number));
      changedLastFirst.add(new ObjectId("k" + number));
    }
    type("kept");
    pause();
    until(SearchViewModel.State.FOUND);
  }

  private void rename(String id, String name) {
    ObjectId object = new ObjectId(id);
    changedLastFirst.remove(object);
    changedLastFirst.addFirst(object);
    desk.accept(
        id,
        new Operation.AssignType(object, DemoSchema.INVOICE, Map.of("name", FieldValue.of(name))));
  }

  private List<String> titles() {
    return IntStream.range(0, search.rows().size()).mapToObj(this::title).toList();
  }

  /** The person has stopped typing. */
  private void pause() {
    List<Runnable> waiting = List.copyOf(pauses);
    pauses.clear();
    waiting.forEach(Runnable::run);
  }

  private void type(String words) {
    search.wordsProperty().set(words);
  }

  private void until(SearchViewModel.State state) {
    desk.ui.until(state.name(), () -> search.stateProperty().get() == state);
  }

  private String title(int row) {
    return search.rows().get(row) instanceof SearchRow.Found(Hit hit, _, _, _, _)
        ? hit.title()
        : "";
  }

  @Test
  void searchesOnceThePersonPausesForWordsThatBeginSo() {
    type("p");
    type("pa");
    type("paper");
    assertEquals(List.of(), asked);
    pause();
    until(SearchViewModel.State.FOUND);
    assertEquals(List.of("paper*"), asked.stream().map(Query::words).toList());
    assertEquals(100_000, search.rows().size());
    assertEquals("paper* 0", title(0));
    assertEquals("100,000 hits", search.standing().countProperty().get());
  }

  @Test
  void theEndOfALongListIsReadWithoutWhatLiesBetween() {
    type("paper");
    pause();
    until(SearchViewModel.State.FOUND);
    search.want(99_999);
    desk.ui.until("the end", () -> title(99_999).equals("paper* 99999"));
    assertEquals(2, asked.size());
  }

  @Test
  void anAnswerToFormerWordsIsNeverShown() {
    type("slow");
    pause();
    desk.ui.until("asked", () -> asked.size() == 1);
    type("fast");
    pause();
    until(SearchViewModel.State.FOUND);
    slowOnes.countDown();
    desk.ui.drain();
    assertEquals("fast* 0", title(0));
  }

  @Test
  void whatIsFoundNowhereIsSaidAndWhatFailedCanBeTriedAgain() {
    type("none");
    pause();
    until(SearchViewModel.State.NOTHING);
    failure = Optional.of(new DmsException.Unreachable("gone", null));
    type("paper");
    pause();
    until(SearchViewModel.State.FAILED);
    assertFalse(search.standing().failureProperty().get().isEmpty());
    failure = Optional.empty();
    search.refresh();
    until(SearchViewModel.State.FOUND);
    assertEquals("", search.standing().failureProperty().get());
  }

  @Test
  void typeFieldContainerAndOrderComeTogether() {
    Place here = new Place(YEAR.inside(), "2026", List.of("Invoices"));
    search.setHere(Optional.of(here));
    SearchQuestion question = search.question();
    question.typeProperty().set(DemoSchema.schema().type(DemoSchema.INVOICE));
    question.criteriaProperty().get().getFirst().firstProperty().set("Klein");
    question.onlyBelowProperty().set(true);
    question.orderProperty().set(Order.of("name", true));
    type("paper ");
    pause();
    until(SearchViewModel.State.FOUND);
    assertEquals(
        List.of(
            new Query(
                List.of(DemoSchema.INVOICE),
                List.of(Query.where("name", Query.Operator.CONTAINS, "Klein")),
                "paper*",
                Optional.of(YEAR.inside()),
                List.of(new Query.Sort(new Query.Field("name"), true)))),
        asked);
  }

  @Test
  void aServerWithoutFullTextIsAskedForFieldsOnly() {
    capabilities = Capabilities.of(Feature.TRAY);
    type("paper");
    pause();
    assertEquals(SearchViewModel.State.IDLE, search.stateProperty().get());
    search.question().typeProperty().set(DemoSchema.schema().type(DemoSchema.INVOICE));
    pause();
    until(SearchViewModel.State.FOUND);
    assertEquals("", asked.getFirst().words());
  }

  @Test
  void aHitOnTheScreenLearnsWhereItLiesAndCanBeDraggedFromThere() {
    desk.archive.put(YEAR.inside(), ArchiveInMemory.document("d0", DemoSchema.INVOICE, "Zero"));
    type("paper");
    pause();
    until(SearchViewModel.State.FOUND);
    search.selection().only(0);
    Dragged unknown = search.carried().dragged().orElseThrow();
    assertEquals(Optional.empty(), ((Dragged.Scattered) unknown).found().getFirst().place());
    search.want(0);
    desk.ui.until("place", () -> search.carried().place().isPresent());
    assertEquals(
        YEAR.inside(), ((Dragged.Objects) search.carried().dragged().orElseThrow()).from());
    search.selection().add(1, 2, 1);
    Dragged apart = search.carried().dragged().orElseThrow();
    assertEquals(
        Optional.of(YEAR.inside()),
        ((Dragged.Scattered) apart).found().getFirst().place(),
        "each with the place that its row shows");
    assertEquals(2, ((Dragged.Scattered) apart).objects().size(), "files go to other programs");
    assertEquals(Optional.empty(), search.carried().place());
    search.selection().add(1, 5_000, 1);
    assertEquals(Optional.empty(), search.carried().dragged(), "not read yet");
    SearchRow.Found row = (SearchRow.Found) search.rows().get(0);
    assertEquals("Invoices › 2026", row.place());
    assertEquals(Optional.of("Erika Beispiel"), row.hit().by());
  }

  @Test
  void whatBecomesKnownOfAHitIsMarkedInItsRow() {
    type("paper");
    pause();
    until(SearchViewModel.State.FOUND);
    SearchRow.Found before = (SearchRow.Found) search.rows().get(0);
    assertEquals(List.of(), before.marks());
    Mark locked = new Mark(Mark.Kind.LOCKED, "checked out by Meier");
    marks.put(before.hit().object().id(), List.of(locked));
    search.marksKnown();
    assertEquals(List.of(locked), ((SearchRow.Found) search.rows().get(0)).marks());
  }

  @Test
  void savedAndRecentSearchesAreThereAfterTheNextStart() {
    search.question().typeProperty().set(DemoSchema.schema().type(DemoSchema.INVOICE));
    search.question().criteriaProperty().get().getFirst().firstProperty().set("a=b&c:d");
    type("paper \"in a row\"");
    search.toggleSaved();
    assertTrue(search.savedProperty().get());
    SearchRequest saved = search.question().request();
    search.clear();
    type("letters");
    search.searchNow();
    assertFalse(search.savedProperty().get());

    SearchViewModel next = model();
    assertEquals(List.of(saved), next.shelf().saved());
    assertEquals("“letters”", next.texts().request(next.shelf().recent().getFirst()));
    next.restore(saved);
    assertEquals(saved, next.question().request());
    assertEquals("“paper \"in a row\"” · Invoice · Name: a=b&c:d", next.texts().request(saved));
    next.close();
  }

  @Test
  void aChangeFromHereIsMarkedAtItsHitAndThenReadWithoutMovingAnything() {
    keep(4);
    search.selection().only(2);
    desk.archive.shutWrites();
    desk.attach();
    rename("k2", "kept two");
    desk.ui.until("marked", () -> found(2).pending() != Pending.NONE);
    assertFalse(found(2).state().isEmpty());
    assertEquals("kept 2", title(2));
    desk.archive.open();
    desk.ui.until("read", () -> title(2).equals("kept two"));
    // The server has it first now.
    assertEquals(List.of("kept 0", "kept 1", "kept two", "kept 3"), titles());
    assertEquals(Pending.NONE, found(2).pending());
    assertEquals(2, search.selection().lead());
    assertEquals("kept two", search.currentProperty().get().orElseThrow().title());
    search.refresh();
    desk.ui.until("sorted", () -> title(0).equals("kept two"));
    assertEquals(0, search.selection().lead());
  }

  @Test
  void aHitThatNoLongerFitsGoesToItsNeighbourAndComesBackWhenItFitsAgain() {
    keep(4);
    search.selection().only(2);
    desk.attach();
    rename("k2", "other");
    desk.ui.until("gone", () -> titles().equals(List.of("kept 0", "kept 1", "kept 3")));
    assertEquals("kept 3", search.currentProperty().get().orElseThrow().title());
    assertEquals("3 hits", search.standing().countProperty().get());
    rename("k2", "kept again");
    desk.ui.until("back", () -> titles().contains("kept again"));
    assertEquals("kept 3", search.currentProperty().get().orElseThrow().title());
  }

  @Test
  void aHitThatGoesToAnotherPageStaysSelected() {
    keep(300);
    search.want(250);
    desk.ui.until("second page", () -> title(250).equals("kept 250"));
    search.selection().only(250);
    List<String> seen = new ArrayList<>();
    search
        .currentProperty()
        .addListener((_, _, now) -> seen.add(now.map(Hit::title).orElse("none")));
    desk.attach();
    rename("k250", "kept on");
    desk.ui.until("read", () -> seen.contains("kept on"));
    desk.ui.untilQuiet(desk.tasks);
    assertEquals(List.of("kept on"), seen);
    assertEquals("kept on", title(search.selection().lead()));
  }

  @Test
  void whatIsDoneToOtherDocumentsIsNotSearchedFor() {
    keep(1);
    desk.archive.put(YEAR.inside(), ArchiveInMemory.document("x", DemoSchema.INVOICE, "x"));
    desk.attach();
    rename("x", "kept, but not found before");
    desk.ui.until("done", () -> desk.outbox.entries().getFirst().state() == EntryState.DONE);
    rename("k0", "kept anew");
    desk.ui.until("read", () -> titles().contains("kept anew"));
    assertEquals(2, asked.size());
  }

  private SearchRow.Found found(int row) {
    return (SearchRow.Found) search.rows().get(row);
  }
}
