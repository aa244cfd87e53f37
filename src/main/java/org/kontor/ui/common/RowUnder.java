package org.kontor.ui.common;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/** Finds the row of a list that lies under the pointer. */
final class RowUnder {
  private RowUnder() {}

  static Optional<IndexedCell<?>> pointer(@Nullable PickResult picked) {
    @Nullable Node node = picked == null ? null : picked.getIntersectedNode();
    while (node != null) {
      if (node instanceof IndexedCell<?> cell) {
        return Optional.of(cell);
      }
      node = node.getParent();
    }
    return Optional.empty();
  }
}
