package org.kontor.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/** The files of a filing day through the packaged {@code kontor send}, with no window. */
@Tag("package")
final class SendTwentyTest {
  private static final long LARGE_FILE = 300L << 20;

  @Test
  void theFilesOfADayArriveByteForByte(@TempDir Path folder) throws Exception {
    Path desk = folder.resolve("desk");
    List<Path> files = SampleFiles.makeTwenty(desk, LARGE_FILE);
    try (Program server =
        Program.Start.packaged(folder.resolve("server"))
            .run("serve", "--port", "0", "--user", "eva:secret")) {
      String base = server.baseUri().toString();

      try (Program send =
          Program.Start.packaged(folder.resolve("client"))
              .withPassword("secret")
              .run("send", "--server", base, "--user", "eva", desk.toString())) {
        assertEquals(0, send.exitCode(), send::output);
      }

      PlainClient eva = new PlainClient(server.baseUri(), "eva", "secret");
      assertEquals(Hashes.ofFiles(files), Hashes.ofDocuments(eva, eva.tray()));
      try (var spool = Files.list(folder.resolve("client/data/outbox/spool"))) {
        assertEquals(List.of(), spool.toList(), "copies are removed once the receipts are durable");
      }
    }
  }
}
