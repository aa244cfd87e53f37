package org.kontor.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.kontor.outbox.EntryId;

/** Small files to a server that is far away, against the same one beside. */
final class Far {
  private static final int ROUNDS = 3;
  private static final Duration ROUND_TRIP = Duration.ofMillis(50);

  private Far() {}

  static void measure(Path folder, int count) throws Exception {
    Figures near = new Figures();
    Figures far = new Figures();
    try (ServerProcess server = new ServerProcess(folder.resolve("server"));
        FarServer away = new FarServer(server.base(), ROUND_TRIP)) {
      for (int round = -1; round < ROUNDS; round++) {
        double beside = deliver(folder.resolve("near-" + round), server.base(), count);
        double distant = deliver(folder.resolve("far-" + round), away.base(), count);
        if (round >= 0) {
          near.add(beside);
          far.add(distant);
        }
      }
    }
    Table table = new Table(count + " files of 20 KiB, each read back", "documents/s", "ratio");
    table.row("server beside", count / near.median(), 1);
    table.row(
        ROUND_TRIP.toMillis() + " ms away", count / far.median(), near.median() / far.median());
    table.print();
  }

  private static double deliver(Path folder, URI base, int count) throws Exception {
    List<Path> files = Small.files(folder, count, folder.hashCode());
    try (Sender sender = new Sender(folder.resolve("outbox"), base)) {
      List<EntryId> ids = sender.accept(files);
      return Figures.seconds(
          () -> {
            sender.attach();
            sender.awaitAll();
          });
    } finally {
      Figures.remove(folder);
    }
  }
}
