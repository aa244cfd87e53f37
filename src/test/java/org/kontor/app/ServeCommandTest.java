package org.kontor.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.program.Program;

/** What {@code kontor serve} says when it cannot do as it is told. */
@Execution(ExecutionMode.CONCURRENT)
final class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void anErrorInTheDefinitionIsNamedWithItsLine() throws Exception {
    Path definition =
        Files.writeString(
            folder.resolve("broken.json"), "{\n  \"asobjdef\": {\n    \"cabinet\": [ nonsense ]\n");

    try (Program serve = serve("--port", "0", "--definition", definition.toString())) {
      assertEquals(2, serve.exitCode(), serve::output);
      assertTrue(serve.output().contains("broken.json"), serve::output);
      assertTrue(serve.output().contains("3"), serve::output);
      assertFalse(serve.output().contains("\tat "), serve::output);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Program serve = serve("--port", Integer.toString(taken.getLocalPort()))) {
      assertEquals(2, serve.exitCode(), serve::output);
      assertTrue(serve.output().contains(Integer.toString(taken.getLocalPort())), serve::output);
    }
  }

  @Test
  void anArchiveInUseIsNotOpenedTwice() throws Exception {
    try (Program first = serve("--port", "0")) {
      first.baseUri();
      try (Program second = serve("--port", "0")) {
        assertEquals(2, second.exitCode(), second::output);
      }
    }
  }

  @Test
  void anAccountNeedsNameAndPassword() throws Exception {
    try (Program serve = serve("--user", "eva")) {
      assertEquals(2, serve.exitCode(), serve::output);
      assertTrue(serve.output().contains("NAME:PASSWORD"), serve::output);
    }
  }

  @Test
  void itAnswersTheRillsoftApiAtTheSameAddress() throws Exception {
    try (Program serve =
            serve(
                "--port",
                "0",
                "--user",
                "eva:geheim",
                "--rillsoft-access",
                "eva@2=none",
                "--reading",
                "rillsoft-lists-wrapped");
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest login =
          HttpRequest.newBuilder(serve.baseUri().resolve("api/v2/login"))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"username\":\"eva\",\"password\":\"geheim\"}"))
              .build();
      String token = client.send(login, HttpResponse.BodyHandlers.ofString()).body();
      HttpRequest clients =
          HttpRequest.newBuilder(serve.baseUri().resolve("api/v2/clients"))
              .header("Authorization", "Bearer " + token.split("\"")[3])
              .build();
      String answer = client.send(clients, HttpResponse.BodyHandlers.ofString()).body();
      assertTrue(answer.startsWith("{\"data\":[{\"id\":1,"), answer);
      assertFalse(answer.contains("\"id\":2"), answer);
    }
    try (Program serve = serve("--rillsoft-access", "eva=all")) {
      assertEquals(2, serve.exitCode(), serve::output);
      assertTrue(serve.output().contains("eva=all"), serve::output);
    }
  }

  @Test
  void itPassesItselfOffAsAnotherServiceAndNamesWhatItDoesNotKnow() throws Exception {
    try (Program serve =
        serve("--port", "0", "--service-version", "6.1", "--reading", "path-dms")) {
      URI info = serve.baseUri().resolve("dms/info/native");
      String basic = Base64.getEncoder().encodeToString("demo:demo".getBytes(UTF_8));
      HttpRequest request =
          HttpRequest.newBuilder(info).header("Authorization", "Basic " + basic).build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertTrue(answer.contains("\"version\":\"6.1.0\""), answer);
      }
    }
    try (Program serve = serve("--service-version", "six")) {
      assertEquals(2, serve.exitCode(), serve::output);
      assertTrue(serve.output().contains("six"), serve::output);
    }
    try (Program serve = serve("--reading", "between-the-lines")) {
      assertEquals(2, serve.exitCode(), serve::output);
      assertTrue(serve.output().contains("tray-by-parent"), serve::output);
    }
  }

  private Program serve(String... arguments) throws Exception {
    String[] all = new String[arguments.length + 1];
    all[0] = "serve";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Program.Start.in(folder.resolve("home")).run(all);
  }
}
