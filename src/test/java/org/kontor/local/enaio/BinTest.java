package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.utf8;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** The recycle bin: filling, listing, emptying and the ways back (reference 3.5, 3.6). */
final class BinTest {
  private Server server;
  private String folder;

  @BeforeEach
  void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> bin(String statement) {
    Answer answer =
        server.json(
            "POST",
            "objects/search",
            "{'query':{'statement':'"
                + statement
                + "','handleDeletedDocuments':'DELETED_DOCUMENTS_ONLY'}}");
    assertEquals(200, answer.status(), answer.message());
    return answer.all("system:objectId");
  }

  private List<String> bin() {
    return bin("SELECT * FROM system:object");
  }

  private Answer restore(String id, boolean all) {
    return server.json("POST", "objects/" + id + "/actions/trash/restore?restoreAll=" + all, "");
  }

  private void delete(String id, String query) {
    Answer answer = server.delete("objects/" + id + query);
    assertEquals(204, answer.status(), answer.message());
  }

  private static void assertFailure(int status, int code, Answer answer) {
    assertEquals(status, answer.status(), answer.message());
    assertEquals(code, answer.json().path("serviceErrorCode").asInt(), answer.message());
  }

  @Test
  void everyoneSeesWhatHeHimselfDeleted() {
    String id = server.invoice(folder, "R-1");
    String tray = server.typeless(utf8("%PDF-1.7"));
    delete(id, "");
    delete(tray, "");
    assertEquals(List.of(id, tray), bin());
    assertEquals(List.of(id), bin("SELECT invoiceNo FROM supplierInvoice"));
    assertEquals("R-1", server.get("objects/" + id + "?garbageMode=true").property("invoiceNo"));
    assertEquals(200, server.get("objects/" + id + "?garbadeMode=true").status());
    assertFailure(400, 1100, server.get("objects/" + tray + "?garbageMode=true"));
    server.as("anna:geheim");
    assertEquals(List.of(), bin());
    assertFailure(400, 1100, server.get("objects/" + id + "?garbageMode=true"));
    assertFailure(404, 1001, server.get("objects/" + tray + "?garbageMode=true"));
    assertFailure(400, 1100, restore(id, false));
    assertFailure(400, 1100, server.delete("objects/" + id + "/actions/trash"));
    assertFailure(404, 1001, server.delete("objects/" + tray + "/actions/trash"));
  }

  @Test
  void aDocumentGoesBackToItsPlace() {
    String id = server.invoice(server.year(folder, "2026"), "R-1");
    String year = server.find("SELECT * FROM fiscalYear").getFirst();
    delete(id, "");
    Answer answer = restore(id, false);
    assertEquals(200, answer.status(), answer.message());
    assertEquals(id, answer.id());
    assertEquals(year, answer.property("system:parentId"));
    assertEquals(
        List.of(id), server.find("SELECT * FROM supplierInvoice WHERE system:SDREG_ID = " + year));
    assertEquals(List.of(), bin());
    assertFailure(404, 1001, restore(id, false));
  }

  @Test
  void aDocumentWhosePlaceIsGoneLandsInTheTray() {
    String id = server.invoice(folder, "R-1");
    delete(id, "");
    delete(folder, "?hardDelete=true");
    Answer answer = restore(id, false);
    assertEquals("system:tray", answer.property("system:parentId"));
    assertEquals(List.of(id), server.tray());
    assertEquals("R-1", server.get("objects/" + id).property("invoiceNo"));
  }

  @Test
  void trayDocumentsComeBackToTheTray() {
    String id = server.typeless(utf8("%PDF-1.7"));
    delete(id, "");
    assertEquals("system:tray", restore(id, false).property("system:parentId"));
    assertEquals(List.of(id), server.tray());
  }

  @Test
  void aFolderComesBackAloneOrWithItsChildren() {
    String year = server.year(folder, "2026");
    String early = server.invoice(year, "R-0");
    String one = server.invoice(year, "R-1");
    delete(early, "");
    assertFailure(400, 1100, server.delete("objects/" + folder));
    delete(folder, "?cascadeDelete=true");
    assertEquals(4, bin().size());
    assertFailure(400, 1100, restore(year, true));
    assertEquals("", restore(folder, false).property("system:parentId"));
    assertEquals(folder, restore(year, true).property("system:parentId"));
    assertEquals(List.of(one), server.find("SELECT * FROM supplierInvoice"));
    assertEquals(List.of(early), bin());
    assertEquals(200, restore(early, true).status());
    delete(folder, "?options=DELETECASCADING");
    assertEquals(200, restore(folder, true).status());
    assertEquals(List.of(early, one), server.find("SELECT * FROM supplierInvoice"));
    assertEquals(
        List.of(year), server.find("SELECT * FROM fiscalYear WHERE system:REG_STAID = " + folder));
    assertEquals(List.of(), bin());
  }

  @Test
  void nothingOfAFolderThatIsGoneForGoodStaysBehind() {
    String year = server.year(folder, "2026");
    String id = server.invoice(year, "R-1");
    delete(folder, "?cascadeDelete=true");
    assertFailure(400, 1100, server.delete("objects/" + folder + "?hardDelete=true"));
    assertEquals(204, server.delete("objects/" + folder + "/actions/trash").status());
    assertEquals(List.of(), bin());
    assertFailure(404, 1001, server.get("objects/" + id + "?garbageMode=true"));
    assertFailure(404, 1001, server.delete("objects/" + folder + "/actions/trash"));

    String other = server.folder("L-2");
    String register = server.year(other, "2027");
    server.invoice(register, "R-2");
    delete(register, "?cascadeDelete=true");
    assertEquals(204, server.delete("objects/" + other + "/actions/trash").status());
    assertEquals(List.of(), bin());
  }

  @Test
  void aKeyThatIsTakenMeanwhileKeepsEverythingInTheBin() {
    delete(folder, "");
    server.folder("L-1");
    assertFailure(422, 3000, restore(folder, true));
    assertEquals(List.of(folder), bin());
  }

  @Test
  void unknownOptionsAreRefusedByName() {
    Answer answer = server.delete("objects/" + folder + "?options=HARDDELETE,DELETEVARIANTMODE");
    assertEquals(400, answer.status());
    assertTrue(answer.message().contains("DELETEVARIANTMODE"), answer.message());
    assertEquals(200, server.get("objects/" + folder).status());
  }
}
