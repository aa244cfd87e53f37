package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.dms.Content;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.rillsoft.RillsoftOptions;
import org.kontor.local.rillsoft.RillsoftReading;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** Client and local server over HTTP, in every reading of what the documentation leaves open. */
@Timeout(60)
final class RillsoftProtocolTest {
  private static final PageRequest ALL = PageRequest.first(PageRequest.LARGEST);

  @TempDir private Path folder;

  /** What an administrator sets for a server that reads a gap in this way. */
  private static Map<String, String> settings(RillsoftReading reading) {
    return switch (reading) {
      case SIGN_IN_AUTH -> Map.of("loginPath", "auth");
      case DOWNLOAD_SUFFIX ->
          Map.of("download", "clients/{client}/dms/projects/{project}/documents/{document}/file");
      case VERSIONS_AS_REVISIONS ->
          Map.of(
              "versions",
              "clients/{client}/dms/projects/{project}/documents/{document}/revisions",
              "versionDownload",
              "clients/{client}/dms/projects/{project}/documents/{document}/revisions/{version}");
      case PARENTS_ALL -> Map.of("documentParents", "all");
      default -> Map.of();
    };
  }

  private LocalServer serve(boolean demo, RillsoftReading... readings) throws Exception {
    return LocalServer.start(
        new LocalServerOptions(
                0,
                folder.resolve("data"),
                Optional.empty(),
                List.of(new Account("eva", "secret")),
                demo)
            .with(RillsoftOptions.USUAL.reading(readings)));
  }

  private static RillsoftServer connect(LocalServer server, Map<String, String> settings) {
    return new RillsoftServer(
        RillsoftConnection.of(
            server.baseUri(), "eva", () -> "secret", Locale.ENGLISH, RillsoftDialect.of(settings)));
  }

  private static Location.Container place(RillsoftServer client, String type) throws Exception {
    return client.places("", Integer.MAX_VALUE).stream()
        .map(DmsObject.Container::inside)
        .filter(found -> found.type().value().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private ObjectId send(RillsoftServer client, Operation operation) throws Exception {
    return assertInstanceOf(
            WriteResult.Accepted.class,
            client.execute(List.of(operation), SendProgress.NONE).getFirst())
        .object();
  }

  private SourceFile file(String name, String text) throws Exception {
    return SourceFile.of(Files.writeString(folder.resolve(name), text));
  }

  private Operation.Insert insert(RillsoftServer client, SourceFile file) throws Exception {
    return new Operation.Insert(
        place(client, "task.1"),
        Optional.of(Definition.document(1)),
        Optional.empty(),
        Map.of("description", FieldValue.of("Maße für „Süd“")),
        List.of(file),
        Optional.of(place(client, "dmsfolder.1")));
  }

  @Test
  void theDemoIsBrowsedByPlanAndByFiling() throws Exception {
    try (LocalServer server = serve(true);
        RillsoftServer client = connect(server, Map.of())) {
      assertEquals("eva", client.signIn().name());
      assertEquals(4, client.schema().cabinets().size());
      int documents = 0;
      for (Cabinet cabinet : client.schema().cabinets()) {
        for (DmsObject.Container top : client.folders(cabinet.folderType().id(), ALL).items()) {
          documents += documentsBelow(client, top.inside());
        }
      }
      long listed = client.schema().cabinets().isEmpty() ? 0 : all(client);
      assertEquals(2 * listed, documents, "each is found by plan and by filing");
      assertTrue(listed > 0);
    }
  }

  private static long all(RillsoftServer client) throws Exception {
    long all = 0;
    for (DmsObject.Container place : client.places("", Integer.MAX_VALUE)) {
      if (place.type().value().startsWith("dms")) {
        all += client.documents(place.inside(), ALL).items().size();
      }
    }
    return all;
  }

  private static int documentsBelow(RillsoftServer client, Location.Container place)
      throws Exception {
    int count = client.documents(place, ALL).items().size();
    for (DmsObject.Container inner : client.registers(place, ALL).items()) {
      assertEquals(List.of(place), client.locations(inner.id()));
      count += documentsBelow(client, inner.inside());
    }
    return count;
  }

  @ParameterizedTest
  @EnumSource(
      value = RillsoftReading.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "UNLICENSED",
        "NO_ELEMENTS",
        "PARENT_IGNORED",
        "PARENT_REFUSED",
        "DELETE_BY_OVERRIDE",
        "NO_VERSIONS"
      })
  void aDocumentIsMadeChangedMovedAndDeletedInEveryReading(RillsoftReading reading)
      throws Exception {
    try (LocalServer server = serve(false, reading);
        RillsoftServer client = connect(server, settings(reading))) {
      client.signIn();
      ObjectId id = send(client, insert(client, file("plan.txt", "one")));
      DmsObject.Document made = (DmsObject.Document) client.object(id);
      assertEquals(FieldValue.of("plan.txt"), made.fields().get("name"));
      assertEquals(FieldValue.of("Maße für „Süd“"), made.fields().get("description"));
      send(
          client,
          new Operation.ReplaceContent(
              id, made.type(), List.of(file("two.txt", "second")), made.contents()));
      send(
          client,
          new Operation.UpdateFields(
              id,
              Definition.document(1),
              Map.of("name", FieldValue.of("Plan.txt"), "description", FieldValue.empty()),
              Map.of()));
      DmsObject.Document changed = (DmsObject.Document) client.object(id);
      assertEquals(FieldValue.of("Plan.txt"), changed.fields().get("name"));
      assertTrue(changed.fields().getOrDefault("description", FieldValue.empty()).isEmpty());
      try (Content content = client.content(id, 1)) {
        assertEquals("second", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
      }
      assertTrue(client.versions(id).size() >= 2);
      assertTrue(client.versions(id).getLast().current());
      try (Content content = client.versionContent(id, client.versions(id).getFirst().number())) {
        assertEquals("one", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
      }
      List<Location> places = client.locations(id);
      Location.Container other =
          client.places("", Integer.MAX_VALUE).stream()
              .map(DmsObject.Container::inside)
              .filter(place -> place.type().value().startsWith("dms"))
              .filter(place -> place.type().value().endsWith(".1"))
              .filter(place -> !places.contains(place))
              .findFirst()
              .orElseThrow();
      send(
          client,
          new Operation.Move(
              id, Definition.document(1), (Location.Container) places.get(1), other));
      assertEquals(List.of(places.getFirst(), other), client.locations(id));
      Operation delete =
          new Operation.DeleteObject(id, Optional.of(Definition.document(1)), false, false);
      send(client, delete);
      assertEquals(Evidence.Presence.IN_BIN, client.evidence().presence(id));
      send(client, new Operation.RestoreObject(id, Optional.of(Definition.document(1)), false));
      assertEquals(Evidence.Presence.PRESENT, client.evidence().presence(id));
    }
  }

  @Test
  void aServerThatTellsNoPlanShowsTheElementsOfItsDocuments() throws Exception {
    try (LocalServer server = serve(true, RillsoftReading.NO_ELEMENTS);
        RillsoftServer client = connect(server, Map.of())) {
      client.signIn();
      Map<ObjectId, Integer> seen = new HashMap<>();
      for (DmsObject.Container project : client.folders(Definition.project(1), ALL).items()) {
        for (DmsObject.Container element : client.registers(project.inside(), ALL).items()) {
          client
              .documents(element.inside(), ALL)
              .items()
              .forEach(document -> seen.merge(document.id(), 1, Integer::sum));
        }
      }
      assertFalse(seen.isEmpty());
      assertTrue(seen.values().stream().allMatch(count -> count == 1), seen.toString());
    }
  }
}
