package org.kontor.app;

import java.util.Optional;
import org.kontor.settings.ServerProfile;

/**
 * A server that the outbox can hold entries for.
 *
 * @param key what the outbox knows it by
 * @param profile empty for the archive of this computer, whose address is another at each start
 */
record Target(String key, Optional<ServerProfile> profile) {
  static final String LOCAL = "local";

  static Target of(Optional<ServerProfile> profile) {
    return new Target(profile.map(ServerProfile::key).orElse(LOCAL), profile);
  }

  static Target ofKey(String key) {
    return key.equals(LOCAL) ? of(Optional.empty()) : of(Optional.of(ServerProfile.ofKey(key)));
  }
}
