package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.settings.AppPaths;

final class EmbeddedServerTest {
  @TempDir private Path folder;

  /** Else links to this computer's archive would lead nowhere after the next start. */
  @Test
  void theAddressStaysFromStartToStartUnlessSomebodyElseHasIt() throws Exception {
    AppPaths paths = paths();
    URI first = address(paths);
    assertEquals(first, address(paths));
    try (ServerSocket _ = new ServerSocket(first.getPort(), 1, InetAddress.getLoopbackAddress())) {
      assertNotEquals(first, address(paths));
    }
    Files.writeString(paths.localServerPort(), "not a port");
    assertEquals("127.0.0.1", address(paths).getHost());
  }

  private static URI address(AppPaths paths) throws Exception {
    try (EmbeddedServer server = EmbeddedServer.start(paths)) {
      return server.profile().address();
    }
  }

  private AppPaths paths() throws Exception {
    AppPaths paths =
        new AppPaths(
            folder.resolve("config"),
            folder.resolve("data"),
            folder.resolve("cache"),
            folder.resolve("logs"));
    paths.create();
    return paths;
  }
}
