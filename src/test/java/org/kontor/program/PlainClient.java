package org.kontor.program;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server by plain HTTP what it holds, with nothing of Kontor's own client in between. */
public final class PlainClient {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String authorization;

  public PlainClient(URI base, String user, String password) {
    this.base = base;
    authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /** The ids of everything in the tray. */
  public List<String> tray() throws IOException, InterruptedException {
    return ids("SELECT * FROM system:tray");
  }

  /** The ids of all hits of a statement. */
  public List<String> ids(String statement) throws IOException, InterruptedException {
    return search(statement).stream()
        .map(hit -> hit.path("properties").path("system:objectId").path("value").asString())
        .toList();
  }

  /** All hits of a statement, in pages of 1,000. */
  public List<JsonNode> search(String statement) throws IOException, InterruptedException {
    List<JsonNode> hits = new ArrayList<>();
    while (true) {
      String body =
          JSON.writeValueAsString(
              JSON.createObjectNode()
                  .set(
                      "query",
                      JSON.createObjectNode()
                          .put("statement", statement)
                          .put("skipCount", hits.size())
                          .put("maxItems", 1000)));
      HttpResponse<String> answer =
          http.send(
              request("api/dms/objects/search")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      JsonNode page = JSON.readTree(answer.body());
      page.path("objects").forEach(hits::add);
      if (!page.path("hasMoreItems").asBoolean()) {
        return hits;
      }
    }
  }

  /** A document's content. */
  public byte[] content(String id) throws IOException, InterruptedException {
    try (InputStream content = open(id)) {
      return content.readAllBytes();
    }
  }

  /** A document's content, however long. */
  public InputStream open(String id) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(
            request("api/dms/objects/" + id + "/contents/file").GET().build(),
            HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode() + " for the content of " + id);
    }
    return answer.body();
  }

  /** The files' facts of a document, as the server lists them. */
  public JsonNode contents(String id) throws IOException, InterruptedException {
    return JSON.readTree(
        http.send(
                request("api/dms/objects/" + id + "/contents").GET().build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }

  private HttpRequest.Builder request(String path) {
    String text = base.toString();
    return HttpRequest.newBuilder(URI.create((text.endsWith("/") ? text : text + "/") + path))
        .header("Authorization", authorization);
  }
}
