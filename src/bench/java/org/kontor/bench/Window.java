package org.kontor.bench;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** The toolkit, without a display, for the parts that measure what is drawn. */
final class Window {
  private Window() {}

  /** Runs the parts one after the other while the toolkit runs. */
  static void run(Part... parts) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.join();
    Platform.setImplicitExit(false);
    try {
      for (Part part : parts) {
        part.run();
      }
    } finally {
      Platform.exit();
    }
  }

  /** One of the measurements. */
  interface Part {
    void run() throws Exception;
  }
}
