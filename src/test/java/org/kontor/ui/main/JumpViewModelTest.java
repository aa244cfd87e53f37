package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.ObjectLink;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.form.TypeHabits;
import org.kordamp.ikonli.feather.Feather;

/** What a few letters may mean, without a toolkit. */
final class JumpViewModelTest implements JumpViewModel.Ways {
  private static final String SERVER = "https://archive.example.org";

  @TempDir private Path folder;
  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final Notebook notebook = Notebook.inMemory();
  private final PlaceShelf shelf = new PlaceShelf(notebook);
  private final List<String> went = new ArrayList<>();
  private final List<OpenedDocuments.Opened> opened = new ArrayList<>();
  private Outbox outbox;
  private JumpViewModel jump;

  @BeforeEach
  void open() throws IOException {
    outbox = Outbox.open(folder);
    shelf.used(
        new Place(
            Samples.container("100", Samples.YEAR).inside(), "Wartung 2026", List.of("Invoices")));
    FormViewModel form =
        new FormViewModel(
            new StubServer(),
            Samples.SCHEMA,
            outbox,
            "test",
            tasks,
            window::add,
            Locale.UK,
            shelf,
            new TypeHabits(Samples.SCHEMA, notebook),
            notebook);
    jump =
        new JumpViewModel(
            SERVER,
            List.of(
                new Jump(
                    Feather.COMMAND,
                    "Go back",
                    "Alt + Left",
                    Optional.of("There is no place before this one."),
                    false,
                    () -> went.add("told why")),
                command("Read anew", "F5", "refresh"),
                command("Go to the tray", "Ctrl + 1", "tray")),
            form.placeSearch(),
            new JumpViewModel.Lately() {
              @Override
              public List<Place> places() {
                return shelf.opened();
              }

              @Override
              public List<OpenedDocuments.Opened> documents() {
                return opened;
              }
            },
            this,
            Messages.of(MainViewModel.class, Locale.UK));
  }

  @AfterEach
  void close() {
    jump.close();
    tasks.close();
    outbox.close();
  }

  @Override
  public void toPlace(Location location) {
    went.add("place " + ((Location.Container) location).id().value());
  }

  @Override
  public void toObject(ObjectId id) {
    went.add("object " + id.value());
  }

  @Override
  public void search(String words) {
    went.add("search " + words);
  }

  @Test
  void whatCannotBeDoneNowComesAfterWhatCanAndSaysWhy() {
    jump.typedProperty().set("go");
    List<Jump> commands =
        jump.jumps().stream().filter(offer -> offer.icon() == Feather.COMMAND).toList();
    assertEquals(List.of("Go to the tray", "Go back"), commands.stream().map(Jump::title).toList());
    assertEquals("Go to the tray, Ctrl + 1", commands.getFirst().spoken());
    assertEquals(
        "Go back, Alt + Left. There is no place before this one.", commands.getLast().spoken());
    jump.select(commands.getLast());
    jump.take(chosen -> chosen.go().run());
    assertEquals(List.of("told why"), went);
  }

  private Jump command(String title, String key, String told) {
    return new Jump(Feather.COMMAND, title, key, () -> went.add(told));
  }

  private List<String> titles() {
    return jump.jumps().stream().map(Jump::title).toList();
  }

  private void take() {
    jump.take(jump -> jump.go().run());
  }

