package org.kontor.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.kontor.settings.SecretStore;

/** One use of the keyring, in a process of its own: keep, find or forget. */
final class KeyringCall {
  private KeyringCall() {}

  static void main(String[] arguments) throws Exception {
    try (SecretStore secrets = SecretStore.open()) {
      String said =
          switch (arguments[0]) {
            case "keep" -> "kept " + secrets.keep(arguments[1], arguments[2]);
            case "find" -> "found " + secrets.find(arguments[1]).orElse("nothing");
            case "forget" -> "forgot " + secrets.forget(arguments[1]);
            case "outlive" -> outlive(secrets, arguments[1], arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
          };
      System.out.println("available " + secrets.isAvailable() + ", " + said);
    }
    System.exit(0);
  }

  /** Keeps a password, then the keyring dies, and comes back locked when it is asked. */
  private static String outlive(SecretStore secrets, String profile, String password)
      throws Exception {
    boolean kept = secrets.keep(profile, password);
    String home = "HOME=" + System.getProperty("user.home");
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      boolean keyring =
          process
              .info()
              .command()
              .filter(path -> path.endsWith("gnome-keyring-daemon"))
              .isPresent();
      Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
      if (keyring && Files.readString(environment).contains(home)) {
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
      }
    }
    String found = secrets.find(profile).orElse("nothing");
    boolean again = secrets.keep(profile, password);
    return "kept %s, then found %s, kept %s, there %s, forgot %s"
        .formatted(kept, found, again, secrets.isAvailable(), secrets.forget(profile));
  }
}
