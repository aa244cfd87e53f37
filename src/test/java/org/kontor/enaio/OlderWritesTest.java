package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.local.Server;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.ServiceVersion;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * The same day's work against services of every age: what a version can do is done, by another way
 * where it needs one; what it cannot do is not sent.
 */
@Timeout(60)
final class OlderWritesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"3.1.0", "3.2.0", "5.0.0", "5.1.0", "5.3.0", "6.0.0", "6.2.0", "6.5.0", "6.5.1"})
  void aDaysWorkIsDoneAsFarAsTheVersionGoes(String text) throws Exception {
    ServiceVersion version = ServiceVersion.of(text).orElseThrow();
    try (Server server = Server.start(folder.resolve("data"));
        Server older = restart(server, version)) {
      work(older, text);
    }
  }

  private Server restart(Server server, ServiceVersion version) {
    server.folder("S1");
    server.folder("S2");
    server.close();
    return Server.start(folder.resolve("data"), Behaviour.of(version));
  }

  private void work(Server server, String version) throws Exception {
    try (EnaioServer client =
        new EnaioServer(
            EnaioConnection.of(server.uri("/"), "demo", () -> "demo", Locale.ENGLISH))) {
      client.signIn();
      Schema schema = client.schema();
      List<DmsObject.Container> folders =
          client.folders(type(schema, "supplierFile"), PageRequest.first(10)).items();
      Location.Container here = folders.get(0).inside();
      Location.Container there = folders.get(1).inside();
      TypeId note = type(schema, "accountingNote");
      ObjectId document =
          done(
              client,
              new Operation.Insert(
                  Location.TRAY,
                  Optional.empty(),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(file("scan.txt", "words"))));
      done(client, new Operation.AssignType(document, note, title("typed")));
      done(client, new Operation.FileAway(document, here, Optional.empty(), Map.of()));
      assertEquals(List.of(here.id()), places(client, document));
      done(
          client,
          new Operation.MoveAndUpdate(document, note, here, there, title("moved"), title("typed")));
      assertEquals(List.of(there.id()), places(client, document));
      assertEquals(
          title("moved").get("noteTitle"), client.object(document).fields().get("noteTitle"));
      WriteResult linked = send(client, new Operation.AddLocation(document, note, here));
      if (atLeast(version, "5.1.0")) {
        assertInstanceOf(WriteResult.Accepted.class, linked);
        assertEquals(2, places(client, document).size());
      } else {
        assertInstanceOf(WriteResult.Rejected.class, linked);
        assertEquals(List.of(there.id()), places(client, document), "an old server would move it");
      }
      done(
          client,
          new Operation.ReplaceContent(
              document, Optional.of(note), List.of(file("new.txt", "other words")), List.of()));
      assertEquals(
          "other words",
          new String(client.content(document, 1).stream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static boolean atLeast(String version, String other) {
    return ServiceVersion.of(version)
            .orElseThrow()
            .compareTo(ServiceVersion.of(other).orElseThrow())
        >= 0;
  }

  private static Map<String, FieldValue> title(String text) {
    return Map.of("noteTitle", FieldValue.of(text));
  }

  private SourceFile file(String name, String content) throws Exception {
    return SourceFile.of(Files.writeString(folder.resolve(name), content));
  }

  private static ObjectId done(EnaioServer client, Operation operation) throws Exception {
    return assertInstanceOf(WriteResult.Accepted.class, send(client, operation)).object();
  }

  private static WriteResult send(EnaioServer client, Operation operation) throws Exception {
    return client.execute(List.of(operation), SendProgress.NONE).getFirst();
  }

  private static List<ObjectId> places(EnaioServer client, ObjectId id) throws Exception {
    return client.locations(id).stream()
        .map(place -> ((Location.Container) place).id())
        .sorted(Comparator.comparing(ObjectId::value))
        .toList();
  }

  private static TypeId type(Schema schema, String name) {
    return schema.cabinets().stream()
        .flatMap(cabinet -> cabinet.types())
        .filter(type -> type.internalName().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