  private void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "not within a minute");
      try {
        Runnable next = window.poll(20, TimeUnit.MILLISECONDS);
        if (next != null) {
          next.run();
        }
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }

  @Test
  void placesUsedLastAreThereBeforeALetterIsTyped() {
    assertEquals(List.of("Wartung 2026"), titles());
    assertEquals("Invoices", jump.jumps().getFirst().detail());
    take();
    assertEquals(List.of("place 100"), went);
  }

  @Test
  void whatWasOpenedLatelyComesBehindWhatWasFiledTo() {
    Place used = shelf.recent().getFirst();
    Place looked = new Place(Samples.container("7", Samples.YEAR).inside(), "Wasser", List.of());
    shelf.opened(looked);
    shelf.opened(used);
    opened.add(new OpenedDocuments.Opened(new ObjectId("d9"), "Toner, schwarz", "Invoice"));
    opened.add(new OpenedDocuments.Opened(new ObjectId("d8"), "Wasserschaden", "Letter"));
    jump.typedProperty().set("wa");
    assertEquals(List.of("Wartung 2026", "Wasser", "Wasserschaden"), titles().subList(0, 3));
    jump.typedProperty().set("");
    assertEquals(List.of("Wartung 2026", "Wasser", "Toner, schwarz", "Wasserschaden"), titles());
    assertEquals("Toner, schwarz, Invoice", jump.jumps().get(2).spoken());
    jump.step(2);
    take();
    assertEquals(List.of("object d9"), went);
  }

  @Test
  void placesThatWereOpenedAreKeptBoundedTheLastOneFirst() {
    for (int number = 0; number < 30; number++) {
      shelf.opened(
          new Place(
              Samples.container("o" + number, Samples.YEAR).inside(),
              "Place " + number,
              List.of("Invoices")));
    }
    shelf.opened(shelf.opened().get(3));
    shelf.toggleFavourite(shelf.opened().get(1));
    List<String> again = new PlaceShelf(notebook).opened().stream().map(Place::title).toList();
    assertEquals(19, again.size(), "twenty, and one of them is a favourite now");
    assertEquals(List.of("Place 26", "Place 28", "Place 27"), again.subList(0, 3));
  }

  @Test
  void documentsThatWereOpenedAreKeptOnceTheLastOneFirst() {
    OpenArchive archive =
        new OpenArchive(
            new StubServer(), Samples.SCHEMA, outbox, "test", tasks, window::add, Locale.UK);
    OpenedDocuments documents = new OpenedDocuments(archive, notebook);
    for (String id : List.of("1", "2", "1")) {
      documents.opened(document(id));
      until(() -> tasks.underWay().isEmpty() && window.isEmpty());
    }
    List<OpenedDocuments.Opened> again = new OpenedDocuments(archive, notebook).all();
    assertEquals(documents.all(), again);
    assertEquals(List.of("1", "2"), again.stream().map(one -> one.id().value()).toList());
    assertEquals("Untyped document 1", again.getFirst().title());
  }

  private static DmsObject.Document document(String id) {
    return new DmsObject.Document(
        new ObjectId(id),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Provenance.UNKNOWN);
  }

  @Test
  void aKnownPlaceIsTakenAtOnce() {
    jump.typedProperty().set("wart");
    take();
    assertEquals(List.of("place 100"), went);
  }

  @Test
  void aNumberOrALinkLeadsToItsObject() {
    jump.typedProperty().set("4711");
    assertEquals("Go to object 4711", titles().getFirst());
    take();
    jump.typedProperty()
        .set(ObjectLink.to(SERVER, new ObjectId("a-word")).orElseThrow().toString());
    take();
    assertEquals(List.of("object 4711", "object a-word"), went);
  }

  @Test
  void aLinkToAnotherServerIsNotGoneTo() {
    jump.typedProperty()
        .set(
            ObjectLink.to("https://other.example.org", new ObjectId("7")).orElseThrow().toString());
    assertTrue(titles().stream().noneMatch(title -> title.startsWith("Go to object")));
  }

  @Test
  void aCommandIsFoundByTheBeginningsOfItsWordsWithItsKey() {
    jump.typedProperty().set("go tr");
    assertEquals("Go to the tray", titles().getFirst());
    assertEquals("Ctrl + 1", jump.jumps().getFirst().detail());
    take();
    assertEquals(List.of("tray"), went);
  }

  @Test
  void aLastResortWaitsForThePlacesThatAreStillLookedFor() {
    jump.typedProperty().set("zzz");
    assertEquals(List.of("Search for “zzz”"), titles());
    take();
    assertEquals(List.of(), went, "a place may still come");
    until(() -> !went.isEmpty());
    assertEquals(List.of("place 105"), went, "it has come");
  }

  @Test
  void whatWasChosenStaysChosenWhenMoreComes() {
    jump.typedProperty().set("zzz");
    jump.step(0);
    until(() -> jump.jumps().size() == 2);
    assertEquals("Search for “zzz”", jump.selectedProperty().get().orElseThrow().title());
    take();
    assertEquals(List.of("search zzz"), went);
  }

  @Test
  void typingOnForgetsWhatWasToBeTaken() {
    jump.typedProperty().set("zzz");
    take();
    jump.typedProperty().set("wart");
    until(() -> tasks.underWay().isEmpty());
    assertEquals(List.of(), went);
  }
}
