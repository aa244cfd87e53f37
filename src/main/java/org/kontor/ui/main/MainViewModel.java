package org.kontor.ui.main;

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
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.form.MoveSheetViewModel;
import org.kontor.ui.form.TypeHabits;
import org.kontor.ui.form.TypeShortCutsViewModel;
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
    /** To the list, with what is selected there, unless they are elsewhere than in the form. */
    OUT_OF_FORM,
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
  private final PreviewFeed feed;
  private final ShownContainer container;
  private final Selections selections;
  private final OutboxViewModel sending;
  private final TakingUp saving;
  private final Reception reception;
  private final TakeBack takeBack;
  private final PlaceShelf shelf;
  private final TypeHabits habits;
  private final FilingMeter meter;
  private final Navigation navigation;
  private final DocumentDesk documents;
  private final Connection connection;
  private final Shown shown;
  private final List<Consumer<Wish>> wishes = new ArrayList<>();
  private final Notices notices = new Notices();
  private final JournalNotice journalNotice;
  private final Obstacles obstacles;

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
    feed =
        new PreviewFeed(
            server, session.schema(), outbox, session.key(), services.tasks(), ui, preview, locale);
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
    container = new ShownContainer(archive);
    selections =
        new Selections(tree, tray, contents, finding.search(), form, feed, container, this::wish);
    shown = new Shown(selections, tray, contents, finding.search());
    sending =
        new OutboxViewModel(
            session.schema(), outbox, session.key(), places::nameOf, services.tasks(), locale);
    saving = new TakingUp(services.tasks(), ui, locale, "save");
    reception = new Reception(session, services, places, tree, tray, form, notices, this::wish);
    Lists lists = new Lists(tree, tray, contents, finding.search(), selections.inSearchProperty());
    documents = new DocumentDesk(archive, facts, lists, services.local(), finding, saving, notices);
    takeBack =
        new TakeBack(
            outbox,
            session.key(),
            new OwnChanges(server),
            services.tasks(),
            services.onServer(),
            locale,
            notices::say);
    sending.commands().onTakeBack(takeBack::batch);
    this.services = services;
    journalNotice = new JournalNotice(outbox, messages);
    obstacles =
        new Obstacles(
            archive,
            new SelectionObstacles(lists, facts, messages),
            selections,
            form,
            habits,
            navigation,
            reception,
            preview.finder());
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

  Navigation navigation() {
    return navigation;
  }

  /** For a sheet that asks where what is selected shall go; empty when that is nothing. */
  Optional<MoveSheetViewModel> moveSheet(MoveSheetViewModel.Purpose purpose) {
    return shown.carried().map(what -> form.moveSheet(what, reception.desk(), purpose));
  }

  Reception reception() {
    return reception;
  }

  /** Why something cannot be done now. */
  Obstacles obstacles() {
    return obstacles;
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

  TakeBack takeBack() {
    return takeBack;
  }

  /** For a sheet that lists what was done; to be closed with it. */
  ActionsViewModel actions() {
    return takeBack.list(services.ui(), sending::inWords);
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
    container.close();
    form.close();
    feed.close();
    preview.close();
    sending.close();
    reception.close();
    documents.close();
    meter.close();
  }

  private void wish(Wish wish) {
    wishes.forEach(listener -> listener.accept(wish));
  }
}
