package org.kontor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kontor.outbox.EntryId;

/**
 * Small files through the outbox until each was read back, against one request for each by curl.
 * The server is a process of its own; the first round of both warms it up and does not count.
 */
final class Deliveries {
  private static final int ROUNDS = 3;

  private Deliveries() {}

  static void measure(Path folder, int count) throws Exception {
    Figures curl = new Figures();
    Figures accepted = new Figures();
    Figures delivered = new Figures();
    try (ServerProcess server = new ServerProcess(folder.resolve("server"))) {
      for (int round = -1; round < ROUNDS; round++) {
        List<Path> own = Small.files(folder.resolve("own-" + round), count, 2 * round);
        List<Path> peers = Small.files(folder.resolve("peers-" + round), count, 2 * round + 1);
        ProcessBuilder peer = Small.curl(server.base(), peers, folder.resolve("curl.txt"));
        double byCurl = Figures.seconds(() -> Figures.run(peer, folder));
        try (Sender sender = new Sender(folder.resolve("outbox-" + round), server.base())) {
          long start = System.nanoTime();
          List<EntryId> ids = sender.accept(own);
          double durable = (System.nanoTime() - start) / 1e9;
          sender.attach();
          sender.awaitAll();
          double proved = (System.nanoTime() - start) / 1e9;
          sender.check(ids);
          if (round >= 0) {
            curl.add(byCurl);
            accepted.add(durable);
            delivered.add(proved - durable);
          }
        }
        Figures.remove(folder.resolve("own-" + round));
        Figures.remove(folder.resolve("peers-" + round));
        Files.delete(folder.resolve("curl.txt"));
      }
    }
    Table table = new Table(count + " files of 20 KiB to the tray", "documents/s", "ratio");
    double peer = curl.median();
    table.row("curl --parallel, one per request", count / peer, 1);
    table.row("outbox, each read back", count / delivered.median(), peer / delivered.median());
    double all = delivered.median() + accepted.median();
    table.row("with making them durable before", count / all, peer / all);
    table.print();
  }
}
