package org.kontor.app.single;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A second start: it hands its errand to the window that runs already. */
final class HandOver {
  /** Long enough for a window that draws something large; short enough to wait for. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

  private HandOver() {}

  /**
   * Blocks until the other has taken it over, at most {@link #LONGEST_WAIT}.
   *
   * @return whether it has; if not, the errand is still to be done
   */
  static boolean to(Path socket, Errand errand, Duration longest) throws InterruptedException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      CompletableFuture<Void> taken = new CompletableFuture<>();
      Thread talk =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      channel.connect(UnixDomainSocketAddress.of(socket));
                      converse(new Wire(channel), errand);
                      taken.complete(null);
                    } catch (IOException failed) {
                      taken.completeExceptionally(failed);
                    }
                  });
      try {
        taken.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (ExecutionException | TimeoutException _) {
        return false;
      } finally {
        talk.interrupt();
      }
    } catch (IOException _) {
      return false;
    }
  }

  private static void converse(Wire wire, Errand errand) throws IOException {
    wire.send(Wire.READY);
    expect(wire, Wire.YES);
    wire.send(errand);
    expect(wire, Wire.TAKEN);
  }

  private static void expect(Wire wire, String answer) throws IOException {
    String said = wire.line();
    if (!said.equals(answer)) {
      throw new IOException("another version of Kontor answers: " + said);
    }
  }
}
