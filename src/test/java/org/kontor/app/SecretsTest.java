package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.Program;

/**
 * Canaries as passwords and as a session's token: with every log switched on, they are in no file
 * that the programs write and in nothing that they print, whatever the server does.
 */
final class SecretsTest {
  private static final String PASSWORD = "canary-8c1f-password";
  private static final String WRONG = "canary-77aa-mistyped";
  private static final String TOKEN = "canary-3b9d-session";

  @TempDir Path home;

  @Test
  void nothingThatIsWrittenHoldsASecret() throws Exception {
    Path file = Files.writeString(home.resolve("note.txt"), "content");
    Path serverHome = home.resolve("server");
    try (Program server =
        start(serverHome, PASSWORD)
            .run("serve", "--port", "0", "--demo", "--user", "eva:" + PASSWORD)) {
      URI base = server.baseUri();
      assertEquals(0, send(base, PASSWORD, file));
      assertEquals(3, send(base, WRONG, file));
      assertEquals(0, send(base, PASSWORD, file));
    }
    HttpServer hostile =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try {
      hostile.createContext("/", SecretsTest::echo);
      hostile.start();
      URI base = URI.create("http://127.0.0.1:" + hostile.getAddress().getPort());
      assertEquals(3, send(base, PASSWORD, file));
    } finally {
      hostile.stop(0);
    }
    List<Path> written = written();
    assertTrue(written.stream().anyMatch(path -> path.toString().endsWith("all.log")));
    assertTrue(written.stream().anyMatch(path -> path.endsWith("journal.db")));
    assertTrue(written.stream().anyMatch(path -> path.endsWith("archive.db")));
    assertEquals(List.of(), leaks(written));
  }

  /** The check itself can fail. */
  @Test
  void aLeakIsFound() throws Exception {
    Files.writeString(home.resolve("plain"), "x" + PASSWORD);
    Files.writeString(home.resolve("encoded"), "Basic " + basic(PASSWORD));
    Files.write(home.resolve("wide"), TOKEN.getBytes(StandardCharsets.UTF_16LE));
    assertEquals(3, leaks(written()).size());
  }

  /** Answers everything with an error page that repeats the request's credentials. */
  private static void echo(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=" + TOKEN + "; Path=/; HttpOnly");
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    byte[] body =
        ("{\"httpStatusCode\":500,\"message\":\"failed for "
                + exchange.getRequestHeaders().getFirst("Authorization")
                + " "
                + exchange.getRequestHeaders().getFirst("Cookie")
                + " "
                + PASSWORD
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(500, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private int send(URI base, String password, Path file) throws Exception {
    try (Program program =
        start(home.resolve("client"), password)
            .run("send", "--server", base.toString(), "--user", "eva", "--json", file.toString())) {
      return program.exitCode();
    }
  }

  private Program.Start start(Path programHome, String password) throws IOException {
    Files.createDirectories(programHome);
    Path logging = programHome.resolve("logging.properties");
    Files.writeString(
        logging,
        """
        handlers=java.util.logging.FileHandler
        .level=ALL
        jdk.level=INFO
        sun.level=INFO
        java.util.logging.FileHandler.level=ALL
        java.util.logging.FileHandler.pattern=%s
        java.util.logging.FileHandler.append=true
        """
            .formatted(programHome.resolve("all.log")));
    return Program.Start.in(programHome)
        .withJava("-Xmx256m", "-Djava.util.logging.config.file=" + logging)
        .withPassword(password);
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> leaks(List<Path> files) throws IOException {
    List<String> leaks = new ArrayList<>();
    for (Path file : files) {
      secretIn(Files.readAllBytes(file)).ifPresent(secret -> leaks.add(secret + " in " + file));
    }
    return leaks;
  }

  private static Optional<String> secretIn(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return Stream.of(PASSWORD, WRONG, TOKEN, basic(PASSWORD), basic(WRONG))
        .filter(
            secret ->
                Stream.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)
                    .anyMatch(charset -> text.contains(latin(secret, charset))))
        .findFirst();
  }

  private static String latin(String secret, Charset charset) {
    return new String(secret.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  private static String basic(String password) {
    return Base64.getEncoder().encodeToString(("eva:" + password).getBytes(StandardCharsets.UTF_8));
  }
}
