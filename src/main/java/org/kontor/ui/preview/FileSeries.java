package org.kontor.ui.preview;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The files of a document one behind the other, and the page that is shown, counted over all of
 * them. A file that was not looked into yet counts as one page. Used on the window's thread.
 */
final class FileSeries {
  /** So many files are looked into before they are reached. */
  private static final int AHEAD = 8;

  private static final int UNKNOWN = -1;

  private final List<PreviewSource.OfFile> files;
  private final int[] pages;
  private int at;
  private int pageInFile = 1;

  FileSeries(List<PreviewSource.OfFile> files) {
    this.files = List.copyOf(files);
    pages = new int[files.size()];
    Arrays.fill(pages, UNKNOWN);
  }

  List<PreviewSource.OfFile> files() {
    return files;
  }

  /** The file that the page shown is in; empty where there is none. */
  Optional<PreviewSource.OfFile> file() {
    return files.isEmpty() ? Optional.empty() : Optional.of(files.get(at));
  }

  /** From 1. */
  int pageInFile() {
    return pageInFile;
  }

  /** From 1; 0 where nothing is known to have pages. */
  int page() {
    return pages() == 0 ? 0 : before(at) + pageInFile;
  }

  /** Where it is, among the files and in its own. */
  PageAt place() {
    return new PageAt(at, pageInFile - 1);
  }

  /** The number of a page counted over all files, from 1. */
  int numberOf(PageAt page) {
    return before(page.file()) + page.page() + 1;
  }

  /** Of all files; 0 while the only one was not looked into. */
  int pages() {
    return before(files.size());
  }

  /** A file was looked into. The page that is shown stays the same, whatever its number is now. */
  void count(PreviewSource.OfFile file, int found) {
    int which = files.indexOf(file);
    if (which >= 0) {
      pages[which] = found;
      if (which == at) {
        pageInFile = Math.clamp(pageInFile, 1, Math.max(1, found));
      }
    }
  }

  /**
   * @param page from 1, counted over all files
   * @return whether it is in the same file as the page before
   */
  boolean goTo(int page) {
    int before = at;
    at = 0;
    while (at < files.size() - 1 && before(at + 1) < page) {
      at++;
    }
    pageInFile = page - before(at);
    return at == before;
  }

  /** The next file around the one shown that was not looked into. */
  Optional<PreviewSource.OfFile> uncounted() {
    return IntStream.range(0, Math.min(files.size(), at + AHEAD))
        .filter(file -> pages[file] == UNKNOWN)
        .mapToObj(files::get)
        .findFirst();
  }

  private int before(int file) {
    return IntStream.range(0, file).map(this::pagesOf).sum();
  }

  /** Also what has no pages can be gone to among others. */
  private int pagesOf(int file) {
    return Math.max(pages[file], files.size() == 1 ? 0 : 1);
  }
}
