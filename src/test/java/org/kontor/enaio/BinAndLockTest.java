package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.local.Server;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Client and local server together: what comes back from the recycle bin, and who holds a lock. */
@Timeout(60)
final class BinAndLockTest {
  private Server local;
  private EnaioServer client;
  private TypeId note = new TypeId("0");
  private Location.Container folder = new Location.Container(new ObjectId("0"), note, Kind.FOLDER);

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    local = Server.start(data);
    client =
        new EnaioServer(
            EnaioConnection.of(local.uri("").resolve("/"), "demo", () -> "demo", Locale.ENGLISH));
    note = client.schema().typeNamed("accountingNote").orElseThrow().id();
    TypeId file = client.schema().typeNamed("supplierFile").orElseThrow().id();
    folder = new Location.Container(new ObjectId(local.folder("L-1")), file, Kind.FOLDER);
  }

  @AfterEach
  void stop() {
    client.close();
    local.close();
  }

  private WriteResult.Accepted done(Operation operation) throws Exception {
    return assertInstanceOf(
        WriteResult.Accepted.class,
        client.execute(List.of(operation), SendProgress.NONE).getFirst());
  }

  private ObjectId document() throws Exception {
    return done(new Operation.Insert(
            folder,
            Optional.of(note),
            Optional.empty(),
            Map.of("noteTitle", FieldValue.of("x")),
            List.of()))
        .object();
  }

  private Operation delete(Location.Container container, boolean all, boolean forGood) {
    return new Operation.DeleteObject(container.id(), Optional.of(container.type()), all, forGood);
  }

  @Test
  void itGoesBackWhereItWas() throws Exception {
    ObjectId id = document();
    done(new Operation.DeleteObject(id, Optional.of(note), false, false));
    assertThrows(DmsException.NotFound.class, () -> client.object(id));
    done(new Operation.RestoreObject(id, Optional.of(note), false));
    assertEquals(List.of(folder), client.locations(id));
  }

  @Test
  void withoutItsPlaceItLiesInTheTray() throws Exception {
    ObjectId id = document();
    done(new Operation.DeleteObject(id, Optional.of(note), false, false));
    done(delete(folder, false, true));
    done(new Operation.RestoreObject(id, Optional.of(note), false));
    assertEquals(List.of(Location.TRAY), client.locations(id));
  }

  @Test
  void aFolderComesBackWithItsContents() throws Exception {
    ObjectId id = document();
    done(delete(folder, true, false));
    done(new Operation.RestoreObject(folder.id(), Optional.of(folder.type()), true));
    assertEquals(List.of(folder), client.locations(id));
  }

  @Test
  void aKeyThatIsTakenMeanwhileIsTold() throws Exception {
    done(delete(folder, false, false));
    local.folder("L-1");
    Operation restore = new Operation.RestoreObject(folder.id(), Optional.of(folder.type()), false);
    WriteResult.Rejected rejected =
        assertInstanceOf(
            WriteResult.Rejected.class,
            client.execute(List.of(restore), SendProgress.NONE).getFirst());
    assertEquals(DmsException.Refused.Reason.KEY_TAKEN, rejected.reason().reason());
  }

  @Test
  void whoHoldsADocumentIsTold() throws Exception {
    ObjectId id = document();
    local.as("anna:geheim");
    local.json("PATCH", "objects/" + id + "/contents/native/lock", "");
    DmsException.Conflict held =
        assertThrows(
            DmsException.Conflict.class,
            () -> client.execute(List.of(new Operation.Lock(id, note)), SendProgress.NONE));
    assertEquals(
        local.get("objects/" + id).property("system:versionSeriesLockedBy"),
        held.lockedBy().orElseThrow());
  }
}
