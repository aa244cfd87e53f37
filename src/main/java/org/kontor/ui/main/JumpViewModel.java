package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.ObjectLink;
import org.kontor.ui.common.Place;
import org.kontor.ui.form.PlaceSearch;
import org.kordamp.ikonli.feather.Feather;

/**
 * Going to or searching anything by a few letters: a place, the number of an object, a command, or
 * words in documents. On the window's thread only.
 */
final class JumpViewModel implements AutoCloseable {
  private static final int MOST_PLACES = 8;
  private static final int MOST_COMMANDS = 6;
  private static final int MOST_OPENED = 4;

  /** Where the window can be led. */
  interface Ways {
    void toPlace(Location location);

    void toObject(ObjectId id);

    void search(String words);
  }

  /** What was looked at lately, the last one first. */
  interface Lately {
    List<Place> places();

    List<OpenedDocuments.Opened> documents();
  }

  private final String server;
  private final List<Jump> commands;
  private final PlaceSearch places;
  private final Lately lately;
  private final Ways ways;
  private final Messages messages;
  private final Locale locale;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Jump> jumps = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Jump>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean moved;
  private Optional<Consumer<Jump>> whenFound = Optional.empty();

  /**
   * @param server address of the window's server
   * @param commands of the window, also those that cannot be carried out now
   */
  JumpViewModel(
      String server,
      List<Jump> commands,
      PlaceSearch places,
      Lately lately,
      Ways ways,
      Messages messages) {
    this.server = server;
    this.commands = List.copyOf(commands);
    this.places = places;
    this.lately = lately;
    this.ways = ways;
    this.messages = messages;
    locale = messages.locale();
    places.onChange(this::arrange);
    places.searchingProperty().addListener((_, _, searching) -> searched(searching));
    typed.addListener(
        (_, _, now) -> {
          moved = false;
          whenFound = Optional.empty();
          places.search(now);
          arrange();
        });
    places.search("");
    arrange();
  }

  // --- out ---

  StringProperty typedProperty() {
    return typed;
  }

  /** What is offered, best first. */
  ObservableList<Jump> jumps() {
    return jumps;
  }

  ReadOnlyObjectProperty<Optional<Jump>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  // --- in ---

  /** Selects the offer so many below. */
  void step(int by) {
    int now = selected.get().map(jumps::indexOf).orElse(-1);
    if (!jumps.isEmpty()) {
      moved = true;
      selected.set(Optional.of(jumps.get(Math.clamp(now + (long) by, 0, jumps.size() - 1))));
    }
  }

  void select(Jump jump) {
    moved = true;
    selected.set(Optional.of(jump));
  }

  /**
   * Takes what is selected. While places are still being looked for, what is only a last resort
   * waits for them.
   *
   * @param then told what to do; never, when something else is typed before
   */
  void take(Consumer<Jump> then) {
    boolean waits =
        !moved
            && places.searchingProperty().get()
            && selected.get().filter(jump -> !jump.isLastResort()).isEmpty();
    if (waits) {
      whenFound = Optional.of(then);
    } else {
      selected.get().ifPresent(then);
    }
  }

  @Override
  public void close() {
    whenFound = Optional.empty();
    places.stop();
  }

  private void searched(boolean searching) {
    if (!searching) {
      arrange();
    }
  }

  private void arrange() {
    String letters = typed.get().strip();
    List<Jump> now = new ArrayList<>();
    List<Place> found = places.places().stream().limit(MOST_PLACES).toList();
    boolean named =
        found.stream()
            .anyMatch(
                place -> place.title().toLowerCase(locale).startsWith(letters.toLowerCase(locale)));
    object(letters).filter(_ -> !named).ifPresent(now::add);
    found.stream().map(this::place).forEach(now::add);
    object(letters).filter(_ -> named).ifPresent(now::add);
    opened(letters, found).forEach(now::add);
    commands(letters).limit(MOST_COMMANDS).forEach(now::add);
    if (!letters.isEmpty()) {
      now.add(
          new Jump(
              Feather.SEARCH,
              messages.get("jump.words", letters),
              "",
              Optional.empty(),
              true,
              () -> ways.search(letters)));
    }
    Optional<Jump> before = selected.get();
    jumps.setAll(now);
    Optional<Jump> same =
        moved ? before.flatMap(jump -> Jump.in(now, jump.key())) : Optional.empty();
    selected.set(same.or(() -> now.stream().findFirst()));
    settle();
  }

  /** Places that were waited for are there, or there are none. */
  private void settle() {
    Optional<Consumer<Jump>> waiting = whenFound;
    boolean found = selected.get().filter(jump -> !jump.isLastResort()).isPresent();
    if (waiting.isPresent() && (found || !places.searchingProperty().get())) {
      whenFound = Optional.empty();
      selected.get().ifPresent(waiting.get());
    }
  }

  private Optional<Jump> object(String letters) {
    Optional<ObjectLink> link = ObjectLink.parse(letters);
    return link.filter(of -> of.isOf(server))
        .map(ObjectLink::id)
        .or(() -> link.isPresent() ? Optional.empty() : number(letters))
        .map(
            id ->
                new Jump(
                    Feather.HASH,
                    messages.get("jump.object", id.value()),
                    "",
                    () -> ways.toObject(id)));
  }

  /** Ids may be any word, but one that is typed from memory has figures in it. */
  private static Optional<ObjectId> number(String letters) {
    return ObjectLink.id(letters).filter(id -> id.value().chars().anyMatch(Character::isDigit));
  }

  private Jump place(Place place) {
    return new Jump(
        places.isFavourite(place) ? Feather.STAR : Feather.FOLDER,
        place.title(),
        String.join(" › ", place.path()),
        () -> ways.toPlace(place.location()));
  }

  /** Places that are not offered yet, and documents. */
  private Stream<Jump> opened(String letters, List<Place> offered) {
    Stream<Jump> looked =
        lately.places().stream()
            .filter(
                place -> offered.stream().noneMatch(at -> at.location().equals(place.location())))
            .filter(place -> isMeant(place.title(), letters))
            .limit(MOST_OPENED)
            .map(this::place);
    Stream<Jump> documents =
        lately.documents().stream()
            .filter(document -> isMeant(document.title(), letters))
            .limit(MOST_OPENED)
            .map(
                document ->
                    new Jump(
                        Feather.FILE_TEXT,
                        document.title(),
                        document.type(),
                        () -> ways.toObject(document.id())));
    return Stream.concat(looked, documents);
  }

  /** What can be done now comes first. */
  private Stream<Jump> commands(String letters) {
    return letters.isEmpty()
        ? Stream.empty()
        : commands.stream()
            .filter(command -> isMeant(command.title(), letters))
            .sorted(Comparator.comparing(command -> command.obstacle().isPresent()));
  }

  /** Whether each word typed begins one of the title. */
  private boolean isMeant(String title, String letters) {
    String text = " " + title.toLowerCase(locale);
    return Stream.of(letters.toLowerCase(locale).split("\\s+"))
        .allMatch(word -> text.contains(" " + word));
  }
}
