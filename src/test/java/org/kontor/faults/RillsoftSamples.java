package org.kontor.faults;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Content;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.http.HttpTimes;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.TypeId;
import org.kontor.rillsoft.RillsoftConnection;
import org.kontor.rillsoft.RillsoftDialect;
import org.kontor.rillsoft.RillsoftServer;

/** Two tasks and two DMS folders of the local server's demo plan, and documents made there. */
final class RillsoftSamples {
  final RillsoftServer server;
  final Location.Container task;
  final Location.Container otherTask;
  final Location.Container folder;
  final Location.Container otherFolder;
  final TypeId document;

  RillsoftSamples(RillsoftServer server) throws Exception {
    this.server = server;
    List<Location.Container> tasks = places("task");
    task = tasks.get(0);
    otherTask =
        tasks.stream()
            .skip(1)
            .filter(other -> project(other).equals(project(task)))
            .findFirst()
            .orElseThrow();
    List<Location.Container> folders = places("folder");
    folder = folders.get(0);
    otherFolder = folders.get(1);
    document =
        server.schema().childTypes(task.type()).map(ObjectType::id).findFirst().orElseThrow();
  }

  static RillsoftServer connect(java.net.URI base, HttpTimes times) {
    return new RillsoftServer(
        new RillsoftConnection(
            base, "eva", () -> "secret", Locale.ENGLISH, RillsoftDialect.DEFAULT, times));
  }

  private static String project(Location.Container element) {
    String id = element.id().value();
    return id.substring(0, id.indexOf('.', id.indexOf('.') + 1));
  }

  /** Of the first client. */
  private List<Location.Container> places(String type) throws Exception {
    String client = server.schema().cabinets().getFirst().folderType().id().value();
    String number = client.substring(client.lastIndexOf('.'));
    return server.places("", Integer.MAX_VALUE).stream()
        .map(DmsObject.Container::inside)
        .filter(
            place -> place.type().value().contains(type) && place.type().value().endsWith(number))
        .toList();
  }

  Operation.Insert insert(SourceFile file) {
    return new Operation.Insert(
        task,
        Optional.of(document),
        Optional.empty(),
        Map.of(),
        List.of(file),
        Optional.of(folder));
  }

  /** A document in the first task and folder, made past outbox and proxy. */
  ObjectId made(Path home, String name) throws Exception {
    Path file = Files.writeString(home.resolve(name), "first of " + name);
    WriteResult result =
        server.execute(List.of(insert(SourceFile.of(file))), SendProgress.NONE).getFirst();
    if (result instanceof WriteResult.Accepted(ObjectId object, var _)) {
      return object;
    }
    throw new AssertionError(result);
  }

  List<DmsObject.Document> inTask() throws Exception {
    return server.documents(task, PageRequest.first(PageRequest.LARGEST)).items();
  }

  String text(ObjectId id) throws Exception {
    try (Content content = server.content(id, 1)) {
      return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  List<ContentInfo> contents(ObjectId id) throws Exception {
    return ((DmsObject.Document) server.object(id)).contents();
  }

  String field(ObjectId id, String name) throws Exception {
    return server.object(id).fields().get(name) instanceof FieldValue.Single(String text)
        ? text
        : "";
  }

  boolean liesAt(ObjectId id, Location.Container... places) throws Exception {
    return server.locations(id).equals(List.of(places));
  }
}
