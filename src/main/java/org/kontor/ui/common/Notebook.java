package org.kontor.ui.common;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the window keeps for a person from one start to the next: lines of text on pages with names.
 * On the window's thread; writing never waits for the disk.
 */
public interface Notebook {

  /** The lines of a page; none where it was never written. */
  List<String> page(String name);

  /** Replaces a page. Lines hold no line breaks. */
  void write(String name, List<String> lines);

  /** Keeps everything until the program ends. */
  static Notebook inMemory() {
    Map<String, List<String>> pages = new HashMap<>();
    return new Notebook() {
      @Override
      public List<String> page(String name) {
        return pages.getOrDefault(name, List.of());
      }

      @Override
      public void write(String name, List<String> lines) {
        pages.put(name, List.copyOf(lines));
      }
    };
  }
}
