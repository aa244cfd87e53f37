package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Capabilities;
import org.kontor.dms.ChildAllowance;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.dms.Rendition;
import org.kontor.local.Server;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Reading;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Rights;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * One session of reading, the same against every version of the service and every reading of the
 * gaps that the local server can answer in: what Kontor finds out at sign-in is enough for all.
 */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
final class EveryServiceTest {
  private static final PageRequest ALL = PageRequest.first(100);

  @TempDir private static Path data;
  private static FiledArchive archive;

  @BeforeAll
  static void fill() {
    archive = FiledArchive.fill(data);
  }

  static Stream<Arguments> services() {
    Stream<Arguments> versions =
        Stream.of(
                "3.0.2", "3.1.0", "3.2.0", "5.0.0", "5.3.0", "6.0.0", "6.1.0", "6.2.0", "6.5.0",
                "6.5.1", "6.8.0")
            .flatMap(
                version ->
                    Stream.of(
                        Arguments.of(behaviour(version), true),
                        Arguments.of(behaviour(version, Reading.INFO_WITHOUT_VERSION), false)));
    Stream<Arguments> readings =
        Stream.of(Reading.values())
            .map(
                reading ->
                    Arguments.of(
                        Behaviour.of(reading),
                        reading != Reading.INFO_EMPTY && reading != Reading.INFO_WITHOUT_VERSION));
    Stream<Arguments> together =
        Stream.of(
            Arguments.of(
                behaviour(
                    "5.0.0",
                    Reading.PATH_DMS,
                    Reading.TRAY_BY_PARENT,
                    Reading.NO_REGISTER_IS_NULL,
                    Reading.PLACE_BY_PARENT_IDS,
                    Reading.SMALL_PAGES,
                    Reading.RIGHTS_AS_ACL,
                    Reading.VALUES_AS_JSON_TYPES,
                    Reading.BASE_TYPE_PREFIXED,
                    Reading.INFO_EMPTY),
                false),
            Arguments.of(
                behaviour(
                    "6.8.0",
                    Reading.SCHEMA_PLAIN_ONLY,
                    Reading.TRAY_BY_TABLE,
                    Reading.NO_REGISTER_IS_ZERO,
                    Reading.PARENT_NOT_SEARCHABLE,
                    Reading.LOCKED_BY_TABLE,
                    Reading.CHILDREN_IN_PROPERTIES,
                    Reading.ERRORS_HTML),
                true));
    return Stream.of(versions, readings, together).flatMap(each -> each);
  }

  private static Behaviour behaviour(String version, Reading... readings) {
    return new Behaviour(
        org.kontor.local.behaviour.ServiceVersion.of(version).orElseThrow(), Set.of(readings));
  }

  @ParameterizedTest
  @MethodSource("services")
  void theSameSession(Behaviour behaviour, boolean tellsItsVersion) throws Exception {
    Memory memory = new Memory();
    try (Server local = Server.start(data, behaviour);
        EnaioServer server = connect(local, memory)) {
      assertEquals("demo", server.signIn().name());
      String version = behaviour.version().toString();
      assertEquals(
          tellsItsVersion ? Optional.of(version) : Optional.empty(),
          server.serviceVersion().map(ServiceVersion::toString));
      assertNothingIsPromisedThatIsMissing(server.capabilities(), behaviour);
      new Session(server, server.schema()).all();
    }
    assertTheNextSignInKnowsIt(behaviour, memory);
  }

  private static EnaioServer connect(Server local, ServiceMemory memory) {
    return new EnaioServer(
        EnaioConnection.of(local.uri("").resolve("/"), "demo", () -> "demo", Locale.ENGLISH)
            .learning(Dialect.DEFAULT, Optional.empty(), memory));
  }

  /** Only where neither version nor evidence tells may it be found out in use. */
  private static void assertNothingIsPromisedThatIsMissing(
      Capabilities capabilities, Behaviour behaviour) {
    if (!behaviour.reads(Reading.INFO_WITHOUT_VERSION) && !behaviour.reads(Reading.INFO_EMPTY)) {
      for (Ability ability : Ability.values()) {
        boolean there =
            ServiceVersion.of(behaviour.version().toString())
                    .orElseThrow()
                    .compareTo(ability.since())
                >= 0;
        ability
            .feature()
            .ifPresent(
                feature -> assertEquals(there, capabilities.offers(feature), feature.name()));
      }
    }
  }

