package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.dms.DmsServer;
import org.kontor.dms.SourceFile;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.outbox.OutboxViewModel;
import org.kontor.ui.preview.PreviewViewModel;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/**
 * The window without its looks: holds the panes' view-models and carries between them what the
 * person selects. On the ui executor's thread only.
 */
final class MainViewModel implements AutoCloseable {

  /** Where the keys shall go next. */
  enum Wish {
    TYPE,
    FIRST_FIELD,
    LIST
  }

  /**
   * Something to be said that belongs to no field or row.
   *
   * @param failure whether something did not work
   * @param undoable whether {@link #undo} would take it back
   */
  record Notice(String sentence, boolean failure, boolean undoable) {}

  private final ServerSession session;
  private final Locale locale;
  private final Messages messages;
  private final Outbox outbox;
  private final KnownPlaces places;
  private final ArchiveTreeViewModel tree;
  private final TrayViewModel tray;
  private final ContentsViewModel contents;
  private final FormViewModel form;
  private final PreviewViewModel preview;
  private final PreviewFeed feed;
  private final OutboxViewModel sending;
  private final TakingUp taking;
  private final FilingDesk desk;
  private final TakeBack takeBack;
  private final ReadOnlyObjectWrapper<ServerState> serverState =
      new ReadOnlyObjectWrapper<>(ServerState.REACHED);
  private final ReadOnlyBooleanWrapper inTray = new ReadOnlyBooleanWrapper(true);
  private final List<Consumer<Wish>> wishes = new ArrayList<>();
  private final List<Consumer<Notice>> notices = new ArrayList<>();
  private boolean typingGoesOn;
  private boolean closed;

  MainViewModel(ServerSession session, WindowServices services) {
    this.session = session;
    locale = services.locale();
    messages = Messages.of(MainViewModel.class, locale);
    outbox = services.outbox();
    Executor ui = services.ui();
    places = new KnownPlaces(session.schema(), locale);
    DmsServer server =
        new WatchedServer(
            session.server(), state -> ui.execute(() -> reached(state)), places::remember);
    tree =
        new ArchiveTreeViewModel(
            server, session.schema(), outbox, session.key(), services.tasks(), ui, locale);
    tray =
        new TrayViewModel(
            server, session.schema(), outbox, session.key(), services.tasks(), ui, locale);
    contents =
        new ContentsViewModel(
            server, session.schema(), outbox, session.key(), services.tasks(), ui, locale);
    form =
        new FormViewModel(
            server, session.schema(), outbox, session.key(), services.tasks(), ui, locale);
    preview = new PreviewViewModel(server, services.tasks(), ui, locale);
    feed = new PreviewFeed(server, session.schema(), outbox, services.tasks(), preview, locale);
    sending =
        new OutboxViewModel(
            session.schema(), outbox, session.key(), places::nameOf, services.tasks(), locale);
    taking = new TakingUp(services.tasks(), ui, locale);
    desk = new FilingDesk(session, places, outbox, services.tasks(), taking, locale, new Counter());
    takeBack = new TakeBack(outbox, session.key(), services.tasks(), locale, this::tell);
    outbox.onSignInNeeded(
        key -> {
          if (key.equals(session.key())) {
            ui.execute(() -> reached(ServerState.SIGNED_OUT));
          }
        });
    connect();
  }

  private void connect() {
    tree.trayCount().bind(tray.count());
    tree.selected().addListener((_, _, place) -> wentTo(place));
    contents.onNavigate(place -> tree.select(place.location()));
    tray.selection().onChange(this::traySelected);
    tray.current().addListener((_, _, _) -> traySelected());
    contents.selection().onChange(this::contentsSelected);
    contents.current().addListener((_, _, _) -> contentsSelected());
    form.onFiled(this::filed);
    tray.refresh();
    wentTo(tree.selected().get());
  }

  // What is shown

  ArchiveTreeViewModel tree() {
    return tree;
  }

  TrayViewModel tray() {
    return tray;
  }

  ContentsViewModel contents() {
    return contents;
  }

  FormViewModel form() {
    return form;
  }

  PreviewViewModel preview() {
    return preview;
  }

  OutboxViewModel sending() {
    return sending;
  }

  TakingUp taking() {
    return taking;
  }

  DropZone desk() {
    return desk;
  }

  String userName() {
    return session.account().fullName();
  }

  String serverName() {
    return session.name();
  }

  String accent() {
    return session.accent();
  }

  String address() {
    return session.address();
  }

  String user() {
    return session.account().name();
  }

