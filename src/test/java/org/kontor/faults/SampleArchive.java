package org.kontor.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.dms.Content;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.enaio.EnaioServer;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** A folder with two registers and a document of its own, in the demo archive's definition. */
final class SampleArchive {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  final EnaioServer server;
  final Location.Container folder;
  final Location.Container here;
  final Location.Container there;
  final TypeId note;
  private final Path home;
  ObjectId document = new ObjectId("0");

  SampleArchive(EnaioServer server, Path home) throws Exception {
    this.server = server;
    this.home = home;
    note = type("accountingNote");
    TypeId folders = type("supplierFile");
    String number = "F" + NUMBERS.incrementAndGet();
    folder =
        new Location.Container(
            insert(
                new Location.Top(folders),
                folders,
                Map.of("supplierName", FieldValue.of(number), "supplierNo", FieldValue.of(number))),
            folders,
            Kind.FOLDER);
    here = register("here");
    there = register("there");
  }

  TypeId type(String name) throws Exception {
    return server.schema().typeNamed(name).orElseThrow().id();
  }

  private Location.Container register(String title) throws Exception {
    TypeId type = type("businessCase");
    return new Location.Container(
        insert(folder, type, Map.of("caseTitle", FieldValue.of(title))), type, Kind.REGISTER);
  }

  /** A note in the first register, which becomes the document. */
  ObjectId noteHere() throws Exception {
    document = insert(here, note, Map.of("noteTitle", FieldValue.of("before")), file("first"));
    return document;
  }

  /** A receipt of two pages in the first register, which becomes the document. */
  ObjectId receiptHere() throws Exception {
    document =
        insert(
            here,
            type("receiptScan"),
            Map.of("receiptPurpose", FieldValue.of("x"), "receiptAmount", FieldValue.of("1")),
            file("page one"),
            file("page two"));
    return document;
  }

  /** A document in the tray, which becomes the document. */
  ObjectId typelessInTray() throws Exception {
    document =
        make(
            new Operation.Insert(
                Location.TRAY,
                Optional.empty(),
                Optional.of(MainType.ANY_FILE),
                Map.of(),
                List.of(file("scan"))));
    return document;
  }

  SourceFile file(String text) throws Exception {
    Path path = Files.createTempFile(home, "f", ".txt");
    Files.writeString(path, text);
    return SourceFile.of(path);
  }

  private ObjectId insert(
      Location target, TypeId type, Map<String, FieldValue> fields, SourceFile... files)
      throws Exception {
    return make(
        new Operation.Insert(target, Optional.of(type), Optional.empty(), fields, List.of(files)));
  }

  /** Does it at once, past proxy and outbox. */
  ObjectId make(Operation operation) throws Exception {
    WriteResult result = server.execute(List.of(operation), SendProgress.NONE).getFirst();
    if (result instanceof WriteResult.Accepted(ObjectId object, var _)) {
      return object;
    }
    throw new AssertionError(result);
  }

  String title() throws Exception {
    return server.object(document).fields().get("noteTitle")
            instanceof FieldValue.Single(String text)
        ? text
        : "";
  }

  List<ContentInfo> contents() throws Exception {
    return ((DmsObject.Document) server.object(document)).contents();
  }

  String text(int index) throws Exception {
    try (Content content = server.content(document, index)) {
      return new String(content.stream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  boolean liesAt(Location.Container... places) throws Exception {
    List<ObjectId> ids =
        server.locations(document).stream()
            .filter(Location.Container.class::isInstance)
            .map(place -> ((Location.Container) place).id())
            .sorted(java.util.Comparator.comparing(ObjectId::value))
            .toList();
    return ids.equals(
        java.util.stream.Stream.of(places)
            .map(Location.Container::id)
            .sorted(java.util.Comparator.comparing(ObjectId::value))
            .toList());
  }
}
