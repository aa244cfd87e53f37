package org.kontor.desktop;

import org.kontor.settings.SecretStore;

/** One use of the keyring, in a process of its own: keep, find or forget. */
final class KeyringCall {
  private KeyringCall() {}

  static void main(String[] arguments) {
    try (SecretStore secrets = SecretStore.open()) {
      String said =
          switch (arguments[0]) {
            case "keep" -> "kept " + secrets.keep(arguments[1], arguments[2]);
            case "find" -> "found " + secrets.find(arguments[1]).orElse("nothing");
            case "forget" -> "forgot " + secrets.forget(arguments[1]);
            default -> throw new IllegalArgumentException(arguments[0]);
          };
      System.out.println("available " + secrets.isAvailable() + ", " + said);
    }
    System.exit(0);
  }
}
