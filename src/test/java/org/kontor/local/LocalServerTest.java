package org.kontor.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.utf8;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and starting again. */
final class LocalServerTest {
  @TempDir private Path data;

  private static LocalServerOptions options(Path data, int port) {
    return new LocalServerOptions(port, data, Optional.empty(), List.of(), false);
  }

  @Test
  void whatWasStoredIsThereAfterARestart() throws IOException {
    byte[] small = utf8("small");
    byte[] large = new byte[200_000];
    large[77] = 7;
    String one;
    String two;
    String filed;
    try (Server server = Server.start(data)) {
      one = server.typeless(small);
      two = server.typeless(large);
      filed = server.invoice(server.year(server.folder("L-1"), "2025"), "R-1");
    }
    assertFalse(Files.exists(data.resolve("open")));
    try (Server server = Server.start(data)) {
      assertEquals(List.of(one, two), server.tray());
      assertArrayEquals(small, server.content(one));
      assertArrayEquals(large, server.content(two));
      assertEquals(
          List.of(filed), server.find("SELECT * FROM supplierInvoice WHERE invoiceNo = 'R-1'"));
      assertTrue(Long.parseLong(server.folder("L-2")) > Long.parseLong(filed));
    }
  }

  @Test
  void theArchiveIsForItsOwnerOnly() throws IOException {
    Path own = data.resolve("own");
    try (Server _ = Server.start(own)) {
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
    }
  }

  @Test
  void equalContentsAreStoredOnceAndGoWithTheLastOne() throws IOException {
    try (Server server = Server.start(data)) {
      byte[] content = new byte[100_000];
      String one = server.typeless(content);
      String two = server.typeless(content);
      assertEquals(1, contents());
      assertEquals(204, server.delete("objects/" + one + "?hardDelete=true").status());
      assertArrayEquals(content, server.content(two));
      assertEquals(204, server.delete("objects/" + two + "?hardDelete=true").status());
      assertEquals(0, contents());
      server.multipart(
          "objects",
          "{'objects':[{'properties':{'x':{'value':'1'}}," + "'contentStreams':[{'cid':'a'}]}]}",
          Map.of("a", content));
      assertEquals(0, contents(), "a refused object leaves nothing behind");
    }
    assertEquals(0, files(data.resolve("incoming")));
  }

