package org.kontor.rillsoft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.http.ScriptedServer;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** A server that answers in the forms of the reference (2.7, 3.3, 3.6), and a client of it. */
final class Recorded implements AutoCloseable {
  static final String UUID = "7b0c2a54-1f6e-4d0a-9b0e-3c5f6a1d2e90";
  static final String LIST = "GET /api/v2/clients/3/dms/documents";
  static final String UPDATE = "POST /api/v2/clients/3/dms/projects/58/documents/4711";
  static final String CREATE =
      "POST /api/v2/clients/3/dms/projects/58/folders/12/parent/" + UUID + "/documents";
  static final ObjectId DOCUMENT = new ObjectId("d3.58.4711");
  static final Location.Container TASK =
      new Location.Container(new ObjectId("e3.58." + UUID), Definition.task(3), Kind.REGISTER);
  static final Location.Container FOLDER =
      new Location.Container(new ObjectId("f3.12"), Definition.folder(3), Kind.FOLDER);

  /** The example of 2.7. */
  static final String FOUNDATION =
      """
      {"id": 4711, "projectId": 58, "parentUuid": "7b0c2a54-1f6e-4d0a-9b0e-3c5f6a1d2e90",
       "folderId": 12, "name": "foundation-plan.pdf", "description": "approved state",
       "fileSize": 183204, "mimeType": "application/pdf", "version": 3,
       "createdAt": "2026-03-04T09:15:00+01:00", "createdUserName": "m.keller"}
      """;

  final ScriptedServer server;
  final RillsoftServer client;

  Recorded(Map<String, String> dialect) throws IOException {
    server =
        new ScriptedServer()
            .json("POST /api/v2/login", "{\"token\":\"one\"}")
            .json("GET /api/v2/clients", "[{\"id\":3,\"name\":\"Bau\"}]")
            .json(
                "GET /api/v2/clients/3/projects",
                "[{\"projectId\":58,\"uuid\":\"11111111-1f6e-4d0a-9b0e-3c5f6a1d2e90\","
                    + "\"name\":\"Hall\",\"code\":\"H-3\",\"path\":\"North/2026\"}]")
            .json(
                "GET /api/v2/clients/3/projects/58",
                "{\"projectId\":58,\"name\":\"Hall\",\"elements\":[{\"uuid\":\"s1\","
                    + "\"type\":\"subproject\",\"name\":\"Shell\",\"elements\":[{\"uuid\":\""
                    + UUID
                    + "\",\"type\":\"task\",\"name\":\"Foundation\"}]},"
                    + "{\"uuid\":\"t2\",\"type\":\"task\",\"name\":\"Roof\"}]}")
            .json(
                "GET /api/v2/clients/3/dms/folders",
                "[{\"id\":1,\"name\":\"Main\"},{\"id\":12,\"name\":\"Plans\",\"parentId\":1}]")
            .json(LIST, '[' + FOUNDATION + ']');
    client =
        new RillsoftServer(
            RillsoftConnection.of(
                server.uri(), "keller", () -> "pass", Locale.ENGLISH, RillsoftDialect.of(dialect)));
  }

  Recorded() throws IOException {
    this(Map.of());
  }

  List<WriteResult> send(Operation... operations) throws Exception {
    return client.execute(List.of(operations), SendProgress.NONE);
  }

  ScriptedServer.Exchange lastOf(String methodAndPath) {
    return server.exchanges().stream()
        .filter(one -> (one.method() + ' ' + one.path()).equals(methodAndPath))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  long count(String methodAndPath) {
    return server.exchanges().stream()
        .filter(one -> (one.method() + ' ' + one.path()).equals(methodAndPath))
        .count();
  }

  static SourceFile file(Path folder, String name, String type, String text) throws IOException {
    Path path = Files.writeString(Files.createTempFile(folder, "f", ""), text);
    return new SourceFile(
        path,
        name,
        type,
        Files.size(path),
        Optional.empty(),
        Files.getLastModifiedTime(path).toMillis());
  }

  static Operation.Insert insert(SourceFile file) {
    return new Operation.Insert(
        TASK,
        Optional.of(Definition.document(3)),
        Optional.empty(),
        Map.of(
            "name", FieldValue.of("Plan Ä.pdf"), "description", FieldValue.of("after \"visit\"")),
        List.of(file),
        Optional.of(FOLDER));
  }

  static Operation.UpdateFields describe(String text) {
    return new Operation.UpdateFields(
        DOCUMENT,
        Definition.document(3),
        Map.of("description", FieldValue.of(text)),
        Map.of("description", FieldValue.of("approved state")));
  }

  /** The list with one more document of the same place. */
  static String listWith(long id, String name, long size) {
    return '['
        + FOUNDATION
        + ','
        + "{\"id\":%d,\"projectId\":58,\"parentUuid\":\"%s\",\"folderId\":12,\"name\":\"%s\",\"fileSize\":%d}"
            .formatted(id, UUID, name, size)
        + ']';
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
