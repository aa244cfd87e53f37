package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.ObjectLink;

/** Ids and links, from people and from outside. */
final class GoToViewModelTest {
  private static final String SERVER = "https://Archive.example.org:8443/osrest/";
  private static final String LINK =
      "kontor:object?server=https%3A%2F%2Farchive.example.org%3A8443%2Fosrest&id=4711";

  private final List<ObjectId> shown = new ArrayList<>();
  private final GoToViewModel goTo = new GoToViewModel(SERVER, Locale.UK, shown::add);

  @Test
  void aLinkIsReadAsItIsWritten() {
    ObjectLink link = ObjectLink.to(SERVER, new ObjectId("4711")).orElseThrow();
    assertEquals(LINK, link.toString());
    assertEquals(Optional.of(link), ObjectLink.parse(" " + LINK + "\n"));
    assertTrue(link.isOf("https://archive.example.org:8443/osrest"));
    assertFalse(link.isOf("http://archive.example.org:8443/osrest"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kontor:object",
        "kontor:delete?server=https%3A%2F%2Farchive.example.org&id=4711",
        "kontor:object?id=4711&server=https%3A%2F%2Farchive.example.org",
        "kontor:object?server=https%3A%2F%2Farchive.example.org&id=47 11",
        "kontor:object?server=https%3A%2F%2Farchive.example.org&id=4711&then=delete",
        "kontor:object?server=https%3A%2F%2Fme%3Asecret%40archive.example.org&id=4711",
        "kontor:object?server=https%3A%2F%2Farchive.example.org%3Fa%3Db&id=4711",
        "kontor:object?server=file%3A%2F%2F%2Fetc%2Fpasswd&id=4711",
        "kontor:object?server=%zz&id=4711",
        "kontor:object?server=archive&id=4711",
        "../../4711"
      })
  void anythingElseIsNoLink(String text) {
    assertEquals(Optional.empty(), ObjectLink.parse(text));
    goTo.typedProperty().set(text);
    assertFalse(goTo.go());
    assertFalse(goTo.problemProperty().get().isEmpty());
    assertEquals(List.of(), shown);
  }

  @Test
  void anIdOrALinkIsGoneTo() {
    goTo.typedProperty().set(" 4711 ");
    assertTrue(goTo.go());
    goTo.offer("something else that was copied");
    assertEquals(" 4711 ", goTo.typedProperty().get());
    goTo.offer(LINK);
    assertTrue(goTo.go());
    assertEquals(List.of(new ObjectId("4711"), new ObjectId("4711")), shown);
  }

  @Test
  void aLinkToAnotherServerIsNotFollowedHere() {
    goTo.typedProperty().set("kontor:object?server=https%3A%2F%2Fother.example.org&id=4711");
    assertFalse(goTo.go());
    assertTrue(goTo.problemProperty().get().contains("https://other.example.org"));
    goTo.typedProperty().set("4711");
    assertEquals("", goTo.problemProperty().get());
  }
}
