package org.kontor.ui.common.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.ui.common.dialect.DialectPoint.Form;

final class DialectViewModelTest {
  private static final String FILE = "clients/{client}/documents/{document}";
  private static final List<DialectPoint> POINTS =
      List.of(
          new DialectPoint("signIn", Form.CHOICE, List.of("login", "token")),
          new DialectPoint("loginUser", Form.NAMES, List.of("username")),
          new DialectPoint("onlyClients", Form.NUMBERS, List.of("")),
          new DialectPoint("download", Form.PATHS, List.of(FILE)),
          new DialectPoint("document.id", Form.NAMES, List.of("id documentId")));

  private final DialectViewModel model =
      new DialectViewModel(
          POINTS, Map.of("document.id", "nr", "ofAnotherVersion", "stays"), Locale.UK);

  private DialectSetting setting(String key) {
    return model.groups().stream()
        .flatMap(group -> group.settings().stream())
        .filter(setting -> setting.point().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyPointStandsUnderItsHeadingWithWhatHoldsForIt() {
    assertEquals(
        List.of("Sign-in", "Calls", "Names in a document"),
        model.groups().stream().map(DialectViewModel.Group::title).toList());
    assertEquals("nr", setting("document.id").textProperty().get());
    assertEquals("username", setting("loginUser").textProperty().get());
    assertEquals(1, model.changedProperty().get());
    assertTrue(setting("document.id").changedProperty().get());
  }

  @Test
  void onlyWhatIsNotUsualIsKeptAndWhatIsNotKnownStays() {
    setting("onlyClients").textProperty().set("  3   7 ");
    setting("loginUser").textProperty().set("username ");
    assertEquals(
        Map.of("document.id", "nr", "onlyClients", "3 7", "ofAnotherVersion", "stays"),
        model.settled());

    setting("document.id").reset();
    assertEquals(Map.of("onlyClients", "3 7", "ofAnotherVersion", "stays"), model.settled());

    model.resetAll();
    assertEquals(Map.of("ofAnotherVersion", "stays"), model.settled());
    assertEquals(0, model.changedProperty().get());
  }

  @Test
  void whatCannotBeIsSaidAtItsField() {
    setting("download").textProperty().set("files/{document}");
    assertEquals(
        "Each path holds {client}, {document}, and no other words in braces.",
        setting("download").problemProperty().get());
    setting("download").textProperty().set(FILE + "/file " + FILE);
    assertEquals("", setting("download").problemProperty().get());
    setting("download").textProperty().set("");
    assertTrue(model.check(), "a path that is never asked");

    setting("document.id").textProperty().set(" ");
    assertFalse(model.check());
    setting("document.id").textProperty().set("id");
    setting("onlyClients").textProperty().set("3, 7");
    assertFalse(setting("onlyClients").problemProperty().get().isEmpty());
  }

  @Test
  void withATokenNothingElseOfTheSignInCounts() {
    setting("loginUser").textProperty().set("");
    assertFalse(model.check());
    setting("signIn").textProperty().set("token");
    assertFalse(setting("loginUser").usedProperty().get());
    assertTrue(model.check());
    setting("signIn").reset();
    assertTrue(setting("loginUser").usedProperty().get());
    assertFalse(model.check());
  }
}
