package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.enaio.Dialect;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.http.HttpTimes;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.model.FieldValue;
import org.kontor.model.TypeId;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;

/** A profile that names a field for tags: what is inserted carries one, and is known by it. */
final class TagFieldTest {
  private static final Dialect TAGGING = Dialect.of(Map.of("tagField", "noteText"));
  private static final int ALIKE = 3;

  @TempDir private Path folder;

  @Test
  void documentsAlikeAreToldApartAfterTheAnswerWasLost() throws Exception {
    try (LocalServer server =
            LocalServer.start(
                new LocalServerOptions(
                    0,
                    folder.resolve("data"),
                    Optional.empty(),
                    List.of(new Account("ann", "secret")),
                    false));
        FaultProxy proxy =
            new FaultProxy(
                server.baseUri(), Fault.STORED_THEN_CLOSED, false, number -> number <= 2);
        EnaioServer direct = connect(server.baseUri());
        EnaioServer client = connect(proxy.uri());
        Outbox outbox = Outbox.open(folder.resolve("outbox"))) {
      SampleArchive archive = new SampleArchive(direct, folder);
      Operation.Insert insert =
          new Operation.Insert(
              archive.here,
              Optional.of(archive.note),
              Optional.empty(),
              Map.of("noteTitle", FieldValue.of("alike")),
              List.of(archive.file("alike")));
      outbox.accept(
          "s",
          Lane.BULK,
          List.of(new Draft("a", insert), new Draft("b", insert), new Draft("c", insert)));
      outbox.attach("s", client, AttachOptions.settling(Duration.ofSeconds(1)));
      awaitDone(outbox);
      assertTrue(proxy.played() > 0);
      Set<FieldValue> tags =
          direct.documents(archive.here, PageRequest.first(10)).items().stream()
              .map(document -> document.fields().getOrDefault("noteText", FieldValue.empty()))
              .collect(Collectors.toSet());
      assertEquals(ALIKE, tags.size(), () -> "" + tags);
      for (FieldValue tag : tags) {
        assertEquals(1, found(direct, archive.note, tag), () -> "found by " + tag);
      }
      assertEquals(ALIKE, direct.documents(archive.here, PageRequest.first(10)).items().size());
    }
  }

  @Test
  void onlyATextOfTheTypeThatIsLongEnoughTakesTags() throws Exception {
    try (LocalServer server =
            LocalServer.start(
                new LocalServerOptions(
                    0,
                    folder.resolve("data"),
                    Optional.empty(),
                    List.of(new Account("ann", "secret")),
                    false));
        EnaioServer named = connect(server.baseUri());
        EnaioServer unnamed = connect(server.baseUri(), Dialect.DEFAULT);
        EnaioServer date = connect(server.baseUri(), Dialect.of(Map.of("tagField", "noteDate")))) {
      TypeId note = named.schema().typeNamed("accountingNote").orElseThrow().id();
      TypeId other = named.schema().typeNamed("supplierFile").orElseThrow().id();
      assertEquals(Optional.of("noteText"), named.evidence().tagField(note, 21));
      assertEquals(Optional.empty(), named.evidence().tagField(note, 1_000_000));
      assertEquals(Optional.empty(), named.evidence().tagField(other, 21));
      assertEquals(Optional.empty(), unnamed.evidence().tagField(note, 21));
      assertEquals(Optional.empty(), date.evidence().tagField(note, 1));
    }
  }

  private static int found(EnaioServer server, TypeId type, FieldValue tag) throws Exception {
    return tag instanceof FieldValue.Single(String text)
        ? server.evidence().having(type, "noteText", text).size()
        : 0;
  }

  private static EnaioServer connect(URI base) {
    return connect(base, TAGGING);
  }

  private static EnaioServer connect(URI base, Dialect dialect) {
    return new EnaioServer(
        new EnaioConnection(
            base, "ann", () -> "secret", Locale.ENGLISH, dialect, HttpTimes.DEFAULT));
  }

  private static void awaitDone(Outbox outbox) throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    while (!outbox.waiting().isEmpty()) {
      for (Entry entry : outbox.entries()) {
        assertTrue(!entry.state().needsPerson(), entry::toString);
      }
      assertTrue(changes.tryAcquire(60, TimeUnit.SECONDS), () -> "" + outbox.entries());
      changes.drainPermits();
    }
    assertTrue(outbox.entries().stream().allMatch(entry -> entry.state() == EntryState.DONE));
  }
}
