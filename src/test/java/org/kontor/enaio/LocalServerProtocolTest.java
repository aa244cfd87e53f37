package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;

/** Every call of the port and every operation against the local server, over real HTTP. */
@Timeout(20)
final class LocalServerProtocolTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

  @TempDir private static Path folder;
  private static LocalServer local;
  private static EnaioServer server;
  private static Schema schema;

  @BeforeAll
  static void start() throws Exception {
    local =
        LocalServer.start(
            new LocalServerOptions(0, folder.resolve("data"), Optional.empty(), List.of(), false));
    server = connect("demo");
    schema = server.schema();
  }

  @AfterAll
  static void stop() {
    server.close();
    local.close();
  }

  private static EnaioServer connect(String password) {
    return new EnaioServer(
        EnaioConnection.of(local.baseUri(), "demo", () -> password, Locale.ENGLISH));
  }

  private static ObjectType type(String name) {
    return schema.typeNamed(name).orElseThrow();
  }

  private static SourceFile file(String name, byte[] bytes) throws IOException {
    Path path = Files.write(Files.createTempFile(folder, "f", ".bin"), bytes);
    return new SourceFile(
        path,
        name,
        "text/plain",
        bytes.length,
        Optional.empty(),
        Files.getLastModifiedTime(path).toMillis());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, FieldValue> fields(String... namesAndValues) {
    Map<String, FieldValue> fields = new HashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      fields.put(namesAndValues[at], FieldValue.of(namesAndValues[at + 1]));
    }
    return fields;
  }

  private static ObjectId done(Operation operation) throws Exception {
    List<WriteResult> results = server.execute(List.of(operation), SendProgress.NONE);
    assertEquals(1, results.size());
    return assertInstanceOf(WriteResult.Accepted.class, results.getFirst()).object();
  }

  private static Location.Container folder(String name) throws Exception {
    ObjectType type = type("supplierFile");
    ObjectId id =
        done(
            new Operation.Insert(
                new Location.Top(type.id()),
                Optional.of(type.id()),
                Optional.empty(),
                fields("supplierName", name, "supplierNo", "S" + NUMBERS.incrementAndGet()),
                List.of()));
    return new Location.Container(id, type.id(), Kind.FOLDER);
  }

  private static Location.Container register(Location parent, String title) throws Exception {
    ObjectType type = type("businessCase");
    ObjectId id =
        done(
            new Operation.Insert(
                parent,
                Optional.of(type.id()),
                Optional.empty(),
                fields("caseTitle", title),
                List.of()));
    return new Location.Container(id, type.id(), Kind.REGISTER);
  }

  private static Map<String, FieldValue> note(String title) {
    return fields("noteTitle", title);
  }

  private static ObjectId noteIn(Location target, String title) throws Exception {
    return done(
        new Operation.Insert(
            target,
            Optional.of(type("accountingNote").id()),
            Optional.empty(),
            note(title),
            List.of(file("n.txt", utf8(title)))));
  }

  private static ObjectId typeless(String text) throws Exception {
    return done(
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(file("scan ü.txt", utf8(text)))));
  }

  private static List<ObjectId> documentsIn(Location.Container place) throws Exception {
    return server.documents(place, PageRequest.first(100)).items().stream()
        .map(DmsObject.Document::id)
        .toList();
  }

  private static DmsObject.Document document(ObjectId id) throws Exception {
    return assertInstanceOf(DmsObject.Document.class, server.object(id));
  }

  private static byte[] read(ObjectId id, int index) throws Exception {
    try (Content content = server.content(id, index)) {
      return content.stream().readAllBytes();
    }
  }

  @Test
  void signsIn() throws Exception {
    assertEquals("demo", server.signIn().name());
    try (EnaioServer stranger = connect("wrong")) {
      assertThrows(DmsException.NotSignedIn.class, stranger::signIn);
      assertThrows(DmsException.NotSignedIn.class, stranger::schema);
    }
  }

  @Test
  void theDefinitionIsReadWhole() {
    assertEquals(
        List.of("accounting", "projects"),
        schema.cabinets().stream().map(cabinet -> cabinet.internalName()).toList());
    ObjectType invoice = type("supplierInvoice");
    assertEquals(Optional.of(MainType.ANY_FILE), invoice.mainType());
    assertTrue(invoice.field("invoiceNo").orElseThrow().key());
    assertTrue(invoice.field("invoiceNo").orElseThrow().required());
    assertTrue(invoice.field("bookedAt").orElseThrow().readOnly());
    assertInstanceOf(FieldType.Date.class, invoice.field("dueDate").orElseThrow().type());
    assertInstanceOf(FieldType.Decimal.class, invoice.field("netAmount").orElseThrow().type());
    assertInstanceOf(FieldType.YesNo.class, invoice.field("directDebit").orElseThrow().type());
    assertEquals(
        "Payment", invoice.field("dueDate").orElseThrow().page().orElseThrow().in(Locale.ENGLISH));
    FieldType.Choice tags =
        assertInstanceOf(FieldType.Choice.class, invoice.field("invoiceTags").orElseThrow().type());
    assertTrue(tags.multiple());
    FieldType.Choice centre =
        assertInstanceOf(FieldType.Choice.class, invoice.field("costCentre").orElseThrow().type());
    assertTrue(centre.catalog().entries().stream().anyMatch(entry -> !entry.children().isEmpty()));
    FieldType.Table positions =
        assertInstanceOf(FieldType.Table.class, invoice.field("positions").orElseThrow().type());
    assertFalse(positions.columns().isEmpty());
    assertEquals(
        Optional.of(FieldValue.of("EUR")), invoice.field("currency").orElseThrow().initialValue());
    assertEquals(20, type("supplierFile").childLimits().get(type("contract").id()));
    assertEquals("Supplier invoice", invoice.name().in(Locale.ENGLISH));
    assertEquals("Eingangsrechnung", invoice.name().in(Locale.GERMAN));
  }

  @Test
  void aTypelessFileInTheTrayIsListedReadAndLocated() throws Exception {
    AtomicLong progress = new AtomicLong();
    SourceFile file = file("a \"b\".txt", utf8("Inhalt"));
    List<WriteResult> results =
        server.execute(
            List.of(
                new Operation.Insert(
                    Location.TRAY,
                    Optional.empty(),
                    Optional.of(MainType.ANY_FILE),
                    Map.of(),
                    List.of(file))),
            progress::set);
    WriteResult.Accepted accepted =
        assertInstanceOf(WriteResult.Accepted.class, results.getFirst());
    assertEquals(Optional.empty(), accepted.type());
    assertEquals(6, progress.get());
    DmsObject.Document listed =
        server.tray(PageRequest.first(1_000)).items().stream()
            .filter(each -> each.id().equals(accepted.object()))
            .findFirst()
            .orElseThrow();
    assertTrue(listed.isTypeless());
    assertEquals(Optional.of(MainType.ANY_FILE), listed.mainType());
    assertEquals(6, listed.contents().getFirst().length());
    assertEquals(1, listed.contents().getFirst().index());
    assertTrue(listed.contents().getFirst().sha256().isPresent());
    assertTrue(document(accepted.object()).isTypeless());
    assertArrayEquals(utf8("Inhalt"), read(accepted.object(), 0));
    assertArrayEquals(utf8("Inhalt"), read(accepted.object(), 1));
    assertEquals(List.of(Location.TRAY), server.locations(accepted.object()));
  }

  @Test
  void trayPagesFitTogether() throws Exception {
    List<ObjectId> made = new ArrayList<>();
    for (int at = 0; at < 5; at++) {
      made.add(typeless("page " + at));
    }
    List<ObjectId> listed = new ArrayList<>();
    Page<DmsObject.Document> page;
    PageRequest request = PageRequest.first(2);
    do {
      page = server.tray(request);
      page.items().forEach(each -> listed.add(each.id()));
      assertTrue(page.totalAtLeast() >= listed.size());
      request = request.next();
    } while (page.more());
    assertEquals(listed.size(), listed.stream().distinct().count());
    assertEquals(made, listed.stream().filter(made::contains).toList(), "oldest first");
  }

  @Test
  void typesAndFilesInOneRequest() throws Exception {
    Location.Container place = folder("Ablage GmbH");
    ObjectId id = typeless("to be filed");
    Map<String, FieldValue> values =
        new HashMap<>(
            fields(
                "invoiceNo", "R-" + NUMBERS.incrementAndGet(),
                "invoiceDate", "2026-02-03",
                "invoiceSupplier", "Müller & Söhne",
                "grossAmount", "119.50",
                "directDebit", "1"));
    ObjectType invoice = type("supplierInvoice");
    FieldType.Choice tags = (FieldType.Choice) invoice.field("invoiceTags").orElseThrow().type();
    List<String> two = tags.catalog().choices().limit(2).map(entry -> entry.value()).toList();
    values.put("invoiceTags", new FieldValue.Multiple(two));
    FieldType.Table positions = (FieldType.Table) invoice.field("positions").orElseThrow().type();
    List<String> columns = positions.columns().stream().map(column -> column.name()).toList();
    List<String> row = positions.columns().stream().map(column -> cell(column.type())).toList();
    values.put("positions", new FieldValue.Table(columns, List.of(row)));
    assertEquals(id, done(new Operation.FileAway(id, place, Optional.of(invoice.id()), values)));
    DmsObject.Document filed = document(id);
    assertEquals(Optional.of(invoice.id()), filed.type());
    values.forEach((name, value) -> assertEquals(value, filed.fields().get(name), name));
    assertEquals(List.of(id), documentsIn(place));
    assertEquals(List.of(place), server.locations(id));
    assertArrayEquals(utf8("to be filed"), read(id, 1));
  }

  private static String cell(FieldType type) {
    return switch (type) {
      case FieldType.Text _ -> "Papier";
      case FieldType.Choice choice -> choice.catalog().choices().findFirst().orElseThrow().value();
      default -> "";
    };
  }

  @Test
  void typesFirstAndFilesLater() throws Exception {
    Location.Container place = folder("Später GmbH");
    ObjectId id = typeless("later");
    done(new Operation.AssignType(id, type("accountingNote").id(), note("typed")));
    assertEquals(Optional.of(type("accountingNote").id()), document(id).type());
    assertEquals(List.of(Location.TRAY), server.locations(id));
    done(new Operation.FileAway(id, place, Optional.empty(), Map.of()));
    assertEquals(List.of(place), server.locations(id));
  }

  @Test
  void movesFromFolderToRegisterAndBack() throws Exception {
    Location.Container place = folder("Umzug GmbH");
    Location.Container inside = register(place, "Vorgang");
    ObjectId id = noteIn(place, "moves");
    done(new Operation.Move(id, type("accountingNote").id(), place, inside));
    assertEquals(List.of(), documentsIn(place));
    assertEquals(List.of(id), documentsIn(inside));
    assertEquals(List.of(inside), server.locations(id));
    done(new Operation.Move(id, type("accountingNote").id(), inside, place));
    assertEquals(List.of(place), server.locations(id));
  }

  @Test
  void addsAndRemovesALocation() throws Exception {
    Location.Container first = folder("Erste GmbH");
    Location.Container second = folder("Zweite GmbH");
    ObjectId id = noteIn(first, "twice");
    done(new Operation.AddLocation(id, type("accountingNote").id(), second));
    assertEquals(2, server.locations(id).size());
    assertEquals(List.of(id), documentsIn(second));
    done(new Operation.RemoveLocation(id, type("accountingNote").id(), first));
    assertEquals(List.of(second), server.locations(id));
  }

  @Test
  void updatesAndClearsFields() throws Exception {
    ObjectId id = noteIn(folder("Neu GmbH"), "before");
    Map<String, FieldValue> text = fields("noteText", "first", "noteTitle", "after");
    done(new Operation.UpdateFields(id, type("accountingNote").id(), text, Map.of()));
    assertEquals(FieldValue.of("first"), document(id).fields().get("noteText"));
    done(
        new Operation.UpdateFields(
            id, type("accountingNote").id(), Map.of("noteText", FieldValue.empty()), Map.of()));
    assertFalse(document(id).fields().containsKey("noteText"));
    assertEquals(FieldValue.of("after"), document(id).fields().get("noteTitle"));
  }

  @Test
  void registersAreListedAndLocatedAndMoved() throws Exception {
    Location.Container place = folder("Register GmbH");
    Location.Container outer = register(place, "außen");
    Location.Container inner = register(outer, "innen");
    List<DmsObject.Container> top = server.registers(place, PageRequest.first(10)).items();
    assertEquals(List.of(outer), top.stream().map(DmsObject.Container::inside).toList());
    assertEquals(FieldValue.of("außen"), top.getFirst().fields().get("caseTitle"));
    assertEquals(Kind.REGISTER, top.getFirst().kind());
    assertTrue(top.getFirst().provenance().created().isPresent());
    List<DmsObject.Container> below = server.registers(outer, PageRequest.first(10)).items();
    assertEquals(List.of(inner), below.stream().map(DmsObject.Container::inside).toList());
    assertEquals(List.of(place), server.locations(outer.id()));
    assertEquals(List.of(outer), server.locations(inner.id()));
    done(new Operation.Move(inner.id(), inner.type(), outer, place));
    assertEquals(List.of(place), server.locations(inner.id()));
  }

  @Test
  void documentsOfSeveralTypesComeInPagesOldestFirst() throws Exception {
    Location.Container place = folder("Seiten GmbH");
    List<ObjectId> made = new ArrayList<>();
    for (int at = 0; at < 4; at++) {
      made.add(noteIn(place, "note " + at));
      made.add(
          done(
              new Operation.Insert(
                  place,
                  Optional.of(type("accountingLetter").id()),
                  Optional.empty(),
                  fields("letterSubject", "letter " + at),
                  List.of(file("l.txt", utf8("l"))))));
    }
    Page<DmsObject.Document> first = server.documents(place, PageRequest.first(5));
    Page<DmsObject.Document> second = server.documents(place, new PageRequest(5, 5));
    assertTrue(first.more());
    assertFalse(second.more());
    assertEquals(8, second.totalAtLeast());
    List<ObjectId> listed = new ArrayList<>();
    first.items().forEach(each -> listed.add(each.id()));
    second.items().forEach(each -> listed.add(each.id()));
    assertEquals(made, listed);
    assertEquals(FieldValue.of("letter 0"), first.items().get(1).fields().get("letterSubject"));
  }

  @Test
  void foldersAreListedAndLocated() throws Exception {
    Location.Container place = folder("Oben GmbH");
    Page<DmsObject.Container> page =
        server.folders(type("supplierFile").id(), PageRequest.first(1_000));
    assertTrue(page.items().stream().anyMatch(each -> each.id().equals(place.id())));
    assertEquals(List.of(new Location.Top(place.type())), server.locations(place.id()));
  }

  @Test
  void placesAreFoundByPartsOfWords() throws Exception {
    Location.Container place = folder("Zauberhaft & 100% Gut KG");
    Location.Container inside = register(place, "Zauberstab Reklamation");
    List<ObjectId> both =
        server.places("zauber", 10).stream().map(DmsObject.Container::id).toList();
    assertTrue(both.containsAll(List.of(place.id(), inside.id())), both::toString);
    assertEquals(
        List.of(inside.id()),
        server.places(" reklam  ZAUBER ", 10).stream().map(DmsObject.Container::id).toList());
    assertEquals(
        List.of(place.id()),
        server.places("100%", 10).stream().map(DmsObject.Container::id).toList());
    assertEquals(List.of(), server.places("gibtesnicht", 10));
    assertEquals(1, server.places("", 1).size());
  }

  @Test
  void aRefusedEntryNamesItsFields() throws Exception {
    Location.Container place = folder("Pflicht GmbH");
    Operation missing =
        new Operation.Insert(
            place,
            Optional.of(type("supplierInvoice").id()),
            Optional.empty(),
            fields("invoiceDate", "2026-01-01", "invoiceSupplier", "x", "grossAmount", "1"),
            List.of());
    WriteResult.Rejected rejected =
        assertInstanceOf(
            WriteResult.Rejected.class,
            server.execute(List.of(missing), SendProgress.NONE).getFirst());
    assertTrue(
        rejected.reason().fieldMessages().containsKey("invoiceNo"), rejected.reason()::toString);
  }

  @Test
  void aTypelessDocumentIsNotFiledUntyped() throws Exception {
    ObjectId id = typeless("untyped");
    Location.Container place = folder("Nein GmbH");
    Operation file = new Operation.FileAway(id, place, Optional.empty(), Map.of());
    assertInstanceOf(
        WriteResult.Rejected.class, server.execute(List.of(file), SendProgress.NONE).getFirst());
    assertEquals(List.of(Location.TRAY), server.locations(id));
  }

  @Test
  void aBatchWithARefusalTellsWhatItCan() throws Exception {
    Location.Container place = folder("Stapel GmbH");
    ObjectId good = typeless("good");
    ObjectId bad = typeless("bad");
    List<WriteResult> results =
        server.execute(
            List.of(
                new Operation.FileAway(
                    good, place, Optional.of(type("accountingNote").id()), note("good")),
                new Operation.Insert(
                    place,
                    Optional.of(type("accountingNote").id()),
                    Optional.empty(),
                    note("new"),
                    List.of()),
                new Operation.FileAway(bad, place, Optional.empty(), Map.of())),
            SendProgress.NONE);
    assertInstanceOf(WriteResult.Accepted.class, results.get(0));
    assertInstanceOf(WriteResult.Unclear.class, results.get(1));
    assertInstanceOf(WriteResult.Rejected.class, results.get(2));
  }

  @Test
  void aMixedListKeepsItsOrder() throws Exception {
    Location.Container first = folder("Misch GmbH");
    Location.Container second = folder("Misch 2 GmbH");
    ObjectId id = noteIn(first, "mixed");
    done(new Operation.AddLocation(id, type("accountingNote").id(), second));
    List<WriteResult> results =
        server.execute(
            List.of(
                new Operation.Insert(
                    Location.TRAY,
                    Optional.empty(),
                    Optional.of(MainType.ANY_FILE),
                    Map.of(),
                    List.of(file("1.txt", utf8("1")))),
                new Operation.RemoveLocation(id, type("accountingNote").id(), first),
                new Operation.Insert(
                    Location.TRAY,
                    Optional.empty(),
                    Optional.of(MainType.ANY_FILE),
                    Map.of(),
                    List.of(file("2.txt", utf8("22")))),
                new Operation.UpdateFields(
                    id, type("accountingNote").id(), note("changed"), Map.of())),
            SendProgress.NONE);
    List<ObjectId> ids = new ArrayList<>();
    for (WriteResult result : results) {
      ids.add(assertInstanceOf(WriteResult.Accepted.class, result).object());
    }
    assertArrayEquals(utf8("1"), read(ids.get(0), 0));
    assertEquals(id, ids.get(1));
    assertArrayEquals(utf8("22"), read(ids.get(2), 0));
    assertEquals(id, ids.get(3));
  }

  @Test
  void manyNewDocumentsGetTheirIdsInOrder() throws Exception {
    List<Operation> inserts = new ArrayList<>();
    for (int at = 0; at < 20; at++) {
      inserts.add(
          new Operation.Insert(
              Location.TRAY,
              Optional.empty(),
              Optional.of(MainType.ANY_FILE),
              Map.of(),
              List.of(file("f" + at, utf8("content " + at)))));
    }
    List<WriteResult> results = server.execute(inserts, SendProgress.NONE);
    for (int at = 0; at < 20; at++) {
      ObjectId id = assertInstanceOf(WriteResult.Accepted.class, results.get(at)).object();
      assertArrayEquals(utf8("content " + at), read(id, 0));
    }
  }

  @Test
  void emptyAndLargeFilesComeBackByteForByte() throws Exception {
    byte[] large = new byte[5 * 1024 * 1024 + 3];
    new Random(3).nextBytes(large);
    for (byte[] bytes : List.of(new byte[0], large)) {
      ObjectId id =
          done(
              new Operation.Insert(
                  Location.TRAY,
                  Optional.empty(),
                  Optional.of(MainType.ANY_FILE),
                  Map.of(),
                  List.of(file("x.bin", bytes))));
      assertArrayEquals(bytes, read(id, 0));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    ObjectId nothing = new ObjectId("999999999");
    assertThrows(DmsException.NotFound.class, () -> server.object(nothing));
    assertThrows(DmsException.NotFound.class, () -> server.content(nothing, 1));
    assertThrows(DmsException.NotFound.class, () -> server.locations(nothing));
    assertThrows(
        DmsException.NotFound.class,
        () ->
            server.execute(
                List.of(
                    new Operation.RemoveLocation(
                        nothing,
                        type("accountingNote").id(),
                        new Location.Container(nothing, type("supplierFile").id(), Kind.FOLDER))),
                SendProgress.NONE));
  }
}
