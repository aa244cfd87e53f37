package org.kontor.app;

import java.util.Optional;
import org.kontor.settings.SecretStore;
import org.kontor.settings.ServerProfile;
import org.kontor.ui.common.Messages;

/** Where {@code kontor send} gets a password from: never from an argument. */
final class Passwords {
  private final Messages messages;
  private final String secret;

  /**
   * @param secret what texts call it: {@code password} or {@code token}
   */
  Passwords(Messages messages, String secret) {
    this.messages = messages;
    this.secret = secret;
  }

  /** From {@code KONTOR_PASSWORD}, else from the keyring, else from a prompt on the terminal. */
  Optional<String> of(ServerProfile profile) {
    String given = System.getenv("KONTOR_PASSWORD");
    if (given != null && !given.isEmpty()) {
      return Optional.of(given);
    }
    return kept(profile).or(() -> asked(profile));
  }

  private static Optional<String> kept(ServerProfile profile) {
    try (SecretStore secrets = SecretStore.open()) {
      return secrets.find(profile.key());
    }
  }

  private Optional<String> asked(ServerProfile profile) {
    return Terminal.console()
        .map(
            console ->
                console.readPassword(
                    "%s ",
                    messages.get("send." + secret + ".prompt", profile.user(), profile.address())))
        .filter(typed -> typed.length > 0)
        .map(String::new);
  }
}
