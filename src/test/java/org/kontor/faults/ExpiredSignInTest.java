package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.program.PlainClient;

/**
 * The session ends while a hundred requests are on their way: one question, and all arrive once.
 */
@Execution(ExecutionMode.CONCURRENT)
final class ExpiredSignInTest {
  private static final int AT_ONCE = 100;
  private static final AttachOptions OPTIONS =
      new AttachOptions(Duration.ofMillis(300), AT_ONCE, 1, 1 << 20);

  @TempDir Path folder;

  @Test
  void oneQuestionHoweverManyRequestsFail() throws Exception {
    AtomicBoolean signedIn = new AtomicBoolean(true);
    AtomicInteger asked = new AtomicInteger();
    try (LocalServer server =
            LocalServer.start(
                new LocalServerOptions(
                    0, folder.resolve("data"), Optional.empty(), List.of(), false));
        FaultProxy proxy =
            new FaultProxy(server.baseUri(), Fault.LATE_401, false, _ -> !signedIn.get());
        EnaioServer client =
            new EnaioServer(EnaioConnection.of(proxy.uri(), "demo", () -> "demo", Locale.ENGLISH));
        Outbox outbox = Outbox.open(folder.resolve("outbox"))) {
      outbox.onSignInNeeded(_ -> asked.incrementAndGet());
      outbox.attach("s", client, OPTIONS);
      // One more at once after each good answer.
      List<EntryId> before = accept(outbox, "before", 2 * AT_ONCE);
      until(outbox, () -> all(outbox, before, EntryState.DONE));

      signedIn.set(false);
      List<EntryId> ids = accept(outbox, "after", 2 * AT_ONCE);
      until(outbox, () -> asked.get() > 0 && all(outbox, ids, EntryState.WAITING));
      assertTrue(proxy.played() > 1, () -> proxy.played() + " requests failed");
      System.out.println(proxy.played() + " requests failed together");
      assertEquals(1, asked.get());

      signedIn.set(true);
      outbox.resume("s");
      until(outbox, () -> all(outbox, ids, EntryState.DONE));
      assertEquals(1, asked.get());
      PlainClient plain = new PlainClient(server.baseUri(), "demo", "demo");
      Set<String> contents = new HashSet<>();
      List<String> tray = plain.tray();
      for (String id : tray) {
        contents.add(TrayFiles.digest(plain.content(id)));
      }
      assertEquals(4 * AT_ONCE, tray.size());
      assertEquals(4 * AT_ONCE, contents.size());
    }
  }

  private List<EntryId> accept(Outbox outbox, String name, int count) throws Exception {
    List<Path> files = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      String text = name + number;
      files.add(Files.writeString(folder.resolve(text), text));
    }
    return outbox.accept("s", Lane.BULK, TrayFiles.drafts(files));
  }

  private static boolean all(Outbox outbox, List<EntryId> ids, EntryState state) {
    return ids.stream().allMatch(id -> outbox.entry(id).orElseThrow().state() == state);
  }

  private static void until(Outbox outbox, BooleanSupplier condition) throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    outbox.addListener(changes::release);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, () -> "not reached: " + outbox.entries());
      boolean _ = changes.tryAcquire(100, TimeUnit.MILLISECONDS);
    }
  }
}
