package org.kontor.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The few calls that the measurements need, by plain HTTP. */
final class Api {
  private static final Pattern ID =
      Pattern.compile("\"system:objectId\":\\{\"value\":\"([0-9]+)\"");
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private int number;

  Api(URI base) {
    this.base = base;
  }

  /** Makes a folder and gives its id. */
  String folder(String name) throws IOException, InterruptedException {
    String answer =
        post(
            "objects",
            "{\"objects\":[{\"properties\":{\"system:objectTypeId\":{\"value\":\"supplierFile\"},"
                + "\"supplierName\":{\"value\":\""
                + name
                + "\"},\"supplierNo\":{\"value\":\""
                + name
                + "\"}}}]}");
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IOException(answer);
    }
    return id.group(1);
  }

  /** Inserts documents of one type with two fields, without files, in one request. */
  void notes(String target, int count) throws IOException, InterruptedException {
    notes(target, count, () -> "");
  }

  /** The same, with a long text each, unless it is empty. */
  void notes(String target, int count, Supplier<String> text)
      throws IOException, InterruptedException {
    String entries =
        IntStream.range(0, count)
            .mapToObj(
                at ->
                    "{\"properties\":{\"system:objectTypeId\":{\"value\":\"accountingNote\"},"
                        + "\"system:parentId\":{\"value\":\""
                        + target
                        + "\"},\"noteTitle\":{\"value\":\"Note "
                        + ++number
                        + "\"},\"noteAuthor\":{\"value\":\"A. Person\"},\"noteText\":{\"value\":\""
                        + text.get()
                        + "\"}}}")
            .collect(Collectors.joining(","));
    post("objects?minimalResponse=true", "{\"objects\":[" + entries + "]}");
  }

  /** Reads the first page of a container's documents with their index data. */
  void page(String target, int size) throws IOException, InterruptedException {
    post(
        "objects/search",
        "{\"query\":{\"statement\":\"SELECT * FROM accountingNote WHERE system:parentId = "
            + target
            + "\",\"maxItems\":"
            + size
            + "}}");
  }

  /** Runs a search and gives the number of hits on its page. */
  int search(String statement, int size) throws IOException, InterruptedException {
    String answer =
        post(
            "objects/search",
            "{\"query\":{\"statement\":\"" + statement + "\",\"maxItems\":" + size + "}}");
    return (int) ID.matcher(answer).results().count();
  }

  /**
   * Waits until the full-text index has the last document that was inserted: asks again whenever
   * something was written.
   *
   * @param data folder of the archive
   */
  void awaitIndex(Path data) throws IOException, InterruptedException {
    String last = "SELECT * FROM system:object WHERE CONTAINS('" + number + "')";
    try (WatchService writes = data.getFileSystem().newWatchService()) {
      data.register(writes, StandardWatchEventKinds.ENTRY_MODIFY);
      while (search(last, 1) == 0) {
        WatchKey written = writes.take();
        written.pollEvents();
        written.reset();
      }
    }
  }

  /** Deletes for good what lies in the tray. */
  void emptyTray() throws IOException, InterruptedException {
    String answer =
        post(
            "objects/search",
            "{\"query\":{\"statement\":\"SELECT * FROM system:tray\",\"maxItems\":1000}}");
    for (Matcher id = ID.matcher(answer); id.find(); ) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  base.resolve("api/dms/objects/" + id.group(1) + "?hardDelete=true"))
              .header("Authorization", BASIC)
              .DELETE()
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new IOException("deleting: " + status);
      }
    }
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("api/dms/" + path))
            .header("Authorization", BASIC)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      String said = answer.body();
      throw new IOException(
          answer.statusCode() + " " + said.substring(0, Math.min(said.length(), 300)));
    }
    return answer.body();
  }
}
