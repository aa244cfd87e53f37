package org.kontor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Page;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.outbox.EntryId;

/** The sender of {@link FlatMemory}: what it holds after the first GiB, and at the end. */
final class FlatSender {
  private static final long FIRST = 1L << 30;

  private FlatSender() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[2]);
    long length = Files.size(file);
    CompletableFuture<double[]> early = new CompletableFuture<>();
    DmsServer client = Sender.client(URI.create(arguments[0]));
    try (Sender sender = new Sender(Path.of(arguments[1]), standIn(client, length, early))) {
      long start = System.nanoTime();
      List<EntryId> ids = sender.accept(List.of(file));
      sender.attach();
      sender.await(ids);
      double seconds = (System.nanoTime() - start) / 1e9;
      double[] first = early.get();
      double[] last = memory();
      double gibibytes = length / (double) FIRST;
      Table table =
          new Table(
              String.format("%.0f GiB sent with -Xmx96m, %.0f s", gibibytes, seconds),
              "MiB",
              "to the first GiB");
      table.row("heap in use after 1 GiB", first[0], 1);
      table.row("heap in use at the end", last[0], last[0] / first[0]);
      table.row("resident after 1 GiB", first[1], 1);
      table.row("resident at the end", last[1], last[1] / first[1]);
      table.print();
    }
  }

  /** Sends for real, and shows in its tray what was sent. */
  private static DmsServer standIn(
      DmsServer client, long length, CompletableFuture<double[]> early) {
    List<DmsObject.Document> tray = new CopyOnWriteArrayList<>();
    return (DmsServer)
        Proxy.newProxyInstance(
            DmsServer.class.getClassLoader(),
            new Class<?>[] {DmsServer.class},
            (_, method, given) ->
                switch (method.getName()) {
                  case "execute" -> {
                    Object results =
                        invoke(
                            client,
                            method,
                            given[0],
                            watched((SendProgress) given[1], Math.min(FIRST, length / 2), early));
                    WriteResult first = (WriteResult) ((List<?>) results).getFirst();
                    if (first instanceof WriteResult.Accepted(ObjectId id, var _)) {
                      tray.add(document(id, length));
                    }
                    yield results;
                  }
                  case "tray" -> new Page<>(tray, false, tray.size());
                  case "object" -> tray.getFirst();
                  case "locations" -> List.of(Location.TRAY);
                  default -> invoke(client, method, given);
                });
  }

  private static Object invoke(DmsServer client, Method method, Object... given) throws Throwable {
    try {
      return method.invoke(client, given);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private static DmsObject.Document document(ObjectId id, long length) {
    return new DmsObject.Document(
        id,
        Optional.empty(),
        Optional.of(MainType.ANY_FILE),
        Map.of(),
        List.of(new ContentInfo(1, length, "x/y", "sparse.bin", Optional.empty())),
        Provenance.UNKNOWN);
  }

  private static SendProgress watched(
      SendProgress progress, long first, CompletableFuture<double[]> early) {
    return new SendProgress() {
      @Override
      public void sent(long bytes) {
        if (bytes >= first && !early.isDone()) {
          early.complete(memory());
        }
        progress.sent(bytes);
      }

      @Override
      public void sentWhole(SourceFile file, String sha256) {
        progress.sentWhole(file, sha256);
      }
    };
  }

  /** Heap after a collection, and what the system counts; MiB. */
  private static double[] memory() {
    System.gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    double resident = 0;
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmRSS:")) {
          resident = 1024 * Double.parseDouble(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException elsewhere) {
      resident = Double.NaN;
    }
    double mebibyte = 1 << 20;
    return new double[] {heap / mebibyte, resident / mebibyte};
  }
}
