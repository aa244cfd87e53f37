package org.kontor.ui.common;

import java.util.function.Consumer;
import org.kontor.task.Outcome;
import org.kontor.task.Work;

/** Where work is shown that takes long: how far it is, and a way to stop it. */
public interface CountedWork {

  /** Starts work that counts what it does. */
  <T> void start(Work<T> work, Consumer<Outcome<T>> handler);
}
