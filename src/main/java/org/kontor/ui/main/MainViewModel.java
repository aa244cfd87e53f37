package org.kontor.ui.main;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.kontor.dms.DmsServer;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WaitingFiles;
import org.kontor.model.Location;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.form.Making;
import org.kontor.ui.form.MoveSheetViewModel;
import org.kontor.ui.form.TypeHabits;
import org.kontor.ui.form.TypeShortCutsViewModel;
import org.kontor.ui.form.TypedFields;
import org.kontor.ui.outbox.OutboxViewModel;
import org.kontor.ui.preview.PreviewViewModel;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/**
 * The window without its looks: holds the panes' view-models and what can be done in all of them.
 * On the ui executor's thread only.
 */
final class MainViewModel implements AutoCloseable {
  /** Where the keys shall go next. */
  enum Wish {
    TYPE,
    FIRST_FIELD,
    LIST,
    SECOND_PLACE
  }

  private final ServerSession session;
  private final ServerLabel label;
  private final WindowServices services;
  private final Locale locale;
  private final Messages messages;
  private final Outbox outbox;
  private final KnownPlaces places;
  private final ArchiveTreeViewModel tree;
  private final TrayViewModel tray;
  private final KnownFacts facts;
  private final ContentsViewModel contents;
  private final Finding finding;
  private final FormViewModel form;
  private final PreviewViewModel preview;
  private final Selections selections;
  private final OutboxViewModel sending;
  private final TakingUp taking;
  private final DuplicateQuestions duplicates;
  private final TakingUp saving;
  private final SecondPlaceDesk second;
  private final Optional<LocalTrayDesk> localTray;
  private final FilingDesk desk;
  private final TakeBack takeBack;
  private final PlaceShelf shelf;
  private final TypeHabits habits;
  private final FilingMeter meter;
  private final Navigation navigation;
  private final DocumentDesk documents;
  private final Connection connection;
  private final NewObjects newObjects;
  private final Shown shown;
  private final List<Consumer<Wish>> wishes = new ArrayList<>();
  private final Notices notices = new Notices();
  private final JournalNotice journalNotice;
  private final DeskQuestions questions;

