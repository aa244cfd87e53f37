package org.kontor.ui.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.outbox.Outbox;
import org.kontor.task.CancelToken;

/** Reads the whole tray: a small part first, then large ones. Blocks. */
final class TrayReader {
  /** More than a person can look through; what lies behind is shown once some were filed. */
  static final int MOST = 20_000;

  private static final int FIRST = 200;

  /**
   * @param total how many lie there, as far as the server counts
   */
  record Tray(List<Listed> documents, int total) {}

  private final DmsServer server;
  private final Outbox outbox;
  private final String serverKey;
  private final RowTexts texts;
  private final NameOrder names;

  TrayReader(DmsServer server, Outbox outbox, String serverKey, RowTexts texts, NameOrder names) {
    this.server = server;
    this.outbox = outbox;
    this.serverKey = serverKey;
    this.texts = texts;
    this.names = names;
  }

  /**
   * @param soFar told after each part
   */
  Tray read(CancelToken cancel, Consumer<Tray> soFar) throws DmsException, InterruptedException {
    List<Listed> documents = new ArrayList<>();
    PageRequest request = PageRequest.first(FIRST);
    while (true) {
      Page<DmsObject.Document> page = server.tray(request);
      cancel.check();
      page.items().forEach(document -> documents.add(named(document)));
      Tray now = new Tray(List.copyOf(documents), Math.max(page.totalAtLeast(), documents.size()));
      if (!page.more() || page.items().isEmpty() || documents.size() >= MOST) {
        return now;
      }
      soFar.accept(now);
      request = new PageRequest(documents.size(), PageRequest.LARGEST);
    }
  }

  private Listed named(DmsObject.Document document) {
    String name = texts.name(document, outbox.nameOf(serverKey, document.id()));
    names.prepare(name);
    return texts.listed(document, name);
  }
}
