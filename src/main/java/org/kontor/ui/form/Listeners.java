package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.model.ObjectId;

/** Who wants to know what became of documents. */
final class Listeners {
  private final List<Consumer<List<ObjectId>>> all = new ArrayList<>();

  void add(Consumer<List<ObjectId>> listener) {
    all.add(listener);
  }

  void tell(List<ObjectId> documents) {
    all.forEach(listener -> listener.accept(documents));
  }
}
