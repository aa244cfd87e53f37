package org.kontor.bench;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** The toolkit on its built-in platform without a screen, started once. */
final class Headless {
  private static boolean started;

  private Headless() {}

  static synchronized void start() {
    if (!started) {
      started = true;
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
      CompletableFuture<Void> ready = new CompletableFuture<>();
      Platform.startup(() -> ready.complete(null));
      Platform.setImplicitExit(false);
      ready.join();
    }
  }

  static synchronized void stop() {
    if (started) {
      Platform.exit();
    }
  }
}
