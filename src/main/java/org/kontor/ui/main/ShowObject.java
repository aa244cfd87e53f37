package org.kontor.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Guide;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/** Goes to where an object lies, and selects it there. On the window's thread only. */
final class ShowObject implements Guide {
  private final DmsServer server;
  private final ArchiveTreeViewModel tree;
  private final TrayViewModel tray;
  private final ContentsViewModel contents;
  private final BackgroundTasks tasks;
  private final OpenedDocuments opened;
  private final Runnable endSearch;
  private final BiConsumer<String, Boolean> say;
  private final Messages messages;
  private final Sentences failures;
  private @Nullable BackgroundTask looking;
  private long wishes;

  /** An object and where it lies; nowhere for one that this person may see in no place. */
  private record Found(DmsObject object, List<Location> places) {}

  /**
   * @param opened remembers what was gone to
   * @param endSearch shows the place in the tree again
   * @param say told a sentence, and whether it is about something that did not work
   */
  ShowObject(
      DmsServer server,
      ArchiveTreeViewModel tree,
      TrayViewModel tray,
      ContentsViewModel contents,
      BackgroundTasks tasks,
      Locale locale,
      OpenedDocuments opened,
      Runnable endSearch,
      BiConsumer<String, Boolean> say) {
    this.server = server;
    this.tree = tree;
    this.tray = tray;
    this.contents = contents;
    this.tasks = tasks;
    this.opened = opened;
    this.endSearch = endSearch;
    this.say = say;
    messages = Messages.of(ShowObject.class, locale);
    failures = new Sentences(locale);
  }

  /** Only the last one wished for is shown. */
  @Override
  public void show(ObjectId id) {
    if (looking != null) {
      looking.cancel();
    }
    long mine = ++wishes;
    looking =
        tasks.start(
            messages.get("show.task"),
            (_, _) -> {
              DmsObject object = server.object(id);
              return new Found(
                  object, object.kind() == Kind.FOLDER ? List.of() : server.locations(id));
            },
            outcome -> {
              if (mine == wishes) {
                looking = null;
                arrived(outcome);
              }
            });
  }

  @Override
  public void showAt(Location.Container place, ObjectId document) {
    if (looking != null) {
      looking.cancel();
    }
    wishes++;
    go(place);
    contents.selectWhenRead(place, document);
  }

  private void arrived(Outcome<Found> outcome) {
    switch (outcome) {
      case Outcome.Done<Found>(Found(DmsObject.Container container, _)) -> go(container.inside());
      case Outcome.Done<Found>(Found(DmsObject.Document document, List<Location> places)) ->
          document(document, places);
      case Outcome.Failed<Found>(Exception cause) -> say.accept(failures.of(cause).text(), true);
      case Outcome.Cancelled<Found> _ -> {}
    }
  }

  private void document(DmsObject.Document document, List<Location> places) {
    for (Location place : places) {
      if (place instanceof Location.Container inside) {
        go(inside);
        contents.selectWhenRead(inside, document.id());
        opened.opened(document);
        return;
      }
    }
    go(Location.TRAY);
    for (int row = 0; row < tray.rows().size(); row++) {
      boolean same =
          tray.rows().get(row).document().filter(at -> at.id().equals(document.id())).isPresent();
      if (same) {
        tray.selection().only(row);
      }
    }
  }

  private void go(Location location) {
    tree.select(location);
    if (tree.selected().get().location().equals(location)) {
      endSearch.run();
    }
  }
}
