package org.kontor.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.FixedPort;
import org.kontor.program.PlainClient;
import org.kontor.program.Program;

/**
 * The main job, in a real window: twenty real files are dropped on the tray from another program,
 * typed and filed with the keyboard alone, read back byte for byte, and are still there after
 * program and server were started again.
 */
@Tag("desktop")
final class FilingDayTest {
  private static final long LARGE_FILE = 300L << 20;

  @TempDir Path folder;

  @Test
  void twentyFilesAreDroppedTypedFiledAndStay() throws Exception {
    List<Path> files = SampleFiles.makeTwenty(folder.resolve("desk"), LARGE_FILE);
    Path archive = folder.resolve("server");
    int port = FixedPort.any();
    try (Program server = serve(archive, port)) {
      URI base = server.baseUri();
      PlainClient eva = new PlainClient(base, "eva", "secret");
      try (Program _ = start(base)) {
        String window = Clerk.signIn();
        Clerk.dropOnTray(window, files);
        Clerk.awaitTray(eva, files.size());
        Screen.picture("desktop-tray");
        for (int number = 1; number <= files.size(); number++) {
          if (number == 1) {
            Clerk.fileFirst(window, number);
          } else {
            Clerk.fileNext(number);
          }
          Clerk.awaitTray(eva, files.size() - number);
        }
        Screen.picture("desktop-filed");
      }
      assertEquals(Hashes.ofFiles(files), Clerk.filed(eva), "what lies in the folder");
    }

    try (Program server = serve(archive, port)) {
      PlainClient eva = new PlainClient(server.baseUri(), "eva", "secret");
      try (Program _ = start(server.baseUri())) {
        Clerk.signIn();
        assertEquals(Hashes.ofFiles(files), Clerk.filed(eva), "after both were started again");
        assertEquals(List.of(), eva.tray());
      }
    }
  }

  private static Program serve(Path home, int port) throws Exception {
    return Program.Start.packaged(home)
        .run("serve", "--port", Integer.toString(port), "--demo", "--user", "eva:secret");
  }

  private Program start(URI base) throws Exception {
    return Clerk.at(folder.resolve("client"), base).start();
  }
}
