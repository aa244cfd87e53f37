package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.tls.Certificates;
import org.kontor.tls.SecureListener;

/** An authority of one's own in the system's file, among others and rubbish. */
final class AuthoritiesTest {
  private static final String RUBBISH =
      "# Käse\n-----BEGIN CERTIFICATE-----\nTm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n";

  @TempDir Path folder;

  @Test
  void theSystemsAuthoritiesVouchWhereJavasDoNotKnow() throws Exception {
    Certificates certificates = new Certificates(folder);
    Path file = Files.writeString(folder.resolve("all.pem"), RUBBISH + certificates.authority());
    KeyStore roots = SystemRoots.read(file);
    assertEquals(1, roots.size());
    AtomicInteger readings = new AtomicInteger();
    Supplier<Optional<KeyStore>> system =
        () -> {
          readings.incrementAndGet();
          return Optional.of(roots);
        };
    try (SecureListener good = new SecureListener(certificates.issued("good", "localhost"))) {
      Authorities authorities = Authorities.of(system);
      assertEquals(401, ask(good.uri("localhost"), authorities));
      assertEquals(401, ask(good.uri("localhost"), authorities));
      assertEquals(1, readings.get());
      assertEquals(
          Doubt.UNKNOWN, refusal(good, Authorities.of(Optional::empty)), "nobody else vouches");
    }
    try (SecureListener other = new SecureListener(certificates.issued("other", "other.org"))) {
      assertEquals(Doubt.OTHER_NAME, refusal(other, Authorities.of(system)));
    }
    try (SecureListener over =
        new SecureListener(
            certificates.issued("over", "localhost", "-startdate", "-40d", "-validity", "9"))) {
      assertEquals(Doubt.UNKNOWN, refusal(over, Authorities.of(system)));
    }
  }

  @Test
  void theFileIsTheOneThatWasNamedOrTheFirstThatIsThere() throws Exception {
    Path there = Files.writeString(folder.resolve("there.pem"), "");
    List<Path> usual = List.of(folder.resolve("not"), there, Path.of("/etc/passwd"));
    assertEquals(Optional.of(there), SystemRoots.file(null, usual));
    assertEquals(Optional.of(there), SystemRoots.file(" ", usual));
    assertEquals(Optional.of(Path.of("/own.pem")), SystemRoots.file("/own.pem", usual));
    assertEquals(Optional.empty(), SystemRoots.file(null, List.of(folder.resolve("not"))));
    assertEquals(0, SystemRoots.read(there).size());
  }

  private static Doubt refusal(SecureListener server, Authorities authorities) {
    int told = server.told();
    IOException failure =
        assertThrows(IOException.class, () -> ask(server.uri("localhost"), authorities));
    assertEquals(told, server.told());
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof UntrustedCertificate refused) {
        return refused.doubt();
      }
    }
    throw new AssertionError(failure);
  }

  private static int ask(URI address, Authorities authorities) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new PinnedTrust(authorities, Pins.NONE)}, null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
