package org.kontor.ui.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.WebAddress;

final class NewServerViewModelTest {
  private final List<NewServer> added = new ArrayList<>();
  private final NewServerViewModel model = new NewServerViewModel(added::add, () -> {}, Locale.UK);

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
                ServerKind.ENAIO)),
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
    model.kindProperty().set(ServerKind.RILLSOFT);
    model.add();
    assertEquals(ServerKind.RILLSOFT, added.getFirst().kind());
    assertEquals("Rillsoft Integration Server", model.nameOf(ServerKind.RILLSOFT));
  }
}
