package org.kontor.bench;

import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;

/**
 * One large file to the tray: by curl, by the outbox of a program that runs already, and by the
 * whole command with the start of its Java machine. The server is a process of its own.
 */
final class OneLargeFile {
  private static final int ROUNDS = 3;
  private static final long WARM = 64L << 20;

  private OneLargeFile() {}

  static void measure(Path folder, long length) throws Exception {
    Path file = write(folder.resolve("large.bin"), length);
    Path small = write(folder.resolve("warm.bin"), Math.min(length, WARM));
    Figures curl = new Figures();
    Figures outbox = new Figures();
    Figures command = new Figures();
    try (ServerProcess server = new ServerProcess(folder.resolve("server"));
        Sender sender = new Sender(folder.resolve("outbox"), server.base())) {
      Api api = new Api(server.base());
      sender.attach();
      for (int round = 0; round < ROUNDS; round++) {
        change(small, 3 * round);
        Figures.run(curl(server.base(), small), folder);
        change(small, 3 * round + 1);
        sender.await(sender.accept(List.of(small)));
      }
      for (int round = 0; round < ROUNDS; round++) {
        change(file, 3 * round);
        curl.time(() -> Figures.run(curl(server.base(), file), folder));
        api.emptyTray();
        change(file, 3 * round + 1);
        outbox.time(() -> sender.await(sender.accept(List.of(file))));
        api.emptyTray();
        change(file, 3 * round + 2);
        command.time(() -> Figures.run(send(folder, server.base(), file), folder));
        api.emptyTray();
      }
    }
    double mebibytes = length / 1048576.0;
    Table table = new Table("One file of " + (length >> 20) + " MiB to the tray", "MiB/s", "ratio");
    double peer = curl.median();
    table.row("curl -F", mebibytes / peer, 1);
    table.row("outbox of a running program", mebibytes / outbox.median(), peer / outbox.median());
    table.row("kontor send, with its start", mebibytes / command.median(), peer / command.median());
    table.print();
    Files.delete(file);
  }

  static ProcessBuilder curl(URI base, Path file) {
    return new ProcessBuilder(
        "curl",
        "-sSf",
        "-u",
        "demo:demo",
        "-F",
        "data={\"objects\":[{\"properties\":{\"system:objectTypeId\":{\"value\":\"system:typeless\"},"
            + "\"system:mainType\":{\"value\":\"4\"},\"system:parentId\":{\"value\":\"system:tray\"}},"
            + "\"contentStreams\":[{\"cid\":\"f\",\"fileName\":\"large.bin\"}]}]};type=application/json",
        "-F",
        "f=@" + file,
        base + "api/dms/objects");
  }

  private static ProcessBuilder send(Path folder, URI base, Path file) {
    return ServerProcess.kontor(
        folder.resolve("command"),
        List.of(),
        "send",
        "--server",
        base.toString(),
        "--user",
        "demo",
        file.toString());
  }

  static Path write(Path path, long length) throws Exception {
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    try (OutputStream out = Files.newOutputStream(path)) {
      for (long left = length; left > 0; left -= block.length) {
        random.nextBytes(block);
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return path;
  }

  /** Equal contents would be stored once. */
  static void change(Path file, int number) throws Exception {
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
    }
  }
}
