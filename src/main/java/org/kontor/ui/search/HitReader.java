package org.kontor.ui.search;

import java.util.List;
import org.kontor.dms.DmsException;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.model.DmsObject;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;

/** Makes the list of hits of a query, read page by page. */
final class HitReader {
  private final OpenArchive archive;
  private final SearchTexts texts;
  private final String title;

  HitReader(OpenArchive archive, SearchTexts texts) {
    this.archive = archive;
    this.texts = texts;
    title = Messages.of(HitReader.class, archive.locale()).get("searching.task");
  }

  LazyPages<Hit> pages(Query query, LazyPages.Listener listener) {
    return new LazyPages<>(
        title, archive.tasks(), (skip, size) -> read(query, skip, size), listener);
  }

  private LazyPages.Part<Hit> read(Query query, int skip, int size)
      throws DmsException, InterruptedException {
    Page<DmsObject> page = archive.server().search(query, new PageRequest(skip, size));
    List<Hit> hits = page.items().stream().map(texts::hit).toList();
    return new LazyPages.Part<>(hits, page.more(), page.totalAtLeast(), page.mayBeCut());
  }
}