  /** Whether the tray is shown, not a container. */
  ReadOnlyBooleanProperty inTrayProperty() {
    return inTray.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ServerState> serverStateProperty() {
    return serverState.getReadOnlyProperty();
  }

  void onWish(Consumer<Wish> listener) {
    wishes.add(listener);
  }

  /** What is to be said from now on, and what had to be said already. */
  void onNotice(Consumer<Notice> listener) {
    notices.add(listener);
    outbox
        .damagedJournal()
        .ifPresent(
            kept ->
                listener.accept(
                    new Notice(
                        messages.get("journalDamaged", String.valueOf(kept.getFileName())),
                        true,
                        false)));
  }

  // What can be done

  /** Reads what is shown anew. */
  void refresh() {
    tree.refresh();
    tray.refresh();
    contents.refresh();
    preview.reload();
  }

  /** Somebody has signed in: what waited goes on. */
  void signedInAgain() {
    serverState.set(ServerState.REACHED);
    outbox.resume(session.key());
    refresh();
  }

  void goToTray() {
    tree.select(Location.TRAY);
  }

  /** Selects the next entry of the list that is shown. */
  void next() {
    if (inTray.get()) {
      tray.selectNext();
    } else {
      contents.selectNext();
    }
  }

  /** Selects the entry before in the list that is shown. */
  void previous() {
    if (inTray.get()) {
      tray.selectPrevious();
    } else {
      contents.selectPrevious();
    }
  }

  /** Files, saves or answers: whatever the form is for. */
  void submit() {
    form.submit();
  }

  /** Takes back what was done last, or says why it cannot be. */
  void undo() {
    takeBack.last();
  }

  /** Takes up files into the place that is shown; into the tray where that takes none. */
  void upload(List<Path> paths) {
    Location shown = tree.selected().get().location();
    Location target = shown instanceof Location.Top ? Location.TRAY : shown;
    desk.drop(new Dragged.Files(paths), target, false);
  }

  @Override
  public void close() {
    closed = true;
    tree.close();
    tray.close();
    contents.close();
    preview.close();
    sending.close();
  }

  // What is carried from pane to pane

  private void wentTo(Place place) {
    boolean toTray = place.location() instanceof Location.Tray;
    inTray.set(toTray);
    if (toTray) {
      traySelected();
    } else {
      contents.show(place);
      contentsSelected();
    }
  }

  private void traySelected() {
    if (!inTray.get()) {
      return;
    }
    int count = tray.selection().count();
    if (count > 1) {
      feed.several(count);
    } else {
      tray.current().get().ifPresentOrElse(feed::trayRow, feed::nothing);
      int following = tray.selection().lead() + 1;
      if (following > 0 && following < tray.rows().size()) {
        feed.ahead(tray.rows().get(following));
      }
    }
    List<DmsObject.Document> documents = tray.selectedDocuments();
    form.showTray(documents);
    if (typingGoesOn && form.modeProperty().get() == FormMode.TRAY) {
      typingGoesOn = false;
      wish(
          documents.stream().anyMatch(DmsObject.Document::isTypeless)
              ? Wish.TYPE
              : Wish.FIRST_FIELD);
    }
  }

  private void contentsSelected() {
    if (inTray.get()) {
      return;
    }
    int count = contents.selection().count();
    Optional<DmsObject> current = contents.current().get();
    if (count == 1 && current.orElse(null) instanceof DmsObject.Document document) {
      feed.document(document);
      if (tree.selected().get().location() instanceof Location.Container container) {
        form.showDocument(document, container);
      }
    } else {
      form.clear();
      if (count > 1) {
        feed.several(count);
      } else {
        feed.nothing();
      }
    }
  }

  /** Goes on with the next one, so that the person can type its type at once. */
  private void filed(List<ObjectId> documents) {
    boolean wasLast = tray.count().get() <= documents.size();
    typingGoesOn = !wasLast;
    if (wasLast) {
      wish(Wish.LIST);
    } else if (documents.size() == 1 && tray.selection().count() == 1) {
      tray.selectNext();
    }
  }

  private void reached(ServerState state) {
    // Only a sign-in ends the prompt: another read that got through does not mean all would.
    if (!closed && serverState.get() != ServerState.SIGNED_OUT) {
      serverState.set(state);
    }
  }

  private void wish(Wish wish) {
    wishes.forEach(listener -> listener.accept(wish));
  }

  private void tell(String sentence, boolean failure) {
    tell(new Notice(sentence, failure, false));
  }

  private void tell(Notice notice) {
    notices.forEach(listener -> listener.accept(notice));
  }

  private Place placeOf(Location.Container container) {
    List<String> path =
        session.schema().cabinetOf(container.type()).map(Cabinet::name).stream()
            .map(name -> name.in(locale))
            .toList();
    return new Place(container, places.nameOf(container), path);
  }

  private final class Counter implements FilingDesk.Counter {
    @Override
    public void askTypeOfFiles(
        List<SourceFile> files, Location.Container to, List<ObjectType> types) {
      form.showNewDocuments(to, typed -> desk.insert(files, to, typed));
      wish(Wish.TYPE);
    }

    @Override
    public void askTypeOfTray(List<DmsObject.Document> documents, Location.Container to) {
      form.showTray(documents);
      form.proposePlace(placeOf(to));
      wish(Wish.TYPE);
    }

    @Override
    public void accepted(String sentence, boolean undoable) {
      tell(new Notice(sentence, false, undoable));
    }

    @Override
    public void failed(String sentence) {
      tell(sentence, true);
    }
  }
}
