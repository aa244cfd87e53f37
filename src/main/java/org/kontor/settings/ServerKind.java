package org.kontor.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which API a server speaks. */
public enum ServerKind {
  ENAIO,
  RILLSOFT;

  /** What it is called in the settings and before the name in a profile's key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ServerKind> of(String key) {
    return Stream.of(values()).filter(kind -> kind.key().equalsIgnoreCase(key)).findFirst();
  }
}
