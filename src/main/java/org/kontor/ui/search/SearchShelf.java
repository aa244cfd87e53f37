package org.kontor.ui.search;

import java.util.ArrayList;
import java.util.List;
import org.kontor.ui.common.Notebook;

/** The searches that a person saved, and those done last; kept in her notebook. */
final class SearchShelf {
  static final int RECENT_KEPT = 10;
  private static final String SAVED = "search.saved";
  private static final String RECENT = "search.recent";

  private final Notebook notebook;
  private final List<SearchRequest> saved;
  private final List<SearchRequest> recent;

  SearchShelf(Notebook notebook) {
    this.notebook = notebook;
    saved = read(SAVED);
    recent = read(RECENT);
  }

  /** In the order in which they were saved. */
  List<SearchRequest> saved() {
    return List.copyOf(saved);
  }

  /** The last one first, without saved ones. */
  List<SearchRequest> recent() {
    return recent.stream().filter(request -> !saved.contains(request)).toList();
  }

  boolean isSaved(SearchRequest request) {
    return saved.contains(request);
  }

  /** Saves a search, or forgets it again. */
  void toggleSaved(SearchRequest request) {
    if (!saved.remove(request) && !request.isOpen()) {
      saved.add(request);
    }
    write(SAVED, saved);
  }

  /** It was of use. */
  void used(SearchRequest request) {
    if (!request.isOpen()) {
      recent.remove(request);
      recent.addFirst(request);
      if (recent.size() > RECENT_KEPT) {
        recent.removeLast();
      }
      write(RECENT, recent);
    }
  }

  private void write(String page, List<SearchRequest> requests) {
    notebook.write(page, requests.stream().map(SearchRequest::line).toList());
  }

  private List<SearchRequest> read(String page) {
    return new ArrayList<>(
        notebook.page(page).stream().flatMap(line -> SearchRequest.of(line).stream()).toList());
  }
}
