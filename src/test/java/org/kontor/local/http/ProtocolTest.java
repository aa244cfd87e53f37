package org.kontor.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Sign-in, sessions, errors and broken bodies, as they look on the wire. */
final class ProtocolTest {
  private static Server server;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = Server.start(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void withoutOrWithWrongSignInThereIsNothing() throws Exception {
    HttpResponse<String> none = get("info/native");
    assertEquals(401, none.statusCode());
    assertTrue(none.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
    for (String pair : List.of("demo:wrong", "demo", "nobody:demo", "nobody:", ":", "demo:demo ")) {
      assertEquals(401, get("info/native", "Authorization", basic(pair)).statusCode(), pair);
    }
    assertEquals(401, get("info/native", "Authorization", "Basic !!").statusCode());
    assertEquals(401, get("info/native", "Cookie", "JSESSIONID=AFFE").statusCode());
    assertEquals(401, get("no/such/path").statusCode());
  }

  @Test
  void theSessionCookieTakesThePlaceOfTheSignIn() throws Exception {
    HttpResponse<String> first = get("info/native", "Authorization", basic("anna:geheim"));
    String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly"), cookie);
    String session = cookie.substring(0, cookie.indexOf(';'));
    HttpResponse<String> second = get("info/native", "Cookie", "a=b; " + session);
    assertEquals(200, second.statusCode());
    assertEquals(
        "anna", Server.JSON.readTree(second.body()).path("user").path("fullName").asString());
    assertTrue(second.headers().firstValue("Set-Cookie").isEmpty());
    assertEquals(
        401,
        get("info/native", "Cookie", session, "Authorization", basic("anna:wrong")).statusCode());
    HttpResponse<String> other =
        get("info/native", "Cookie", session, "Authorization", basic("demo:demo"));
    assertEquals("demo", Server.JSON.readTree(other.body()).path("user").path("name").asString());
    assertNotEquals(cookie, other.headers().firstValue("Set-Cookie").orElseThrow());
  }

  @Test
  void errorsHaveTheFamilysShape() {
    Answer missing = server.get("objects/70999");
    assertEquals(404, missing.status());
    assertEquals("404", missing.json().path("httpStatusCode").asString());
    assertEquals("1001", missing.json().path("serviceErrorCode").asString());
    assertEquals("dms", missing.json().path("service").asString());
    assertEquals("The object 70999 was not found.", missing.message());
    assertEquals(
        "Das Objekt 70999 wurde nicht gefunden.",
        server.in("fr, de;q=0.8, en;q=0.5").get("objects/70999").message());
    server.in("en");
    assertEquals(404, server.get("objects/seventy").status());
    assertEquals(404, server.get("nothing").status());
    Answer method = server.delete("schema");
    assertEquals(405, method.status());
    assertEquals("GET", method.raw().headers().firstValue("Allow").orElse(""));
  }

  @Test
  void theDefinitionIsSentOnce() {
    Answer first = server.get("schema/native");
    String date = first.json().path("lastModificationDate").asString();
    assertEquals(date, first.json().path("asobjdef").path("lastModificationDate").asString());
    String tag = Base64.getEncoder().encodeToString(Server.utf8(date));
    assertEquals("\"" + tag + "\"", first.raw().headers().firstValue("ETag").orElse(""));
    for (String sent : List.of(tag, "\"" + tag + "\"", "W/\"" + tag + "\"")) {
      for (String path : List.of("schema/native", "schema")) {
        Answer again =
            server.send(server.request(path).header("If-None-Match", sent).GET().build());
        assertEquals(304, again.status(), sent);
      }
    }
    Answer changed =
        server.send(server.request("schema").header("If-None-Match", "\"x\"").GET().build());
    assertEquals(200, changed.status());
    assertEquals(
        "Supplier file", changed.json().path("objectTypes").path(0).path("displayName").asString());
  }

  @Test
  void brokenBodiesAreRefusedAndStoreNothing() {
    String head = "{'objects':[{'properties':{";
    for (String body :
        List.of(
            "",
            "[]",
            "{",
            "{'objects':[]}",
            "{'objects':[{}]}",
            "nonsense",
            "{'objects':[4]}",
            head + "'a':'b'}}]}",
            head + "'system:objectId':{'value':[1]}}}]}",
            head + "},'options':{'LINKDOCUMENT':2}}]}",
            "[".repeat(5000))) {
      Answer answer = server.json("POST", "objects", body);
      String start = body.substring(0, Math.min(40, body.length()));
      assertEquals(400, answer.status(), start);
      assertTrue(answer.message().length() > 10, start);
    }
    assertEquals(
        415,
        server
            .send(
                server
                    .request("objects")
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build())
            .status());
    assertEquals(
        400,
        server
            .send(
                server
                    .request("objects")
                    .header("Content-Type", "multipart/form-data")
                    .POST(HttpRequest.BodyPublishers.ofString("x"))
                    .build())
            .status());
    assertEquals(400, server.multipart("objects", "", Map.of("a", new byte[9])).status());
    assertEquals(List.of(), server.tray());
  }

  @Test
  void aSingleEntryMayStandWithoutItsList() {
    Answer answer =
        server.json(
            "POST",
            "objects",
            "{'objects':"
                + Server.entry(
                    "system:objectTypeId",
                    "accountingNote",
                    "system:parentId",
                    "system:tray",
                    "noteTitle",
                    "x")
                + "}");
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals(204, server.delete("objects/" + answer.id() + "?hardDelete=true").status());
  }

  @Test
  void aRequestWithoutItsEndStoresNothing() throws Exception {
    byte[] body = Server.body(Server.TYPELESS, Map.of("cid_scan", new byte[100_000]));
    for (int sent : List.of(50, 300, 600, 60_000, body.length - 3)) {
      try (Socket socket = connect(body.length)) {
        socket.getOutputStream().write(body, 0, sent);
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      }
    }
    byte[] unclosed = Arrays.copyOf(body, body.length - 8);
    try (Socket socket = connect(unclosed.length)) {
      socket.getOutputStream().write(unclosed);
      socket.getOutputStream().flush();
      String answer = status(socket.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }
    assertEquals(List.of(), server.tray());
  }

  @Test
  void aRefusedUploadIsReadToItsEndSoThatTheAnswerArrives() {
    byte[] large = new byte[20_000_000];
    for (int i = 0; i < 5; i++) {
      Answer answer =
          server.as("demo:wrong").multipart("objects", Server.TYPELESS, Map.of("cid_scan", large));
      assertEquals(401, answer.status());
    }
    server.as("demo:demo");
  }

  @Test
  void aBodyWithoutLengthIsReadInChunks() {
    byte[] body = Server.body(Server.TYPELESS, Map.of("cid_scan", new byte[70_000]));
    Answer answer =
        server.send(
            server
                .request("objects")
                .header("Content-Type", "multipart/form-data; boundary=\"bnd-7f21\"")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals(70_000, server.content(answer.id()).length);
    assertEquals(204, server.delete("objects/" + answer.id() + "?hardDelete=true").status());
  }

  private static Socket connect(int length) throws IOException {
    URI uri = server.uri("objects");
    Socket socket = new Socket("127.0.0.1", uri.getPort());
    String head =
        "POST /api/dms/objects HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
            + basic("demo:demo")
            + "\r\nContent-Type: multipart/form-data; boundary=bnd-7f21\r\nContent-Length: "
            + length
            + "\r\nConnection: close\r\n\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String status(InputStream in) throws IOException {
    return new String(in.readNBytes(60), StandardCharsets.UTF_8);
  }
}
