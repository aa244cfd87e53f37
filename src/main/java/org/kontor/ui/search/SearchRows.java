package org.kontor.ui.search;

import java.util.Collections;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.kontor.model.DmsObject;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.SelectedObjects;
import org.kontor.ui.common.WholeChange;

/** The hits of one search, worked out when asked for; a hundred thousand cost no more than ten. */
final class SearchRows extends ObservableListBase<SearchRow> implements SelectedObjects.Rows {
  private static final SearchRow UNREAD = new SearchRow.Loading();

  private final Function<Hit, SearchRow.Found> faces;
  private final Function<Exception, String> sentences;
  private @Nullable LazyPages<Hit> pages;
  private int told;

  SearchRows(Function<Hit, SearchRow.Found> faces, Function<Exception, String> sentences) {
    this.faces = faces;
    this.sentences = sentences;
  }

  /** Shows another search; null for none. */
  void show(@Nullable LazyPages<Hit> next) {
    pages = next;
    allChanged();
  }

  void allChanged() {
    int before = told;
    told = size();
    if (before > 0 || told > 0) {
      fireChange(new WholeChange<>(this, Collections.nCopies(before, UNREAD)));
    }
  }

  void changed(int from, int to) {
    if (told != size()) {
      allChanged();
    } else if (from < to) {
      beginChange();
      nextReplace(from, to, Collections.nCopies(to - from, UNREAD));
      endChange();
    }
  }

  Optional<Hit> hit(int row) {
    LazyPages<Hit> of = pages;
    return of == null || row < 0 || row >= of.size()
        ? Optional.empty()
        : Optional.ofNullable(of.get(row));
  }

  @Override
  public void eachObject(BiConsumer<Integer, DmsObject> visitor) {
    if (pages != null) {
      pages.eachRead((row, hit) -> visitor.accept(row, hit.object()));
    }
  }

  @Override
  public int size() {
    return pages == null ? 0 : pages.size();
  }

  @Override
  public SearchRow get(int row) {
    Optional<Hit> hit = hit(row);
    if (hit.isPresent()) {
      return faces.apply(hit.get());
    }
    return pages == null
        ? UNREAD
        : pages
            .failure(row)
            .<SearchRow>map(cause -> new SearchRow.Failed(sentences.apply(cause)))
            .orElse(UNREAD);
  }
}
