package org.kontor.program;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are started more than once at the same address: no system gives them to
 * connections of its own accord, so that they can be had again.
 */
public final class FixedPort {
  private FixedPort() {}

  /** One that is free now. */
  public static int any() throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException _) {
        // Somebody else's: on to another.
      }
    }
    throw new BindException("no port is free");
  }
}
