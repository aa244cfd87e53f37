package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.Feature;

/** Versions, and what follows from them. */
final class ServiceVersionTest {
  private final Map<String, String> kept = new HashMap<>();
  private final ServiceMemory memory =
      new ServiceMemory() {
        @Override
        public Map<String, String> recall() {
          return Map.copyOf(kept);
        }

        @Override
        public void keep(Map<String, String> facts) {
          kept.clear();
          kept.putAll(facts);
        }
      };

  @ParameterizedTest
  @CsvSource({
    "6.5,6.5.0",
    "6.5.1,6.5.1",
    "v10.0.2,10.0.2",
    "6.8.0-SNAPSHOT,6.8.0",
    "5.5.3.77,5.5.3"
  })
  void readsVersions(String text, String read) {
    assertEquals(Optional.of(read), ServiceVersion.of(text).map(ServiceVersion::toString));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6", "six", "9999999.1", "x1.2.3", "-1.0"})
  void anythingElseIsNone(String text) {
    assertEquals(Optional.empty(), ServiceVersion.of(text));
  }

  @Test
  void comparesByNumbers() {
    List<ServiceVersion> order =
        List.of("3.0.2", "3.2.0", "3.10.0", "6.5.1", "6.5.10", "10.0.0").stream()
            .map(text -> ServiceVersion.of(text).orElseThrow())
            .toList();
    assertEquals(order, order.reversed().stream().sorted().toList());
  }

  private Service service(String version) {
    return new Service(Dialect.DEFAULT, ServiceVersion.of(version), Optional.of(memory));
  }

  @Test
  void olderServicesOfferLess() {
    assertFalse(service("3.0.2").capabilities().tray());
    assertTrue(service("3.1.0").capabilities().tray());
    assertFalse(service("5.0.0").capabilities().severalLocations());
    assertTrue(service("5.1.0").capabilities().severalLocations());
    assertFalse(service("6.5.0").capabilities().moveAndUpdateTogether());
    assertTrue(service("6.5.1").capabilities().moveAndUpdateTogether());
    assertFalse(service("6.1.0").capabilities().offers(Feature.VERSION_CONTENT));
    assertTrue(service("6.8.0").capabilities().offers(Feature.VERSION_CONTENT));
  }

  @Test
  void anUnknownServiceIsTakenAsTheNewestUntilItShowsOtherwise() {
    Service service = new Service(Dialect.DEFAULT, Optional.empty(), Optional.of(memory));
    for (Ability ability : Ability.values()) {
      assertTrue(service.has(ability), ability.name());
    }
    service.isBelow(ServiceVersion.of("6.1.0").orElseThrow());
    service.isBelow(ServiceVersion.of("6.3.1").orElseThrow());
    assertFalse(service.has(Ability.VERSIONS));
    assertTrue(service.has(Ability.CLEAR_CONTENT));
    service.lacks(Ability.HISTORY);
    assertFalse(service.capabilities().offers(Feature.HISTORY));
  }

  @Test
  void aNewVersionMakesEverythingElseDoubtful() {
    Service before = new Service(Dialect.DEFAULT, Optional.empty(), Optional.of(memory));
    before.identify(ServiceVersion.of("6.5.0"));
    before.works(Point.TRAY, "x");
    assertEquals(Map.of("serviceVersion", "6.5.0", "tray", "x"), kept);

    Service same = new Service(Dialect.DEFAULT, Optional.empty(), Optional.of(memory));
    same.identify(ServiceVersion.of("6.5.0"));
    assertTrue(same.isSettled(Point.TRAY));
    same.identify(ServiceVersion.of("6.8.0"));
    assertFalse(same.isSettled(Point.TRAY));
    assertEquals(Map.of("serviceVersion", "6.8.0"), kept);
  }

  @Test
  void whatTheAdministratorFixedIsNeverReplaced() {
    Dialect fixed = Dialect.of(Map.of("tray", "mine", "no such point", "x"));
    Service service = new Service(fixed, ServiceVersion.of("6.5.0"), Optional.of(memory));
    service.works(Point.TRAY, "other");
    service.identify(ServiceVersion.of("6.8.0"));
    assertEquals(List.of("mine"), service.ways(Point.TRAY));
    assertFalse(service.has(Ability.MOVE_AND_UPDATE));
  }
}
