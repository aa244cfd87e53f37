package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;

/** What ends with the person on this server, through the outbox: nothing is guessed or copied. */
@Timeout(30)
final class RillsoftToldTest {
  private static final Location.Container ROOF =
      new Location.Container(new ObjectId("e3.58.t2"), Definition.task(3), Kind.REGISTER);

  @TempDir Path folder;
  private Recorded recorded;
  private Outbox outbox;

  @BeforeEach
  void start() throws Exception {
    recorded = new Recorded();
    outbox = Outbox.open(folder.resolve("outbox"));
    outbox.attach("ris", recorded.client, AttachOptions.settling(Duration.ofMillis(100)));
  }

  @AfterEach
  void stop() throws Exception {
    outbox.close();
    recorded.close();
  }

  private Entry needingPerson(Operation operation) throws Exception {
    EntryId id =
        outbox.accept("ris", Lane.INTERACTIVE, List.of(new Draft("it", operation))).getFirst();
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    while (true) {
      Entry entry = outbox.entry(id).orElseThrow();
      if (entry.state().needsPerson()) {
        return entry;
      }
      assertTrue(changes.tryAcquire(60, TimeUnit.SECONDS), () -> "not in time: " + entry);
      changes.drainPermits();
    }
  }

  private static Operation.Move move() {
    return new Operation.Move(Recorded.DOCUMENT, Definition.document(3), Recorded.TASK, ROOF);
  }

  @Test
  void aMoveThatIsRefusedIsTold() throws Exception {
    recorded.server.on(
        Recorded.UPDATE,
        exchange ->
            exchange.respond(
                400, "{\"status\":400,\"code\":1,\"message\":\"parentUuid cannot change\"}"));
    Entry entry = needingPerson(move());
    assertTrue(entry.problem().orElseThrow().detail().contains("parentUuid cannot change"));
    assertEquals(1, recorded.count(Recorded.UPDATE));
    assertEquals(0, recorded.count(Recorded.CREATE), "nothing is copied unasked");
  }

  @Test
  void whatAnotherPersonChangedMeanwhileIsNotWrittenOver() throws Exception {
    recorded.server.json(
        Recorded.LIST,
        '[' + Recorded.FOUNDATION.replace("approved state", "state of another") + ']');
    Entry entry = needingPerson(Recorded.describe("mine"));
    assertEquals(Optional.empty(), entry.receipt());
    assertEquals(0, recorded.count(Recorded.UPDATE));
  }
}