  private static void assertTheNextSignInKnowsIt(Behaviour behaviour, Memory memory)
      throws Exception {
    Map<String, String> learned = Map.copyOf(memory.facts);
    try (Server local = Server.start(data, behaviour);
        EnaioServer server = connect(local, memory)) {
      server.signIn();
      server.documents(folder(server.schema()), ALL);
    }
    assertEquals(learned, memory.facts);
  }

  private static Location.Container folder(Schema schema) {
    return container(schema, archive.folder(), "supplierFile", Kind.FOLDER);
  }

  private static Location.Container container(Schema schema, String id, String type, Kind kind) {
    return new Location.Container(
        new ObjectId(id), schema.typeNamed(type).orElseThrow().id(), kind);
  }

  /** What is kept from one start to the next. */
  private static final class Memory implements ServiceMemory {
    private final Map<String, String> facts = new HashMap<>();

    @Override
    public synchronized Map<String, String> recall() {
      return Map.copyOf(facts);
    }

    @Override
    public synchronized void keep(Map<String, String> now) {
      facts.clear();
      facts.putAll(now);
    }
  }

  /** What a person does in a morning, as far as it is reading. */
  private record Session(EnaioServer server, Schema schema) {

    private void all() throws Exception {
      tree();
      tray();
      places();
      searches();
      contents();
      facts();
      past();
      lists();
    }

    private Location.Container register() {
      return container(schema, archive.register(), "businessCase", Kind.REGISTER);
    }

    private boolean offers(Feature feature) {
      return server.capabilities().offers(feature);
    }

    private static Set<String> ids(Page<? extends DmsObject> page) {
      assertFalse(page.more());
      return page.items().stream().map(each -> each.id().value()).collect(Collectors.toSet());
    }

    private void tree() throws Exception {
      TypeId folderType = schema.typeNamed("supplierFile").orElseThrow().id();
      assertTrue(ids(server.folders(folderType, ALL)).contains(archive.folder()));
      assertEquals(Set.of(archive.register()), ids(server.registers(folder(schema), ALL)));
      assertEquals(Set.of(archive.inner()), ids(server.registers(register(), ALL)));
      assertEquals(
          Set.of(archive.inFolder(), archive.twice()), ids(server.documents(folder(schema), ALL)));
      assertEquals(
          Set.of(archive.inRegister(), archive.locked(), archive.reference()),
          ids(server.documents(register(), ALL)));
      List<ChildAllowance> children = server.allowedChildren(folder(schema));
      ChildAllowance contract =
          children.stream()
              .filter(each -> each.type().equals(schema.typeNamed("contract").orElseThrow().id()))
              .findFirst()
              .orElseThrow();
      assertTrue(contract.isOpen());
      if (server.serviceVersion().isPresent() && offers(Feature.CHILD_COUNTS)) {
        assertEquals(20, contract.more().orElseThrow());
      }
    }

    private void tray() throws Exception {
      if (offers(Feature.TRAY)) {
        Page<DmsObject.Document> tray = server.tray(ALL);
        assertEquals(Set.of(archive.typeless()), ids(tray));
        assertTrue(tray.items().getFirst().isTypeless());
        assertEquals(List.of(Location.TRAY), server.locations(new ObjectId(archive.typeless())));
      } else {
        assertThrows(DmsException.NotOffered.class, () -> server.tray(ALL));
      }
    }

    private void places() throws Exception {
      assertEquals(List.of(folder(schema)), server.locations(new ObjectId(archive.inFolder())));
      assertEquals(List.of(register()), server.locations(new ObjectId(archive.inRegister())));
      assertEquals(List.of(register()), server.locations(new ObjectId(archive.inner())));
      assertEquals(2, server.locations(new ObjectId(archive.twice())).size());
      assertEquals(archive.folder(), server.places("Firma S2", 5).getFirst().id().value());
    }