  MainViewModel(ServerSession session, WindowServices services) {
    this.session = session;
    label = new ServerLabel(session, services.settings().settingsProperty());
    locale = services.locale();
    messages = Messages.of(MainViewModel.class, locale);
    outbox = services.outbox();
    Executor ui = services.ui();
    places = new KnownPlaces(session.schema(), locale);
    connection = new Connection(outbox, session.key(), ui);
    DmsServer server = new WatchedServer(session.server(), connection::tell, places::remember);
    shelf = new PlaceShelf(services.onServer());
    habits = new TypeHabits(session.schema(), services.onServer());
    meter =
        new FilingMeter(
            outbox, session.key(), services.onServer(), ui, Clock.system(ZoneId.systemDefault()));
    tree =
        new ArchiveTreeViewModel(
            server, session.schema(), outbox, session.key(), services.tasks(), ui, locale);
    tree.showShelf(shelf);
    navigation = new Navigation(tree, shelf);
    tray =
        new TrayViewModel(
            server,
            session.schema(),
            outbox,
            session.key(),
            services.tasks(),
            ui,
            locale,
            services.onServer());
    OpenArchive archive =
        new OpenArchive(
            server, session.schema(), outbox, session.key(), services.tasks(), ui, locale);
    facts = new KnownFacts(archive);
    contents = new ContentsViewModel(archive, facts);
    form =
        new FormViewModel(
            server,
            session.schema(),
            outbox,
            session.key(),
            services.tasks(),
            ui,
            locale,
            shelf,
            habits,
            services.onServer());
    preview =
        new PreviewViewModel(
            server,
            services.tasks(),
            ui,
            locale,
            () -> services.settings().amounts().previewBytes());
    PreviewFeed feed =
        new PreviewFeed(server, session.schema(), outbox, services.tasks(), preview, locale);
    finding =
        new Finding(
            session,
            services,
            archive,
            tree,
            tray,
            contents,
            facts,
            () -> shown().selectedObjects(),
            this::endSearch,
            notices::say);
    selections = new Selections(tree, tray, contents, finding.search(), form, feed, this::wish);
    shown = new Shown(selections, tray, contents, finding.search());
    sending =
        new OutboxViewModel(
            session.schema(), outbox, session.key(), places::nameOf, services.tasks(), locale);
    taking = new TakingUp(services.tasks(), ui, locale, "desk");
    saving = new TakingUp(services.tasks(), ui, locale, "save");
    duplicates =
        new DuplicateQuestions(
            session, outbox, services.tasks(), places::nameOf, locale, notices::failed);
    newObjects =
        new NewObjects(
            session.schema(),
            () -> tree.selected().get().location(),
            form,
            this::make,
            notices,
            this::wish,
            messages);
    questions = new DeskQuestions(form, places, newObjects, this::insert, notices, this::wish);
    second =
        new SecondPlaceDesk(
            session.server(),
            session.schema(),
            new SecondPlaces(
                session.schema(), session.server().capabilities(), services.onServer()),
            places,
            services.tasks(),
            messages,
            questions::askSecondPlace);
    localTray = session.server().waiting().map(files -> localTray(files, services));
    localTray.ifPresent(form::leaveBy);
    desk =
        new FilingDesk(
            session,
            places,
            outbox,
            services.tasks(),
            taking,
            duplicates,
            second,
            localTray.map(out -> out),
            locale,
            questions);
    documents =
        new DocumentDesk(
            archive,
            facts,
            new Lists(tree, tray, contents),
            services.local(),
            finding,
            saving,
            notices);
    takeBack =
        new TakeBack(
            outbox, session.key(), services.tasks(), services.onServer(), locale, notices::say);
    this.services = services;
    journalNotice = new JournalNotice(outbox, messages);
    selections.connect();
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

  Finding finding() {
    return finding;
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

  /** Files that are being saved on this computer. */
  TakingUp saving() {
    return saving;
  }

  TakingUp taking() {
    return taking;
  }

  Navigation navigation() {
    return navigation;
  }

  /** For a sheet that asks where what is selected shall go; empty when that is nothing. */
  Optional<MoveSheetViewModel> moveSheet(MoveSheetViewModel.Purpose purpose) {
    return shown.carried().map(what -> form.moveSheet(what, desk, purpose));
  }

  /** Whether documents lie at a place in each of two cabinets. */
  boolean needsSecondPlace() {
    return second.isNeeded();
  }

  /** Where new documents of the place that is shown shall lie in the other cabinet from now on. */
  void changeSecondPlace() {
    Location place = tree.selected().get().location();
    boolean asked =
        place instanceof Location.Container container
            && second.change(
                container,
                other ->
                    notices.done(
                        messages.get(
                            "second.remembered", places.nameOf(container), places.nameOf(other)),
                        false));
    if (!asked) {
      notices.failed(messages.get("second.notHere"));
    }
  }

  /** For a sheet that asks for the second place of what was dropped last. */
  Optional<MoveSheetViewModel> secondPlaceSheet() {
    return questions.secondPlaceSheet();
  }

  DocumentDesk documents() {
    return documents;
  }

  FilingMeter meter() {
    return meter;
  }

  /** For a sheet in which the letters that stand for types are changed. */
  TypeShortCutsViewModel shortCuts() {
    return new TypeShortCutsViewModel(session.schema(), habits, locale);
  }

  DropZone desk() {
    return desk;
  }

  /** The server that is worked with. */
  ServerLabel label() {
    return label;
  }

  ServerSession session() {
    return session;
  }

  /** What is shown and selected. */
  Selections selections() {
    return selections;
  }

  Notices notices() {
    return notices;
  }

  /** Files whose content is somewhere already, waiting for an answer. */
  DuplicateQuestions duplicates() {
    return duplicates;
  }

  JournalNotice journalNotice() {
    return journalNotice;
  }

  /** Whether the tray is shown, not a container. */
  ReadOnlyBooleanProperty inTrayProperty() {
    return selections.inTrayProperty();
  }

  /** Whether what was found is shown, instead of a place. */
  ReadOnlyBooleanProperty inSearchProperty() {
    return selections.inSearchProperty();
  }

  ReadOnlyObjectProperty<ServerState> serverStateProperty() {
    return connection.stateProperty();
  }

  /** The list that is shown. */
  Shown shown() {
    return shown;
  }

  /** What can be made here. */
  NewObjects newObjects() {
    return newObjects;
  }

  /** Told a question that only the person can answer. */
  void onQuestion(Consumer<DropQuestion> listener) {
    questions.listen(listener);
  }

  void onWish(Consumer<Wish> listener) {
    wishes.add(listener);
  }

  // What can be done

  /** Reads what is shown anew. */
  void refresh() {
    if (inSearchProperty().get()) {
      finding.search().refresh();
    }
    tree.refresh();
    tray.refresh();
    contents.refresh();
    facts.refresh();
    preview.reload();
  }

  /** Somebody has signed in: what waited goes on. */
  void signedInAgain() {
    connection.signedIn();
    refresh();
  }

  private void endSearch() {
    selections.endSearch();
  }

  private void insert(List<SourceFile> files, Location.Container to, TypedFields typed) {
    desk.insert(files, to, typed);
  }

  private void make(Making making, TypedFields typed) {
    desk.make(making, typed);
  }

  /** Takes back what was done last, or says why it cannot be. */
  void undo() {
    takeBack.last();
  }

  /** Does once more what was taken back last. */
  void redo() {
    takeBack.again();
  }

  /** For a sheet that lists what was done; to be closed with it. */
  ActionsViewModel actions() {
    return takeBack.list(services.ui(), sending::inWords);
  }

  /** Takes up files into the place that is shown; into the tray where that takes none. */
  void upload(List<Path> paths) {
    Location shown = tree.selected().get().location();
    Location target = shown instanceof Location.Top ? Location.TRAY : shown;
    desk.drop(new Dragged.Files(paths), target, false);
  }

  @Override
  public void close() {
    label.close();
    connection.close();
    tree.close();
    tray.close();
    contents.close();
    facts.close();
    finding.close();
    form.close();
    preview.close();
    sending.close();
    duplicates.close();
    localTray.ifPresent(LocalTrayDesk::close);
    documents.close();
    meter.close();
  }

  private LocalTrayDesk localTray(WaitingFiles files, WindowServices services) {
    return new LocalTrayDesk(
        new Departures(outbox, session.key(), session.server(), files),
        session,
        second,
        places,
        outbox,
        services.tasks(),
        services.ui(),
        locale,
        notices,
        tray::refresh);
  }

  private void wish(Wish wish) {
    wishes.forEach(listener -> listener.accept(wish));
  }
}
