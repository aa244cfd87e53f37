package org.kontor.local.rillsoft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerException;
import org.kontor.local.LocalServerOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A started server with the Rillsoft face and a plain client for it. */
final class RillsoftServer implements AutoCloseable {
  static final String TASK = DemoPlan.uuid(101, "2.1.2");
  static final String OTHER_TASK = DemoPlan.uuid(101, "2.1.1");
  static final String SUBPROJECT = DemoPlan.uuid(101, "2.1");
  static final String PROJECT = DemoPlan.uuid(101, "");
  static final String FOREIGN_TASK = DemoPlan.uuid(102, "1.2");
  static final String IN_PROJECT = "clients/1/dms/projects/101/";
  static final String CREATE = IN_PROJECT + "folders/17/parent/" + TASK + "/documents";

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Account> ACCOUNTS =
      List.of(new Account("demo", "demo"), new Account("anna", "geheim"));

  private final LocalServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";

  private RillsoftServer(LocalServer server) {
    this.server = server;
  }

  static RillsoftServer start(Path data, RillsoftOptions options, boolean demo) {
    try {
      RillsoftServer started =
          new RillsoftServer(
              LocalServer.start(
                  new LocalServerOptions(0, data, Optional.empty(), ACCOUNTS, demo).with(options)));
      return options.reads(RillsoftReading.SIGN_IN_AUTH) ? started : started.as("demo", "demo");
    } catch (LocalServerException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Without documents, in these readings. */
  static RillsoftServer start(Path data, RillsoftReading... readings) {
    return start(data, RillsoftOptions.USUAL.reading(readings), false);
  }

  /** An answer with its body as JSON, missing when it is none. */
  record Answer(int status, JsonNode json, HttpResponse<byte[]> raw) {
    String text() {
      return new String(raw.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    /** The values of a property of all items of a list. */
    List<String> all(String name) {
      return json.valueStream().map(it -> it.path(name).asString("")).toList();
    }
  }

  URI uri(String path) {
    return server.baseUri().resolve(path.startsWith("/") ? path : "/api/v2/" + path);
  }

  RillsoftServer as(String user, String password) {
    token = signIn(user, password).json().path("token").asString("");
    return this;
  }

  RillsoftServer bearing(String other) {
    token = other;
    return this;
  }

  String token() {
    return token;
  }

  Answer signIn(String user, String password) {
    return send(
        HttpRequest.newBuilder(uri("login"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}"))
            .build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> raw = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      boolean json =
          raw.headers().firstValue("Content-Type").orElse("").startsWith("application/json")
              && raw.body().length > 0;
      return new Answer(
          raw.statusCode(), json ? JSON.readTree(raw.body()) : JSON.missingNode(), raw);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  Answer post(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  /** Sends a form by a method; pairs of names and values are headers. */
  Answer send(String method, String path, Form form, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=b7f2")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(form.bytes()));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  Answer post(String path, Form form) {
    return send("POST", path, form);
  }

  /** Creates a document on {@link #TASK} in folder 17 and returns its id. */
  long create(String name, String content) {
    return create(CREATE, name, content);
  }

  long create(String path, String name, String content) {
    Answer answer = post(path, new Form().file(name, "text/plain", content));
    if (answer.status() / 100 != 2) {
      throw new AssertionError(answer.text());
    }
    List<Long> ids = ids();
    return ids.getLast();
  }

  /** Ids of the active documents of client 1 in the order of the list. */
  List<Long> ids() {
    return get("clients/1/dms/documents")
        .json()
        .valueStream()
        .map(document -> document.path("id").asLong())
        .toList();
  }

  /** What the list says of a document of client 1. */
  JsonNode listed(long id) {
    return get("clients/1/dms/documents")
        .json()
        .valueStream()
        .filter(document -> document.path("id").asLong() == id)
        .findFirst()
        .orElseThrow();
  }

  static String document(long id) {
    return IN_PROJECT + "documents/" + id;
  }

  String content(long id) {
    return get(document(id)).text();
  }

  /** A multipart body. */
  static final class Form {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form file(String name, @Nullable String type, String content) {
      return file(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String name, @Nullable String type, byte[] content) {
      String head = "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"";
      return part(type == null ? head : head + "\r\nContent-Type: " + type, content);
    }

    Form field(String name, String value) {
      return part(
          "Content-Disposition: form-data; name=\"" + name + "\"",
          value.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String head, byte[] content) {
      body.writeBytes(("--b7f2\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      body.writeBytes(content);
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      return this;
    }

    byte[] bytes() {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      whole.writeBytes(body.toByteArray());
      whole.writeBytes("--b7f2--\r\n".getBytes(StandardCharsets.UTF_8));
      return whole.toByteArray();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
