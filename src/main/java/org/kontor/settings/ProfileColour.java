package org.kontor.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Colours that tell servers apart at the window's upper edge, also for people who see colours
 * differently.
 */
public enum ProfileColour {
  BLUE("#0969da"),
  COPPER("#bc4c00"),
  VIOLET("#8250df"),
  TEAL("#1b7c83"),
  PINK("#bf3989"),
  GREEN("#1a7f37"),
  RED("#cf222e"),
  GREY("#57606a");

  /** The first ones are given to profiles for which nobody chose; the others say something. */
  private static final int UNCHOSEN = 5;

  private final String web;

  ProfileColour(String web) {
    this.web = web;
  }

  /** In the writing of style sheets: {@code #0969da}. */
  public String web() {
    return web;
  }

  /** What the settings file calls it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ProfileColour> of(String key) {
    return Stream.of(values()).filter(colour -> colour.key().equalsIgnoreCase(key)).findFirst();
  }

  /** The chosen one of a profile, else one that stays the same for it. */
  public static ProfileColour of(ServerProfile profile) {
    return profile
        .colour()
        .orElseGet(() -> values()[Math.floorMod(profile.key().hashCode(), UNCHOSEN)]);
  }
}
