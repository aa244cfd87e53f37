package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.dms.WaitingFiles;
import org.kontor.model.Location;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Messages;
import org.kontor.ui.form.FormViewModel;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/**
 * Where things come in and are given a place: what is dropped, pasted, uploaded or made anew, and
 * the questions about it. On the window's thread only.
 */
final class Reception implements AutoCloseable {
  private final ArchiveTreeViewModel tree;
  private final KnownPlaces places;
  private final Notices notices;
  private final Messages messages;
  private final TakingUp taking;
  private final TakingUp settling;
  private final DuplicateQuestions duplicates;
  private final NewObjects newObjects;
  private final DeskQuestions questions;
  private final SecondPlaceDesk second;
  private final Optional<LocalTrayDesk> localTray;
  private final FilingDesk desk;

  /**
   * @param wish told where the keys shall go
   */
  Reception(
      ServerSession session,
      WindowServices services,
      KnownPlaces places,
      ArchiveTreeViewModel tree,
      TrayViewModel tray,
      FormViewModel form,
      Notices notices,
      Consumer<MainViewModel.Wish> wish) {
    this.tree = tree;
    this.places = places;
    this.notices = notices;
    Locale locale = services.locale();
    Outbox outbox = services.outbox();
    messages = Messages.of(Reception.class, locale);
    taking = new TakingUp(services.tasks(), services.ui(), locale, "desk");
    settling = new TakingUp(services.tasks(), services.ui(), locale, "whereabouts");
    duplicates =
        new DuplicateQuestions(
            session, outbox, services.tasks(), places::nameOf, locale, notices::failed);
    newObjects =
        new NewObjects(
            session.schema(),
            () -> desk().allowances(),
            () -> tree.selected().get().location(),
            form,
            (making, typed) -> desk().make(making, typed),
            notices,
            wish,
            messages);
    questions =
        new DeskQuestions(
            form,
            places,
            newObjects,
            (files, to, typed) -> desk().arrivals().insert(files, to, typed),
            notices,
            wish);
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
    localTray = session.server().waiting().map(files -> localTray(files, session, services, tray));
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
            new Whereabouts(session.server(), session.schema(), settling),
            localTray.map(out -> out),
            locale,
            questions);
  }

  private LocalTrayDesk localTray(
      WaitingFiles files, ServerSession session, WindowServices services, TrayViewModel tray) {
    return new LocalTrayDesk(
        new Departures(services.outbox(), session.key(), session.server(), files),
        session,
        second,
        places,
        services.outbox(),
        services.tasks(),
        services.ui(),
        services.locale(),
        notices,
        tray::refresh);
  }

  FilingDesk desk() {
    return desk;
  }

  /** Files that are being taken up. */
  TakingUp taking() {
    return taking;
  }

  /** Hits of which it is being found out where they lie. */
  TakingUp settling() {
    return settling;
  }

  /** Files whose content is somewhere already, waiting for an answer. */
  DuplicateQuestions duplicates() {
    return duplicates;
  }

  /** What can be made here. */
  NewObjects newObjects() {
    return newObjects;
  }

  /** What only the person can answer. */
  DeskQuestions questions() {
    return questions;
  }

  /** Whether documents lie at a place in each of two cabinets. */
  boolean needsSecondPlace() {
    return second.isNeeded();
  }

  /** Where new documents of the place that is shown shall lie in the other cabinet from now on. */
  void changeSecondPlace() {
    boolean asked =
        tree.selected().get().location() instanceof Location.Container container
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

  /** Takes up files into the place that is shown; into the tray where that takes none. */
  void upload(List<Path> paths) {
    Location shown = tree.selected().get().location();
    Location target = shown instanceof Location.Top ? Location.TRAY : shown;
    desk.drop(new Dragged.Files(paths), target, false);
  }

  @Override
  public void close() {
    duplicates.close();
    localTray.ifPresent(LocalTrayDesk::close);
  }
}