  private long contents() throws IOException {
    return files(data.resolve("contents"));
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void afterAKillLeftoversGoAndContentsStay() throws IOException {
    byte[] large = new byte[100_000];
    String kept;
    try (Server server = Server.start(data)) {
      kept = server.typeless(large);
    }
    String orphan = "ab".repeat(32);
    Path left = data.resolve("contents/ab/" + orphan);
    Files.createDirectories(left.getParent());
    Files.write(left, large);
    Files.write(data.resolve("incoming/upload1.part"), large);
    Files.createFile(data.resolve("open"));
    Server server = Server.start(data);
    assertEquals(0, files(data.resolve("incoming")));
    assertArrayEquals(large, server.content(kept));
    server.close();
    // It is still there when the server ended before all leftovers were looked at.
    Files.write(data.resolve("open"), new byte[0]);
    try (Server again = Server.start(data)) {
      assertArrayEquals(large, again.content(kept));
    }
  }

  @Test
  void failuresToStartAreSentences(@TempDir Path other) throws Exception {
    try (LocalServer running = LocalServer.start(options(data, 0))) {
      int port = running.baseUri().getPort();
      LocalServerException taken =
          assertThrows(LocalServerException.class, () -> LocalServer.start(options(other, port)));
      assertTrue(taken.sentence(Locale.GERMAN).startsWith("Der Anschluss " + port));
      LocalServerException used =
          assertThrows(LocalServerException.class, () -> LocalServer.start(options(data, 0)));
      assertTrue(used.sentence(Locale.ENGLISH).contains("in use by another program"));
    }
    LocalServer.start(options(other, 0)).close();
    Path file = Files.writeString(other.resolve("file"), "x");
    LocalServerException noFolder =
        assertThrows(LocalServerException.class, () -> LocalServer.start(options(file, 0)));
    assertTrue(noFolder.sentence(Locale.ENGLISH).contains("cannot be written to"));
    Path wrong = Files.writeString(other.resolve("wrong.json"), "{\n  \"asobjdef\": {]}");
    LocalServerException definition =
        assertThrows(
            LocalServerException.class,
            () ->
                LocalServer.start(
                    new LocalServerOptions(0, other, Optional.of(wrong), List.of(), false)));
    assertTrue(definition.sentence(Locale.ENGLISH).contains("wrong.json, line 2, column"));
    Files.write(other.resolve("archive.db"), utf8("this is no database, but long enough for it"));
    LocalServerException damaged =
        assertThrows(LocalServerException.class, () -> LocalServer.start(options(other, 0)));
    assertTrue(damaged.sentence(Locale.ENGLISH).contains("damaged"));
  }

  @Test
  void closesAtOnceAlthoughAnUploadHangs() throws Exception {
    LocalServer server = LocalServer.start(options(data, 0));
    try (Socket socket = new Socket("127.0.0.1", server.baseUri().getPort())) {
      String head =
          "POST /api/dms/objects HTTP/1.1\r\nHost: x\r\nAuthorization: Basic ZGVtbzpkZW1v\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n"
              + "--b\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\n"
              + "x".repeat(100_000);
      socket.getOutputStream().write(utf8(head));
      socket.getOutputStream().flush();
      long start = System.nanoTime();
      server.close();
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < 10_000, "ms to close: " + millis);
    }
    LocalServer.start(options(data, 0)).close();
    assertEquals(0, files(data.resolve("incoming")));
  }

  @Test
  void passwordsDoNotShow() {
    assertEquals("Account[anna]", new Account("anna", "geheim").toString());
  }

  @Test
  void manyCallersAtOnceStoreEachTheirOwn() throws Exception {
    try (Server server = Server.start(data);
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      String folder = server.folder("L-1");
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        int number = i;
        answers.add(
            threads.submit(
                () ->
                    number % 2 == 0
                        ? server.typeless(new byte[40_000 + number % 10])
                        : server.invoice(folder, "R-" + number)));
      }
      HashSet<String> ids = new HashSet<>();
      for (Future<String> answer : answers) {
        ids.add(id(answer));
      }
      assertEquals(80, ids.size());
      assertEquals(40, server.tray().size());
      assertEquals(40, server.find("SELECT * FROM supplierInvoice").size());
    }
  }

  private static String id(Future<String> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }

  @Test
  void theDemoArchiveIsWorthLookingAtAndMadeOnce() {
    LocalServerOptions options = new LocalServerOptions(0, data, Optional.empty(), List.of(), true);
    int objects;
    try (Server server = Server.start(options)) {
      objects =
          server.search("SELECT system:objectId FROM system:object").all("system:objectId").size();
      assertTrue(objects > 250, "objects: " + objects);
      assertEquals(List.of(), server.tray());
      for (String type :
          List.of(
              "supplierInvoice",
              "contract",
              "deliveryNote",
              "accountingEmail",
              "sitePhoto",
              "minutes",
              "drawing",
              "projectNote")) {
        String id = server.find("SELECT system:objectId FROM " + type).getFirst();
        assertTrue(server.content(id).length > 40, type);
      }
      String drawing = server.find("SELECT * FROM drawing").getFirst();
      assertEquals(
          "image/tiff",
          server
              .get("objects/" + drawing + "/contents/file/1")
              .raw()
              .headers()
              .firstValue("Content-Type")
              .orElse(""));
    }
    try (Server server = Server.start(options)) {
      assertEquals(
          objects,
          server.search("SELECT system:objectId FROM system:object").all("system:objectId").size());
    }
  }
}
