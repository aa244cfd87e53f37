package org.kontor.dms;

import java.util.Optional;

/**
 * Where it is kept what a server told of itself when it could be reached, in the adapter's own
 * writing, so that a start without it is possible. One for each server and person; no secret is in
 * it. Called on background threads, once per sign-in.
 */
public interface LastSeen {

  /** Keeps nothing. */
  LastSeen NOTHING =
      new LastSeen() {
        @Override
        public Optional<String> recall(String what) {
          return Optional.empty();
        }

        @Override
        public void keep(String what, String text) {}
      };

  /** What was kept last; empty where nothing was, or it cannot be read any more. */
  Optional<String> recall(String what);

  /**
   * Replaces what was kept; a failure to do so only costs a start without the server.
   *
   * @param what a short name of ASCII letters
   */
  void keep(String what, String text);
}
