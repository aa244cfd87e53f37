package org.kontor.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a person can choose.
 *
 * @param own servers that she added, in the order shown
 * @param administered servers that the administrator of this computer gives to everyone; they
 *     cannot be changed here
 * @param current key of the profile that opens at start
 * @param theme light, dark, with high contrast, or as the system says
 * @param language ISO 639 code; empty follows the system
 * @param fontPercent size of the text in percent of the usual one
 * @param amounts how much Kontor takes of servers and of this computer
 */
public record Settings(
    List<ServerProfile> own,
    List<ServerProfile> administered,
    Optional<String> current,
    Theme theme,
    Optional<String> language,
    int fontPercent,
    Amounts amounts) {

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
    own = List.copyOf(own);
    administered = List.copyOf(administered);
  }

  /** Without an administrator, and with the usual amounts. */
  public Settings(
      List<ServerProfile> own,
      Optional<String> current,
      Theme theme,
      Optional<String> language,
      int fontPercent) {
    this(own, List.of(), current, theme, language, fontPercent, Amounts.USUAL);
  }

  /**
   * All servers, in the order shown: the administrator's, then the person's own. What the
   * administrator says of a server and an account counts. Empty means the local server.
   */
  public List<ServerProfile> profiles() {
    return Stream.concat(
            administered.stream(), own.stream().filter(profile -> !isAdministered(profile.key())))
        .toList();
  }

  public boolean isAdministered(String key) {
    return administered.stream().anyMatch(profile -> profile.key().equals(key));
  }

  /** The profile of a key, if there is one. */
  public Optional<ServerProfile> profile(String key) {
    return profiles().stream().filter(profile -> profile.key().equals(key)).findFirst();
  }

  /** What a profile of a key became: itself, or what one of her own was replaced by. */
  public Optional<ServerProfile> after(Settings before, String key) {
    Optional<ServerProfile> same = profile(key);
    if (same.isPresent() || before.own.size() != own.size()) {
      return same;
    }
    List<String> keys = before.own.stream().map(ServerProfile::key).toList();
    return keys.contains(key) ? Optional.of(own.get(keys.indexOf(key))) : Optional.empty();
  }

  /** The profile that opens at start, if any was added. */
  public Optional<ServerProfile> currentProfile() {
    return profiles().stream()
        .filter(profile -> current.isEmpty() || current.get().equals(profile.key()))
        .findFirst()
        .or(() -> profiles().stream().findFirst());
  }

  /**
   * A profile with what an administrator fixed about its server: in itself, else in the first
   * profile of the same server.
   */
  public ServerProfile fixed(ServerProfile profile) {
    return profile.fixesNothing()
        ? profiles().stream()
            .filter(profile::isAt)
            .findFirst()
            .map(profile::fixedLike)
            .orElse(profile)
        : profile;
  }

  /** With the profile opened at the next start, added where no profile has its key. */
  public Settings with(ServerProfile profile) {
    boolean known = profiles().stream().anyMatch(other -> other.key().equals(profile.key()));
    return (known ? replacing(profile.key(), profile) : withOwn(appended(profile)))
        .opening(Optional.of(profile.key()));
  }

  /**
   * With a changed profile where the one of that key was; the administrator's stay as they are.
   *
   * @param key of the profile before the change
   */
  public Settings replacing(String key, ServerProfile profile) {
    if (own.stream().noneMatch(each -> each.key().equals(key))) {
      return this;
    }
    List<ServerProfile> all = new ArrayList<>();
    for (ServerProfile each : own) {
      if (each.key().equals(key)) {
        all.add(profile);
      } else if (!each.key().equals(profile.key())) {
        all.add(each);
      }
    }
    return withOwn(all).opening(current.map(opened -> opened.equals(key) ? profile.key() : opened));
  }

  /** Without one of her own profiles. */
  public Settings without(String key) {
    return withOwn(own.stream().filter(profile -> !profile.key().equals(key)).toList())
        .opening(current.filter(opened -> !opened.equals(key)));
  }

  /**
   * With one of her own profiles further up or down, as far as that goes.
   *
   * @param steps down; negative for up
   */
  public Settings moving(String key, int steps) {
    List<ServerProfile> all = new ArrayList<>(own);
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).key().equals(key)) {
        all.add(Math.clamp(at + (long) steps, 0, all.size() - 1), all.remove(at));
        return withOwn(all);
      }
    }
    return this;
  }

  public Settings withOwn(List<ServerProfile> profiles) {
    return new Settings(profiles, administered, current, theme, language, fontPercent, amounts);
  }

  /**
   * @param key of the profile that opens at start; empty for the first
   */
  public Settings opening(Optional<String> key) {
    return new Settings(own, administered, key, theme, language, fontPercent, amounts);
  }

  public Settings with(Theme chosen) {
    return new Settings(own, administered, current, chosen, language, fontPercent, amounts);
  }

  /**
   * @param code ISO 639; empty follows the system
   */
  public Settings withLanguage(Optional<String> code) {
    return new Settings(own, administered, current, theme, code, fontPercent, amounts);
  }

  /**
   * @param percent of the usual size of the text
   */
  public Settings withFont(int percent) {
    return new Settings(own, administered, current, theme, language, percent, amounts);
  }

  public Settings with(Amounts chosen) {
    return new Settings(own, administered, current, theme, language, fontPercent, chosen);
  }

  private List<ServerProfile> appended(ServerProfile profile) {
    return Stream.concat(own.stream(), Stream.of(profile)).toList();
  }
}
