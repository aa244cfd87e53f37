package org.kontor.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.local.behaviour.Behaviour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A started server and a plain client for it. Texts in single quotes stand for JSON texts. */
public final class Server implements AutoCloseable {
  public static final JsonMapper JSON = new JsonMapper();
  private static final List<Account> ACCOUNTS =
      List.of(new Account("demo", "demo"), new Account("anna", "geheim"));

  private final LocalServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private String user = "demo:demo";
  private String language = "en";

  private Server(LocalServer server) {
    this.server = server;
  }

  /** Starts a server without demo archive. */
  public static Server start(Path data) {
    return start(new LocalServerOptions(0, data, Optional.empty(), ACCOUNTS, false));
  }

  /** Starts one that answers like another service. */
  public static Server start(Path data, Behaviour behaviour) {
    return start(new LocalServerOptions(0, data, Optional.empty(), ACCOUNTS, false, behaviour));
  }

  public static Server start(LocalServerOptions options) {
    try {
      return new Server(LocalServer.start(options));
    } catch (LocalServerException failed) {
      throw new AssertionError(failed);
    }
  }

  /** An answer with its body as JSON. */
  public record Answer(int status, JsonNode json, HttpResponse<byte[]> raw) {
    public String message() {
      return json.path("message").asString("");
    }

    public String id() {
      return property("system:objectId");
    }

    public String property(String name) {
      return json.path("objects").path(0).path("properties").path(name).path("value").asString("");
    }

    public List<String> all(String name) {
      return json.path("objects").values().stream()
          .map(it -> it.path("properties").path(name).path("value").asString(""))
          .toList();
    }

    public String failure() {
      return json.path("failed").path(0).path("innerError").path("message").asString("");
    }
  }

  public Server as(String account) {
    user = account;
    return this;
  }

  public Server in(String acceptLanguage) {
    language = acceptLanguage;
    return this;
  }

  public URI uri(String path) {
    return server.baseUri().resolve("api/dms/" + path);
  }

  public HttpRequest.Builder request(String path) {
    String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Basic " + basic)
        .header("Accept-Language", language);
  }

  public Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> raw = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      boolean json =
          raw.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
      return new Answer(
          raw.statusCode(), json ? JSON.readTree(raw.body()) : JSON.createObjectNode(), raw);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE().build());
  }

  /** Sends JSON written with single quotes. */
  public Answer json(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build());
  }

  /** POST /objects with entries written as JSON with single quotes. */
  public Answer objects(String... entries) {
    return json("POST", "objects", "{'objects':[" + String.join(",", entries) + "]}");
  }

  /** An entry of properties; pairs are name and value. */
  public static String entry(String... pairs) {
    List<String> properties = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.add("'" + pairs[i] + "':{'value':'" + pairs[i + 1] + "'}");
    }
    return "{'properties':{" + String.join(",", properties) + "}}";
  }

  /** The same entry with options or content streams beside the properties. */
  public static String with(String entry, String more) {
    return entry.substring(0, entry.length() - 1) + "," + more + "}";
  }

  /** Inserts one object that must succeed and returns its id. */
  public String insert(String... pairs) {
    Answer answer = objects(entry(pairs));
    if (answer.status() != 200) {
      throw new AssertionError(answer.json().toString());
    }
    return answer.id();
  }

  public String folder(String number) {
    return insert(
        "system:objectTypeId",
        "supplierFile",
        "supplierName",
        "Firma " + number,
        "supplierNo",
        number);
  }

  public String year(String folder, String year) {
    return insert("system:objectTypeId", "fiscalYear", "system:parentId", folder, "year", year);
  }

  public String invoice(String parent, String number) {
    return insert(
        "system:objectTypeId",
        "supplierInvoice",
        "system:parentId",
        parent,
        "invoiceNo",
        number,
        "invoiceDate",
        "2026-02-03",
        "invoiceSupplier",
        "Müller",
        "grossAmount",
        "119.00");
  }

  /** Sends a multipart body with the metadata first, then the files by their cid. */
  public Answer multipart(String path, String data, Map<String, byte[]> files) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data;boundary=bnd-7f21")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body(data, files)))
            .build());
  }

  public static byte[] body(String data, Map<String, byte[]> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        utf8(
            "--bnd-7f21\r\nContent-Disposition: form-data; name=\"data\"\r\n"
                + "Content-Type: application/json;charset=UTF-8\r\n\r\n"
                + data.replace('\'', '"')
                + "\r\n"));
    files.forEach(
        (cid, bytes) -> {
          body.writeBytes(
              utf8(
                  "--bnd-7f21\r\nContent-Disposition: form-data; name=\""
                      + cid
                      + "\"; filename=\"Scan "
                      + cid
                      + ".pdf\"\r\nContent-ID: "
                      + cid
                      + "\r\nContent-Type: application/pdf\r\n\r\n"));
          body.writeBytes(bytes);
          body.writeBytes(utf8("\r\n"));
        });
    body.writeBytes(utf8("--bnd-7f21--\r\n"));
    return body.toByteArray();
  }

  /** A typeless document in the tray. */
  public String typeless(byte[] content) {
    Answer answer = multipart("objects", TYPELESS, Map.of("cid_scan", content));
    if (answer.status() != 200) {
      throw new AssertionError(answer.json().toString());
    }
    return answer.id();
  }

  public static final String TYPELESS =
      "{'objects':[{'properties':{'system:parentId':{'value':'system:tray'},"
          + "'system:objectTypeId':{'value':'system:typeless'},'system:mainType':{'value':'4'}},"
          + "'contentStreams':[{'mimeType':'application/pdf','fileName':'scan.pdf',"
          + "'cid':'cid_scan'}]}]}";

  /** A search; further pairs are parameters. */
  public Answer search(String statement, String... parameters) {
    return page(statement, 0, 1000, parameters);
  }

  public Answer page(String statement, int skip, int most, String... parameters) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < parameters.length; i += 2) {
      pairs.add("\"" + parameters[i] + "\":" + parameters[i + 1]);
    }
    String body =
        "{\"query\":{\"statement\":"
            + JSON.writeValueAsString(statement)
            + ",\"skipCount\":"
            + skip
            + ",\"maxItems\":"
            + most
            + ",\"parameters\":{"
            + pairs.stream().collect(Collectors.joining(","))
            + "}}}";
    return send(
        request("objects/search")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** The ids that a search finds. */
  public List<String> find(String statement, String... parameters) {
    Answer answer = search(statement, parameters);
    if (answer.status() != 200) {
      throw new AssertionError(answer.message());
    }
    return answer.all("system:objectId");
  }

  public List<String> tray() {
    return find("SELECT * FROM system:tray");
  }

  public byte[] content(String id) {
    return get("objects/" + id + "/contents/file").raw().body();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
    server.close();
  }
}
