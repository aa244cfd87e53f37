package org.kontor.enaio;

import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.with;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.kontor.local.Server;

/**
 * A small archive with one of each, written by a plain client: what a session is to find whichever
 * service the server passes itself off as.
 */
record FiledArchive(
    String folder,
    String register,
    String inner,
    String inFolder,
    String inRegister,
    String inInner,
    String twice,
    String reference,
    String locked,
    String deleted,
    String typeless) {

  static FiledArchive fill(Path data) {
    try (Server server = Server.start(data)) {
      String other = server.folder("S1");
      String folder = server.folder("S2");
      String register = register(server, folder, "Vorgang A");
      String inner = register(server, register, "Vorgang B");
      String twice = note(server, folder, "zweimal");
      check(
          server.objects(
              with(
                  entry("system:objectId", twice, "system:parentId", other),
                  "'options':{'LINKDOCUMENT':1}")));
      String inFolder = note(server, folder, "im Ordner");
      check(server.objects(entry("system:objectId", inFolder, "noteTitle", "direkt im Ordner")));
      String locked = note(server, register, "gesperrt");
      check(server.json("PATCH", "objects/" + locked + "/contents/native/lock", ""));
      String deleted = note(server, folder, "weg");
      check(server.delete("objects/" + deleted));
      FiledArchive archive =
          new FiledArchive(
              folder,
              register,
              inner,
              inFolder,
              note(server, register, "im Vorgang"),
              note(server, inner, "ganz innen"),
              twice,
              server.insert(
                  "system:objectTypeId",
                  "accountingNote",
                  "system:parentId",
                  register,
                  "system:OBJECT_FOREIGNID",
                  inFolder,
                  "system:OBJECT_SYSTEMID",
                  "0",
                  "noteTitle",
                  "Verweis"),
              locked,
              deleted,
              typeless(server));
      awaitIndex(server);
      return archive;
    }
  }

  /** Words can be found a little after they were written. */
  private static void awaitIndex(Server server) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (server.find("SELECT * FROM accountingNote WHERE CONTAINS('innen')").isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the full-text index does not catch up");
      }
      Thread.onSpinWait();
    }
  }

  private static String register(Server server, String parent, String title) {
    return server.insert(
        "system:objectTypeId", "businessCase", "system:parentId", parent, "caseTitle", title);
  }

  private static String note(Server server, String parent, String title) {
    return file(
        server,
        entry(
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            parent,
            "noteTitle",
            title));
  }

  private static String typeless(Server server) {
    return file(
        server,
        entry(
            "system:objectTypeId",
            "system:typeless",
            "system:parentId",
            "system:tray",
            "system:mainType",
            "4"));
  }

  private static String file(Server server, String entry) {
    String streams = "'contentStreams':[{'mimeType':'text/plain','fileName':'a.txt','cid':'c1'}]";
    String body =
        """
        --b
        Content-Disposition: form-data; name="data"
        Content-Type: application/json;charset=UTF-8

        {"objects":[%s]}
        --b
        Content-Disposition: form-data; name="c1"; filename="a.txt"
        Content-Type: text/plain

        Wort für Wort
        --b--
        """
            .formatted(with(entry, streams).replace('\'', '"'))
            .replace("\n", "\r\n");
    Server.Answer answer =
        server.send(
            server
                .request("objects")
                .header("Content-Type", "multipart/form-data;boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    check(answer);
    return answer.id();
  }

  private static void check(Server.Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + " " + answer.json());
    }
  }
}
