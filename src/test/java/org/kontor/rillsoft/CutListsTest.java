package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.http.ScriptedServer;
import org.kontor.model.ObjectId;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.Problem;
import org.kontor.ui.common.Sentences;

/**
 * A server that cuts its only list of documents without a word, and loses the answer to a create:
 * what is not in the list may be on the server, and is not sent a second time.
 */
@Timeout(30)
final class CutListsTest {
  private static final int LIMIT = 100;
  private static final String CONTENT = "%PDF bytes";

  @TempDir Path folder;
  private final List<String> stored = new ArrayList<>();
  private Recorded recorded;
  private Outbox outbox;
  private volatile int limit = LIMIT;
  private volatile boolean newestFirst;
  private volatile boolean storesFirst = true;
  private volatile String form = "[%s]";

  @BeforeEach
  void start() throws Exception {
    recorded = new Recorded();
    recorded.server.on(Recorded.LIST, exchange -> exchange.respond(200, list()));
    recorded.server.on(Recorded.CREATE, this::create);
    recorded.server.on(
        "*",
        exchange ->
            exchange.respond(
                exchange.method().equals("GET") && exchange.path().contains("/documents/9")
                    ? 200
                    : 404,
                CONTENT,
                "Content-Type: application/pdf"));
    outbox = Outbox.open(folder.resolve("outbox"));
    outbox.attach("ris", recorded.client, AttachOptions.settling(Duration.ofMillis(100)));
  }

  @AfterEach
  void stop() throws Exception {
    outbox.close();
    recorded.close();
  }

  private synchronized String list() {
    List<String> listed = newestFirst ? stored.reversed() : stored;
    return form.formatted(String.join(",", listed.subList(0, Math.min(limit, listed.size()))));
  }

  /** Stores the document unless told otherwise, and answers only from the second time on. */
  private void create(ScriptedServer.Exchange exchange) throws IOException {
    exchange.body();
    boolean first = recorded.count(Recorded.CREATE) == 1;
    if (storesFirst || !first) {
      store(9_000 + (int) recorded.count(Recorded.CREATE), CONTENT.length());
    }
    if (first) {
      exchange.closeConnection();
    } else {
      exchange.respond(201, "");
    }
  }

  private synchronized void store(int id, int length) {
    stored.add(
        "{\"id\":%d,\"projectId\":58,\"parentUuid\":\"%s\",\"folderId\":12,\"name\":\"Plan Ä.pdf\",\"fileSize\":%d,\"description\":\"after \\\"visit\\\"\"}"
            .formatted(id, Recorded.UUID, length));
  }

  /** The server holds so many others. */
  private void holds(int documents) {
    for (int number = 1; number <= documents; number++) {
      store(number, 1_000 + number);
    }
  }

  private synchronized long ours() {
    return stored.stream().filter(document -> document.contains("\"id\":900")).count();
  }

  private EntryId send() throws Exception {
    Operation insert =
        Recorded.insert(Recorded.file(folder, "plan.pdf", "application/pdf", CONTENT));
    return outbox
        .accept("ris", Lane.INTERACTIVE, List.of(new Draft("plan.pdf", insert)))
        .getFirst();
  }

  private Entry await(EntryId id, Predicate<Entry> wanted) throws Exception {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    while (true) {
      Entry entry = outbox.entry(id).orElseThrow();
      if (wanted.test(entry)) {
        return entry;
      }
      assertTrue(changes.tryAcquire(20, TimeUnit.SECONDS), () -> "not in time: " + entry);
      changes.drainPermits();
    }
  }

  private Entry settled(EntryId id) throws Exception {
    return await(id, entry -> entry.state().isOver() || entry.state().needsPerson());
  }

  @Test
  void whatTheListMayKeepBackEndsWithThePersonAndIsStoredOnce() throws Exception {
    holds(LIMIT);
    EntryId id = send();
    Entry entry = settled(id);
    assertEquals(EntryState.UNRESOLVED, entry.state());
    Problem problem = entry.problem().orElseThrow();
    assertEquals(Problem.Cause.NOT_ALL_SHOWN, problem.cause());
    assertEquals(
        "Es ist nicht unter dem, was der Server zeigt; aber vielleicht zeigt er nicht alles, was"
            + " dort liegt.",
        new Sentences(Locale.GERMAN).of(problem).happened());
    assertEquals(1, ours(), "it was sent a second time");
    limit = LIMIT + 1;
    outbox.retry(id);
    await(id, again -> again.state() == EntryState.DONE);
    assertEquals(1, ours());
  }

