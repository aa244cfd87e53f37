package org.kontor.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;

/**
 * What the outbox holds for servers that are not shown. Entries of a profile that was removed stay:
 * their server is offered again.
 *
 * @param waiting entries that are not over, by the key of their server
 */
record Elsewhere(Map<String, Integer> waiting) {

  /**
   * A server that is in no profile any more.
   *
   * @param profile as it can be told from what the outbox knows
   */
  record Removed(ServerProfile profile, int entries) {}

  int waitingFor(ServerProfile profile) {
    return waiting.getOrDefault(profile.key(), 0);
  }

  /** Servers that entries wait for and that no profile names. */
  List<Removed> removed(Settings settings) {
    Set<String> known = new HashSet<>();
    known.add(Target.LOCAL);
    settings.profiles().forEach(profile -> known.add(profile.key()));
    List<Removed> removed = new ArrayList<>();
    waiting.forEach(
        (key, entries) -> {
          if (!known.contains(key)) {
            profile(key, entries, removed);
          }
        });
    return removed;
  }

  private static void profile(String key, int entries, List<Removed> removed) {
    try {
      removed.add(new Removed(ServerProfile.ofKey(key), entries));
    } catch (IllegalArgumentException strange) {
      System.getLogger(Elsewhere.class.getName())
          .log(System.Logger.Level.WARNING, "the outbox names a server that is none", strange);
    }
  }
}