    private void searches() throws Exception {
      TypeId note = schema.typeNamed("accountingNote").orElseThrow().id();
      Query titled =
          Query.of(List.of(note), Query.where("noteTitle", Query.Operator.CONTAINS, "IM "));
      assertEquals(
          Set.of(archive.inFolder(), archive.inRegister()), ids(server.search(titled, ALL)));
      assertEquals(Set.of(archive.inRegister()), ids(server.search(titled.below(register()), ALL)));
      Query everything = Query.of(List.of(note));
      assertEquals(
          Set.of(archive.inRegister(), archive.locked(), archive.reference(), archive.inInner()),
          ids(server.search(everything.below(register()), ALL)));
      assertEquals(
          Set.of(
              archive.inFolder(),
              archive.twice(),
              archive.inRegister(),
              archive.locked(),
              archive.reference(),
              archive.inInner()),
          ids(server.search(everything.below(folder(schema)), ALL)));
      assertEquals(
          Set.of(archive.inInner()),
          ids(server.search(Query.words("innen").below(folder(schema)), ALL)));
      assertTrue(offers(Feature.FULL_TEXT));
      Page<DmsObject> sorted =
          server.search(
              everything.sorted(new Query.Sort(new Query.Field("noteTitle"), true)),
              PageRequest.first(1));
      assertEquals(archive.twice(), sorted.items().getFirst().id().value());
      assertTrue(sorted.more());
    }

    private void contents() throws Exception {
      ObjectId id = new ObjectId(archive.inFolder());
      assertEquals("text/plain", server.contents(id).getFirst().mimeType());
      try (Content content = server.content(id, 1)) {
        assertEquals(
            "Wort für Wort", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
      }
      Rendition text = server.text(id);
      if (offers(Feature.RENDITIONS) && text instanceof Rendition.Ready(Content words)) {
        try (words) {
          assertTrue(
              new String(words.stream().readAllBytes(), StandardCharsets.UTF_8).contains("Wort"));
        }
        assertInstanceOf(Rendition.Impossible.class, server.pdf(id));
      } else {
        assertFalse(
            server.serviceVersion().isPresent() && offers(Feature.RENDITIONS), "has renditions");
      }
    }

    private void facts() throws Exception {
      Facts twice = server.inspect(new ObjectId(archive.twice())).facts();
      assertEquals(Optional.of(Rights.ALL), twice.rights());
      assertEquals(2, twice.locations().orElseThrow());
      assertEquals(Optional.empty(), twice.lock());
      if (server.serviceVersion().isPresent()) {
        Facts reference = server.inspect(new ObjectId(archive.reference())).facts();
        assertEquals(Optional.of(new ObjectId(archive.inFolder())), reference.source());
        if (offers(Feature.LOCK)) {
          Facts.Lock lock =
              server.inspect(new ObjectId(archive.locked())).facts().lock().orElseThrow();
          assertTrue(lock.own());
          assertEquals(Optional.of("demo"), lock.name());
        }
      }
    }

    private void past() throws Exception {
      ObjectId id = new ObjectId(archive.inFolder());
      assertEquals("demo", server.history(id, ALL).items().getFirst().by());
      assertEquals(1, server.history(id, PageRequest.first(1)).items().size());
      assertEquals(
          server.history(id, PageRequest.first(2)).items().get(1),
          server.history(id, new PageRequest(1, 1)).items().getFirst());
      List<ObjectVersion> versions;
      try {
        versions = server.versions(id);
      } catch (DmsException.NotOffered notYet) {
        assertFalse(offers(Feature.VERSIONS));
        return;
      }
      assertTrue(offers(Feature.VERSIONS));
      assertEquals(2, versions.size());
      assertTrue(versions.getLast().current());
      assertFalse(versions.getFirst().content());
      DmsObject former = server.version(id, versions.getFirst().number());
      assertEquals(org.kontor.model.FieldValue.of("im Ordner"), former.fields().get("noteTitle"));
    }

    private void lists() throws Exception {
      assertTrue(ids(server.recycleBin(ALL)).contains(archive.deleted()));
      assertEquals(
          archive.deleted(), server.inRecycleBin(new ObjectId(archive.deleted())).id().value());
      if (offers(Feature.REFERENCES)) {
        assertEquals(
            Set.of(archive.reference()),
            ids(server.references(new ObjectId(archive.inFolder()), ALL)));
      }
      if (server.serviceVersion().isPresent() && offers(Feature.LOCKED_LIST)) {
        assertEquals(Set.of(archive.locked()), ids(server.locked(ALL)));
      }
    }
  }
}
