package org.kontor.ui.contents;

import java.util.List;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Place;

/** Makes the listings of a place, read page by page. */
final class ContentsReader {

  /** Told that rows of a listing are others now. */
  @FunctionalInterface
  interface Listener {
    void changed(LazyPages<Item> pages, int from, int to);
  }

  /** One of the server's listings. */
  @FunctionalInterface
  private interface Call {
    Page<? extends DmsObject> read(PageRequest request) throws DmsException, InterruptedException;
  }

  private final DmsServer server;
  private final Outbox outbox;
  private final String serverKey;
  private final BackgroundTasks tasks;
  private final RowTexts texts;
  private final Messages messages;

  ContentsReader(OpenArchive archive, RowTexts texts) {
    server = archive.server();
    outbox = archive.outbox();
    serverKey = archive.key();
    tasks = archive.tasks();
    this.texts = texts;
    messages = Messages.of(ContentsReader.class, archive.locale());
  }

  ContentsRows.Listing listing(Place place, Listener listener) {
    return switch (place.location()) {
      case Location.Tray _ ->
          new ContentsRows.Listing(place.location(), Optional.empty(), Optional.empty());
      case Location.Top(var type) ->
          new ContentsRows.Listing(
              place.location(),
              Optional.of(pages(place, request -> server.folders(type, request), listener)),
              Optional.empty());
      case Location.Container container ->
          new ContentsRows.Listing(
              place.location(),
              server.capabilities().registers()
                  ? Optional.of(
                      pages(place, request -> server.registers(container, request), listener))
                  : Optional.empty(),
              Optional.of(pages(place, request -> server.documents(container, request), listener)));
    };
  }

  private LazyPages<Item> pages(Place place, Call call, Listener listener) {
    return new Pages(place, call, listener).lazy;
  }

  private LazyPages.Part<Item> part(Page<? extends DmsObject> page) {
    List<Item> items = page.items().stream().map(this::item).toList();
    return new LazyPages.Part<>(items, page.more(), page.totalAtLeast(), page.mayBeCut());
  }

  private Item item(DmsObject object) {
    return new Item(object, texts.title(object, outbox.nameOf(serverKey, object.id())));
  }

  /** Lets the listener know which listing speaks. */
  private final class Pages {
    private final Listener listener;
    private final LazyPages<Item> lazy;

    Pages(Place place, Call call, Listener listener) {
      this.listener = listener;
      lazy =
          new LazyPages<>(
              messages.get("reading", place.title()),
              tasks,
              (skip, size) -> part(call.read(new PageRequest(skip, size))),
              (from, to, _) -> tell(from, to));
    }

    private void tell(int from, int to) {
      listener.changed(lazy, from, to);
    }
  }
}
