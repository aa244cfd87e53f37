package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://dms.example, /api/dms, https://dms.example/api/dms/x",
    "https://dms.example/, api/dms/, https://dms.example/api/dms/x",
    "http://dms.example:8080/gate//, '', http://dms.example:8080/gate/x",
    "http://[::1]:7400, /api/dms, http://[::1]:7400/api/dms/x"
  })
  void putsBaseAndPrefixTogether(URI base, String prefix, URI expected) {
    assertEquals(expected, new ServerAddress(base, prefix).uri(Resource.of("x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://dms.example",
        "dms.example",
        "https://user:secret@dms.example",
        "https://dms.example/?a=b",
        "https://dms.example/#x",
        "https:///x"
      })
  void refusesWhatIsNoServer(URI base) {
    assertThrows(IllegalArgumentException.class, () -> new ServerAddress(base, "/api"));
  }

  @Test
  void nothingEscapesItsSegment() {
    Resource resource = Resource.of("objects", "1/../2?x=ü").with("name", "a&b=c d");
    assertEquals("/objects/1%2F..%2F2%3Fx%3D%C3%BC?name=a%26b%3Dc%20d", resource.escaped());
  }

  @Test
  void aSignInNameIsNeverTwoThings() {
    assertThrows(IllegalArgumentException.class, () -> new Credentials("a:b", () -> "p"));
  }
}
