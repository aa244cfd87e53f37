package org.kontor.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a person can choose.
 *
 * @param profiles servers, in the order shown; empty means the local server
 * @param current key of the profile that opens at start
 * @param theme light, dark, with high contrast, or as the system says
 * @param language ISO 639 code; empty follows the system
 * @param fontPercent size of the text in percent of the usual one
 */
public record Settings(
    List<ServerProfile> profiles,
    Optional<String> current,
    Theme theme,
    Optional<String> language,
    int fontPercent) {

  /** How the window is coloured. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK,
    HIGH_CONTRAST
  }

  public static final Settings DEFAULTS =
      new Settings(List.of(), Optional.empty(), Theme.SYSTEM, Optional.empty(), 100);

  public Settings {
    profiles = List.copyOf(profiles);
  }

  /** The profile that opens at start, if any was added. */
  public Optional<ServerProfile> currentProfile() {
    return profiles.stream()
        .filter(profile -> current.isEmpty() || current.get().equals(profile.key()))
        .findFirst()
        .or(() -> profiles.stream().findFirst());
  }

  /**
   * A profile with what an administrator fixed about its server: in itself, else in the first
   * profile of the same server.
   */
  public ServerProfile fixed(ServerProfile profile) {
    return profile.fixesNothing()
        ? profiles.stream()
            .filter(profile::isAt)
            .findFirst()
            .map(profile::fixedLike)
            .orElse(profile)
        : profile;
  }

  /** With the profile added (or replaced, by its key) and opened at the next start. */
  public Settings with(ServerProfile profile) {
    List<ServerProfile> all = new ArrayList<>(profiles);
    all.removeIf(other -> other.key().equals(profile.key()));
    all.add(profile);
    return new Settings(all, Optional.of(profile.key()), theme, language, fontPercent);
  }

  public Settings with(Theme chosen) {
    return new Settings(profiles, current, chosen, language, fontPercent);
  }

  /**
   * @param percent of the usual size of the text
   */
  public Settings withFont(int percent) {
    return new Settings(profiles, current, theme, language, percent);
  }
}
