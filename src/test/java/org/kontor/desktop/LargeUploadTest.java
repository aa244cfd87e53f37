package org.kontor.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/** 2 GiB through the packaged program, client and server each with 96 MiB of heap. */
@Tag("package")
final class LargeUploadTest {
  private static final long LENGTH = 2L << 30;

  @Test
  void twoGibibytesPassThroughSmallHeaps(@TempDir Path folder) throws Exception {
    Path large = folder.resolve("large.bin");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(LENGTH);
      for (long at = 0; at < LENGTH; at += 64 << 20) {
        file.seek(at);
        file.writeLong(at + 1);
      }
    }
    try (Program server =
        Program.Start.packaged(folder.resolve("server"))
            .withJava("-Xmx96m")
            .run("serve", "--port", "0", "--user", "eva:secret")) {
      String base = server.baseUri().toString();

      try (Program send =
          Program.Start.packaged(folder.resolve("client"))
              .withJava("-Xmx96m")
              .withPassword("secret")
              .run("send", "--server", base, "--user", "eva", large.toString())) {
        assertEquals(0, send.exitCode(), send::output);
      }

      PlainClient eva = new PlainClient(server.baseUri(), "eva", "secret");
      String id = eva.tray().getFirst();
      assertEquals(LENGTH, eva.contents(id).path(0).path("length").asLong());
    }
  }
}
