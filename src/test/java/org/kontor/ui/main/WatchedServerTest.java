package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

final class WatchedServerTest {
  private final StubServer behind = new StubServer();
  private final List<ServerState> states = new ArrayList<>();
  private final KnownPlaces places = new KnownPlaces(Samples.SCHEMA, Locale.UK);
  private final WatchedServer server = new WatchedServer(behind, states::add, places::remember);

  @Test
  void howReadsEndIsTold() throws Exception {
    server.tray(PageRequest.first(10));
    behind.failure = new DmsException.Unreachable("connect", null);
    assertThrows(DmsException.Unreachable.class, () -> server.tray(PageRequest.first(10)));
    behind.failure = new DmsException.NotSignedIn("HTTP 401");
    assertThrows(DmsException.NotSignedIn.class, () -> server.object(new ObjectId("7")));

    assertEquals(
        List.of(ServerState.REACHED, ServerState.UNREACHABLE, ServerState.SIGNED_OUT), states);
  }

  @Test
  void aRefusedReadSaysNothingAboutTheServer() {
    behind.failure = new DmsException.NotFound("HTTP 404");
    assertThrows(DmsException.NotFound.class, () -> server.object(new ObjectId("7")));
    assertEquals(List.of(), states);
  }

  @Test
  void placesAreKnownByNameOnceTheyWereListed() throws Exception {
    assertEquals("Year", places.nameOf(Samples.IN_2026));
    server.folders(Samples.YEAR.id(), PageRequest.first(10));
    assertEquals("No. 100", places.nameOf(Samples.IN_2026));

    assertEquals("Month", places.nameOf(Samples.IN_MAY));
    server.places("may", 5);
    assertEquals("No. 105", places.nameOf(Samples.IN_MAY));

    server.object(new ObjectId("106"));
    assertEquals("No. 106", places.nameOf(Samples.IN_JUNE));
  }

  @Test
  void trayAndCabinetsHaveTheirNames() {
    assertEquals("Tray", places.nameOf(Location.TRAY));
    assertEquals("Invoices", places.nameOf(new Location.Top(Samples.YEAR.id())));
    assertEquals("Ablage", new KnownPlaces(Samples.SCHEMA, Locale.GERMANY).nameOf(Location.TRAY));
  }
}
