package org.kontor.ui.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.WebAddress;
import org.kontor.ui.common.dialect.DialectPoint;

final class NewServerViewModelTest {
  private static final List<DialectPoint> POINTS =
      List.of(new DialectPoint("clients", DialectPoint.Form.PATHS, List.of("clients")));

  private final List<NewServer> added = new ArrayList<>();
  private final NewServerViewModel model =
      new NewServerViewModel(
          added::add,
          () -> {},
          kind -> kind == ServerKind.RILLSOFT ? POINTS : List.of(),
          Locale.UK);

  @Test
  void aCompleteServerIsAddedWithoutStraySpaces() {
    model.nameProperty().set(" Registry ");
    model.addressProperty().set(" https://archive.example.org/dms ");
    model.userProperty().set("beispiel ");

    model.add();

    assertEquals(
        List.of(
            new NewServer(
                "Registry",
                URI.create("https://archive.example.org/dms"),
                "beispiel",
                ServerKind.ENAIO,
                Map.of())),
        added);
  }

  @Test
  void whatIsMissingIsSaidBesideItsField() {
    model.add();

    assertTrue(added.isEmpty());
    assertFalse(model.nameProblemProperty().get().isEmpty());
    assertFalse(model.addressProblemProperty().get().isEmpty());
    assertFalse(model.userProblemProperty().get().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"archive", "ftp://a.example", "https://", "http://a b", "https://me:pw@a.example"})
  void noAddressIsGuessed(String typed) {
    assertTrue(WebAddress.parse(typed).isEmpty());
  }

  @Test
  void theKindIsPartOfIt() {
    model.nameProperty().set("Projects");
    model.addressProperty().set("https://ris.example.org");
    model.userProperty().set("keller");
    assertTrue(model.dialectProperty().get().isEmpty());
    model.kindProperty().set(ServerKind.RILLSOFT);
    StringProperty clients = model.dialectProperty().get().textProperty("clients");
    clients.set("tenants/{id}");
    model.add();
    assertEquals(List.of(), added, "a path with words in braces that nobody fills in");
    assertTrue(model.dialectProperty().get().problemProperty().get());

    clients.set(" tenants ");
    model.add();
    assertEquals(Map.of("clients", "tenants"), added.getFirst().dialect());
    assertEquals(ServerKind.RILLSOFT, added.getFirst().kind());
    assertEquals("Rillsoft Integration Server", model.nameOf(ServerKind.RILLSOFT));
  }
}
