package org.kontor.app.single;

import java.nio.file.Path;
import java.util.List;

/**
 * What a start was asked to do beside showing the window.
 *
 * @param files for the place that is shown, as if dropped there; absolute paths
 * @param links to be opened, as a person would type them (docs/links.md)
 */
public record Errand(List<Path> files, List<String> links) {
  /** Only to come to the front. */
  public static final Errand NONE = new Errand(List.of(), List.of());

  public Errand {
    files = List.copyOf(files);
    links = List.copyOf(links);
    for (Path file : files) {
      if (!file.isAbsolute()) {
        throw new IllegalArgumentException("another program has another folder: " + file);
      }
    }
  }

  public boolean isEmpty() {
    return files.isEmpty() && links.isEmpty();
  }
}