  @Test
  void whatTheListShowsIsFoundThere() throws Exception {
    holds(LIMIT);
    newestFirst = true;
    Entry entry = settled(send());
    assertEquals(EntryState.DONE, entry.state());
    assertEquals(new ObjectId("d3.58.9001"), entry.receipt().orElseThrow().object());
    assertEquals(1, ours());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aListOneShorterIsWhole(boolean stores) throws Exception {
    holds(LIMIT - 1);
    storesFirst = stores;
    assertEquals(EntryState.DONE, settled(send()).state());
    assertEquals(1, ours());
    assertEquals(stores ? 1 : 2, recorded.count(Recorded.CREATE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"items\":[%s],\"total\":100}",
        "{\"data\":[%s],\"meta\":{\"total_items\":100}}",
        "{\"data\":[%s],\"links\":{\"next\":null}}",
        "{\"data\":[%s],\"hasMore\":false}"
      })
  void aListThatSaysThatItIsWholeIsBelieved(String wrapped) throws Exception {
    holds(LIMIT);
    storesFirst = false;
    form = wrapped;
    limit = Integer.MAX_VALUE;
    assertEquals(EntryState.DONE, settled(send()).state());
    assertEquals(2, recorded.count(Recorded.CREATE));
    assertEquals(1, ours());
  }

  /** A client of this server that once had more documents is not asked about. */
  @Test
  void aListThatWasLongerOnceIsNotCutWhereItEndsNow() throws Exception {
    limit = Integer.MAX_VALUE;
    holds(LIMIT + 1);
    recorded.client.documents(Recorded.TASK, PageRequest.first(1));
    synchronized (this) {
      stored.removeFirst();
    }
    storesFirst = false;
    assertEquals(EntryState.DONE, settled(send()).state());
    assertEquals(1, ours());
  }

  /** A client with few documents is common; a server that never shows more would be of no use. */
  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void aShortListIsTakenForWhole(int others) throws Exception {
    holds(others);
    storesFirst = false;
    assertEquals(EntryState.DONE, settled(send()).state());
    assertEquals(1, ours());
  }

  /** Both are stored, one of them is shown, and whose it is nobody can tell. */
  @Test
  void ofTwoAlikeTheOneThatIsNotShownIsNotSentAgain() throws Exception {
    holds(LIMIT - 1);
    Operation insert =
        Recorded.insert(Recorded.file(folder, "plan.pdf", "application/pdf", CONTENT));
    recorded.server.on(
        Recorded.CREATE,
        exchange -> {
          exchange.body();
          store(9_000 + (int) recorded.count(Recorded.CREATE), CONTENT.length());
          exchange.closeConnection();
        });
    List<EntryId> ids =
        outbox.accept(
            "ris", Lane.BULK, List.of(new Draft("one", insert), new Draft("two", insert)));
    List<EntryState> states = new ArrayList<>();
    for (EntryId id : ids) {
      states.add(settled(id).state());
    }
    assertTrue(states.contains(EntryState.DONE), states::toString);
    assertTrue(states.contains(EntryState.UNRESOLVED), states::toString);
    assertEquals(2, ours());
  }

  @Test
  void whatIsNotInAListThatMayBeCutNeedNotBeDeleted() throws Exception {
    holds(LIMIT);
    ObjectId hidden = new ObjectId("d3.58.101");
    Evidence evidence = recorded.client.evidence();
    assertTrue(recorded.client.documents(Recorded.TASK, PageRequest.first(LIMIT)).mayBeCut());
    assertEquals(Evidence.Presence.NOWHERE, evidence.presence(hidden));
    assertEquals(Evidence.Presence.PRESENT, evidence.presence(new ObjectId("d3.58.100")));
    limit = Integer.MAX_VALUE;
    holds(1);
    recorded.client.signIn();
    assertFalse(recorded.client.documents(Recorded.TASK, PageRequest.first(LIMIT)).mayBeCut());
    assertEquals(Evidence.Presence.IN_BIN, evidence.presence(hidden));
  }

  /** The maker's desktop program takes no longer list. */
  @Test
  void noListOfTenThousandIsTakenForWhole() throws Exception {
    limit = Integer.MAX_VALUE;
    holds(10_007);
    assertTrue(recorded.client.documents(Recorded.TASK, PageRequest.first(1)).mayBeCut());
  }
}
