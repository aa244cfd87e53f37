package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.ui.common.Notebook;

/**
 * Which batch took back which, and which did it once more: a chain of batches for each action. An
 * action is in effect while its chain has an odd length. Kept in the notebook; on the window's
 * thread only.
 */
final class UndoChains {
  private static final String PAGE = "undo";
  private static final int KEPT = 500;

  private final Notebook notebook;
  private final List<List<Long>> chains = new ArrayList<>();

  UndoChains(Notebook notebook) {
    this.notebook = notebook;
    for (String line : notebook.page(PAGE)) {
      List<Long> chain = new ArrayList<>();
      for (String number : line.split(" ")) {
        if (number.matches("\\d{1,18}")) {
          chain.add(Long.valueOf(number));
        }
      }
      if (chain.size() > 1) {
        chains.add(chain);
      }
    }
  }

  /** The chain that holds a batch; the batch alone where nothing happened to it. */
  List<Long> of(long batch) {
    return holding(batch).map(List::copyOf).orElseGet(() -> List.of(batch));
  }

  /** Batches that are nothing to take back any more: taken back, or taking back. */
  Set<Long> settled() {
    Set<Long> settled = new HashSet<>();
    for (List<Long> chain : chains) {
      settled.addAll(isInEffect(chain) ? chain.subList(0, chain.size() - 1) : chain);
    }
    return settled;
  }

  /** The batch that took something back last; doing the opposite of it is to redo. */
  Optional<Long> lastTakenBack() {
    return chains.stream()
        .filter(chain -> !isInEffect(chain))
        .map(List::getLast)
        .max(Long::compare);
  }

  static boolean isInEffect(List<Long> chain) {
    return chain.size() % 2 == 1;
  }

  /** A batch does the opposite of another one. */
  void add(long batch, long by) {
    holding(batch)
        .ifPresentOrElse(
            chain -> chain.add(by), () -> chains.add(new ArrayList<>(List.of(batch, by))));
    if (chains.size() > KEPT) {
      chains.removeFirst();
    }
    save();
  }

  /** A batch that did the opposite of another one was never sent. */
  void cancelled(long batch) {
    holding(batch).ifPresent(chain -> chain.remove(batch));
    chains.removeIf(chain -> chain.size() < 2);
    save();
  }

  private Optional<List<Long>> holding(long batch) {
    return chains.stream().filter(chain -> chain.contains(batch)).findFirst();
  }

  private void save() {
    notebook.write(
        PAGE,
        chains.stream()
            .map(chain -> String.join(" ", chain.stream().map(String::valueOf).toList()))
            .toList());
  }
}
