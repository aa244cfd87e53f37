package org.kontor.http;

/** Refuses waiting work on the thread that draws the window, which is known by its name here. */
final class WindowThread {
  private static final String NAME = "JavaFX Application Thread";

  private WindowThread() {}

  /** Throws {@link IllegalStateException} when the current thread draws the window. */
  static void refuse() {
    if (Thread.currentThread().getName().equals(NAME)) {
      throw new IllegalStateException("a server call on the window's thread would freeze it");
    }
  }
}
