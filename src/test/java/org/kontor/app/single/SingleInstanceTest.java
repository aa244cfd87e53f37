package org.kontor.app.single;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SingleInstanceTest {
  private static final Errand ERRAND =
      new Errand(
          List.of(Path.of("/post/Müller & Söhne, \"Angebot\".pdf"), Path.of("/post/b\nc.txt")),
          List.of("kontor:object?server=x&id=1"));

  @TempDir private Path folder;

  /** A window that answers at once, and remembers what it was given. */
  private static final class Remembering implements Desk {
    private final BlockingQueue<Errand> taken = new LinkedBlockingQueue<>();

    @Override
    public void awaitReady() {}

    @Override
    public void take(Errand errand) {
      taken.add(errand);
    }
  }

  @Test
  void theSecondHandsItsErrandToTheFirst() throws Exception {
    Remembering window = new Remembering();
    try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
      first.serve(window);
      assertTrue(SingleInstance.claim(folder).isEmpty());
      assertTrue(SingleInstance.handOver(folder, ERRAND));
      assertTrue(SingleInstance.handOver(folder, Errand.NONE));
      assertEquals(List.of(ERRAND, Errand.NONE), new ArrayList<>(window.taken));
    }
    SingleInstance.claim(folder).orElseThrow().close();
  }

  @Test
  void anErrandWaitsForAWindowThatStillOpens() throws Exception {
    Remembering window = new Remembering();
    try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
      Thread second = Thread.ofVirtual().start(() -> handOver(Duration.ofSeconds(30)));
      first.serve(window);
      assertTrue(second.join(Duration.ofSeconds(30)));
      assertEquals(List.of(ERRAND), List.copyOf(window.taken));
    }
  }

  private void handOver(Duration longest) {
    try {
      SingleInstance.handOver(folder, ERRAND, longest);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was given up by the second start is not done by the first later on: no file twice. */
  @Test
  void aHungWindowTakesNothing() throws Exception {
    CountDownLatch hung = new CountDownLatch(1);
    BlockingQueue<Errand> taken = new LinkedBlockingQueue<>();
    try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
      first.serve(
          new Desk() {
            @Override
            public void awaitReady() throws InterruptedException {
              hung.await();
            }

            @Override
            public void take(Errand errand) {
              taken.add(errand);
            }
          });
      assertFalse(SingleInstance.handOver(folder, ERRAND, Duration.ofMillis(100)));
      hung.countDown();
      assertTrue(SingleInstance.handOver(folder, Errand.NONE, Duration.ofSeconds(30)));
      assertEquals(Errand.NONE, taken.poll(60, TimeUnit.SECONDS));
      assertTrue(taken.isEmpty());
    }
  }

  @Test
  void manyStartsAtOnceHaveOneWindow() throws Exception {
    Remembering window = new Remembering();
    try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
      first.serve(window);
      List<Thread> others =
          IntStream.range(0, 50)
              .mapToObj(_ -> Thread.ofVirtual().start(() -> handOver(Duration.ofSeconds(30))))
              .toList();
      for (Thread other : others) {
        other.join();
      }
      assertEquals(50, window.taken.size());
    }
  }

  @Test
  void whatAKilledProcessLeftIsNoHindrance() throws Exception {
    Files.writeString(folder.resolve("window.socket"), "");
    Files.writeString(folder.resolve("window.lock"), "");
    assertFalse(SingleInstance.handOver(folder, ERRAND));
    Remembering window = new Remembering();
    try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
      first.serve(window);
      assertTrue(SingleInstance.handOver(folder, ERRAND));
    }
  }

  @Test
  void aLongFolderHasItsSocketElsewhere() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("x".repeat(120)));
    Remembering window = new Remembering();
    try (SingleInstance first = SingleInstance.claim(deep).orElseThrow()) {
      first.serve(window);
      assertTrue(SingleInstance.handOver(deep, ERRAND));
      assertEquals(ERRAND, window.taken.poll());
    }
  }

  @Test
  void whatAKilledProcessLeftElsewhereIsTakenAway() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path socket = Files.writeString(elsewhere.resolve("socket"), "");
    Files.writeString(folder.resolve("window.address"), socket.toString());
    SingleInstance.claim(folder).orElseThrow().close();
    assertFalse(Files.exists(elsewhere));

    Path other = Files.writeString(folder.resolve("letter.txt"), "");
    Files.writeString(folder.resolve("window.address"), other.toString());
    SingleInstance.claim(folder).orElseThrow().close();
    assertTrue(Files.exists(other));
  }

  @Test
  void onlyTheOwnerReachesTheSocket() throws Exception {
    try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
      first.serve(new Remembering());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(folder.resolve("window.socket"))));
    }
  }

  @Test
  void noiseIsNoErrand() throws Exception {
    Remembering window = new Remembering();
    try (SingleInstance first = SingleInstance.claim(folder).orElseThrow()) {
      first.serve(window);
      for (String noise :
          List.of("hello\n", "ready?\nnot json\n", "ready?\n{\"files\":[\"a.txt\"]}\n", "")) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
          channel.connect(UnixDomainSocketAddress.of(folder.resolve("window.socket")));
          channel.write(ByteBuffer.wrap(noise.getBytes(StandardCharsets.UTF_8)));
          channel.shutdownOutput();
          while (channel.read(ByteBuffer.allocate(100)) >= 0) {
            // until the window has hung up
          }
        }
      }
      assertEquals(0, window.taken.size());
      assertTrue(SingleInstance.handOver(folder, ERRAND));
    }
  }

  @Test
  void relativeFilesAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Errand(List.of(Path.of("a.txt")), List.of()));
  }
}
