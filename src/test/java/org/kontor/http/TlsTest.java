package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate nobody vouches for gets nothing, not even the password. */
@Timeout(60)
final class TlsTest {
  private static final char[] SECRET = "changeit".toCharArray();

  @TempDir private Path folder;

  @Test
  void anUntrustedCertificateMeansNotSent() throws Exception {
    AtomicInteger bytes = new AtomicInteger();
    try (SSLServerSocket listener = listen()) {
      Thread.ofVirtual().start(() -> serve(listener, bytes));
      URI uri = URI.create("https://localhost:" + listener.getLocalPort());
      try (HttpSession session =
          new HttpSession(
              new ServerAddress(uri, ""),
              new Credentials("u", () -> "p"),
              Locale.ENGLISH,
              HttpTimes.DEFAULT)) {
        RequestBody body = RequestBody.json("{}".getBytes(StandardCharsets.UTF_8));
        Resource thing = Resource.of("thing");
        assertThrows(HttpFailure.NotSent.class, () -> session.send(thing, body, _ -> {}));
        assertThrows(HttpFailure.NotSent.class, () -> session.get(thing));
        assertThrows(HttpFailure.NotSent.class, () -> session.delete(thing));
      }
    }
    assertEquals(0, bytes.get());
  }

  private static void serve(SSLServerSocket listener, AtomicInteger bytes) {
    while (true) {
      try (SSLSocket socket = (SSLSocket) listener.accept()) {
        if (socket.getInputStream().read() >= 0) {
          bytes.incrementAndGet();
        }
      } catch (IOException refused) {
        if (listener.isClosed()) {
          return;
        }
      }
    }
  }

  private SSLServerSocket listen() throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    new String(SECRET)))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertTrue(keytool.waitFor(50, TimeUnit.SECONDS));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, SECRET);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, SECRET);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context
            .getServerSocketFactory()
            .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }
}
