package org.kontor.ui.main;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Guide;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.ObjectLink;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.contents.ContentsViewModel;
import org.kontor.ui.form.TypedValues;
import org.kontor.ui.search.SearchViewModel;
import org.kontor.ui.tray.TrayViewModel;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/**
 * Ways to an object from anywhere: the search, an id, a link; and links to give away. On the
 * window's thread only.
 */
final class Finding implements AutoCloseable {
  private static final int TYPING_PAUSE_MILLIS = 250;

  private final ServerSession session;
  private final WindowServices services;
  private final SearchViewModel search;
  private final OpenedDocuments opened;
  private final ShowObject showing;
  private final Supplier<List<? extends DmsObject>> selected;

  /**
   * @param selected what is selected in the list that is shown
   * @param endSearch shows the place in the tree again
   * @param say told a sentence, and whether it is about something that did not work
   */
  Finding(
      ServerSession session,
      WindowServices services,
      OpenArchive archive,
      ArchiveTreeViewModel tree,
      TrayViewModel tray,
      ContentsViewModel contents,
      KnownFacts facts,
      Supplier<List<? extends DmsObject>> selected,
      Runnable endSearch,
      BiConsumer<String, Boolean> say) {
    this.session = session;
    this.services = services;
    this.selected = selected;
    Marks marks = new Marks(services.locale());
    search =
        new SearchViewModel(
            archive,
            CompletableFuture.delayedExecutor(
                TYPING_PAUSE_MILLIS, TimeUnit.MILLISECONDS, services.ui()),
            new TypedValues(services.locale())::read,
            services.onServer(),
            object -> marks.of(facts.about(object)));
    facts.onChange(search::marksKnown);
    opened = new OpenedDocuments(archive, services.onServer());
    showing =
        new ShowObject(
            archive.server(),
            tree,
            tray,
            contents,
            services.tasks(),
            services.locale(),
            opened,
            endSearch,
            say);
    search.onOpen(object -> show(object.id()));
  }

  SearchViewModel search() {
    return search;
  }

  /** Goes to where an object lies, and selects it there. */
  void show(ObjectId id) {
    showing.show(id);
  }

  /** The documents that were opened lately. */
  OpenedDocuments opened() {
    return opened;
  }

  Guide guide() {
    return showing;
  }

  /** For a sheet that asks which object to go to. */
  GoToViewModel goTo() {
    return new GoToViewModel(session.address(), services.locale(), this::show);
  }

  /** Links to what is selected. */
  List<String> links() {
    return selected.get().stream()
        .flatMap(object -> ObjectLink.to(session.address(), object.id()).stream())
        .map(ObjectLink::toString)
        .toList();
  }

  /** The ids of what is selected. */
  List<String> ids() {
    return selected.get().stream().map(object -> object.id().value()).toList();
  }

  @Override
  public void close() {
    search.close();
  }
}
