package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Checking documents out and in (reference 3.15). */
final class LockTest {
  private Server server;
  private String folder;
  private String id;

  @BeforeEach
  void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
    id = server.invoice(folder, "R-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer lock(String object) {
    return server.json("PATCH", "objects/" + object + "/contents/native/lock", "");
  }

  private Answer unlock(String object) {
    return server.json("PATCH", "objects/" + object + "/contents/native/unlock", "");
  }

  @Test
  void aLockNamesItsHolderToEveryoneWhoAsksAgain() {
    assertEquals(204, lock(id).status());
    String me = server.get("objects/" + id).property("system:versionSeriesLockedBy");
    Answer again = lock(id);
    assertEquals(409, again.status());
    assertEquals(
        List.of("system:objectId", "system:objectTypeId", "system:versionSeriesLockedBy"),
        List.copyOf(again.json().path("objects").path(0).path("properties").propertyNames()));
    assertEquals(id, again.id());
    assertEquals(me, again.property("system:versionSeriesLockedBy"));
    server.as("anna:geheim");
    assertEquals(409, lock(id).status());
    assertEquals(me, unlock(id).property("system:versionSeriesLockedBy"));
    assertEquals(409, unlock(id).status());
    server.as("demo:demo");
    assertEquals(204, unlock(id).status());
    assertEquals(400, unlock(id).status());
    server.as("anna:geheim");
    assertEquals(204, lock(id).status());
  }

  @Test
  void onlyDocumentsAreLocked() {
    assertEquals(400, lock(folder).status());
    assertEquals(400, unlock(folder).status());
    assertEquals(404, lock("999999").status());
    assertEquals(404, lock("x").status());
  }

  @Test
  void othersCannotChangeMoveOrDeleteWhatIsLocked() {
    assertEquals(204, lock(id).status());
    String other = server.folder("L-2");
    server.as("anna:geheim");
    Answer update = server.objects(entry("system:objectId", id, "invoiceRemark", "x"));
    assertEquals(422, update.status());
    assertTrue(update.failure().contains("checked out"), update.failure());
    assertEquals(
        422, server.objects(entry("system:objectId", id, "system:parentId", other)).status());
    assertEquals(409, server.delete("objects/" + id).status());
    assertEquals(409, server.delete("objects/" + folder + "?cascadeDelete=true").status());
    assertEquals(409, server.delete("objects/" + folder + "/actions/trash").status());
    server.as("demo:demo");
    Answer own = server.objects(entry("system:objectId", id, "invoiceRemark", "y"));
    assertEquals(200, own.status());
    assertEquals(204, server.delete("objects/" + id).status());
    server.json("POST", "objects/" + id + "/actions/trash/restore", "");
    assertEquals("", server.get("objects/" + id).property("system:versionSeriesLockedBy"));
  }

  @Test
  void lockedDocumentsAreFound() {
    String free = server.invoice(folder, "R-2");
    assertEquals(204, lock(id).status());
    String me = server.get("objects/" + id).property("system:versionSeriesLockedBy");
    String from = "SELECT system:versionSeriesLockedBy FROM supplierInvoice WHERE ";
    assertEquals(List.of(id), server.find(from + "system:versionSeriesLockedBy IS NOT NULL"));
    assertEquals(List.of(id), server.find(from + "system:versionSeriesLockedBy = " + me));
    assertEquals(List.of(free), server.find(from + "system:OBJECT_LOCKUSER = 0"));
    assertEquals(
        me,
        server.search(from + "system:objectId = " + id).property("system:versionSeriesLockedBy"));
  }
}
