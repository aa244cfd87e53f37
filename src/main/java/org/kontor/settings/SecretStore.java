package org.kontor.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;

/**
 * Passwords in the operating system's keyring, and nowhere else. No keyring is a normal state:
 * nothing is found, nothing kept, and the person is asked in every session. Calls may block while
 * the keyring asks to be unlocked; never on the window's thread. A keyring that refused to keep a
 * password, since it is locked and the person would not unlock it, or since it is gone, counts as
 * none until the next start: she is not asked again and again.
 */
public final class SecretStore implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SecretStore.class.getName());
  private static final String SERVICE = "Kontor";

  /** Not the key of a profile. */
  private static final String TRIAL = "trial";

  private final Optional<Keyring> keyring;
  private volatile boolean refused;

  private SecretStore(Optional<Keyring> keyring) {
    this.keyring = keyring;
  }

  /** The keyring of this system, or one that keeps nothing. */
  public static SecretStore open() {
    try {
      return new SecretStore(Optional.of(Keyring.create()));
    } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
      LOG.log(System.Logger.Level.INFO, "No keyring here: passwords are asked for in each session");
      return new SecretStore(Optional.empty());
    }
  }

  public boolean isAvailable() {
    return keyring.isPresent() && !refused;
  }

  private Optional<Keyring> asked() {
    return refused ? Optional.empty() : keyring;
  }

  /**
   * @param profile key of the server profile
   */
  public Optional<String> find(String profile) {
    return asked()
        .flatMap(
            open -> {
              try {
                return Optional.ofNullable(open.getPassword(SERVICE, profile));
              } catch (PasswordAccessException | RuntimeException _) {
                return Optional.empty();
              }
            });
  }

  /** Whether the password is now in the keyring. */
  public boolean keep(String profile, String password) {
    boolean kept =
        asked()
            .map(
                open -> {
                  try {
                    open.setPassword(SERVICE, profile, password);
                    // A locked keyring takes it without a word, and has it not.
                    return password.equals(open.getPassword(SERVICE, profile));
                  } catch (PasswordAccessException | RuntimeException _) {
                    return false;
                  }
                })
            .orElse(false);
    refused |= !kept;
    return kept;
  }

  /**
   * Whether the keyring holds no password of the profile any more. One that is locked finds nothing
   * either, so it must first show that it takes something.
   */
  public boolean forget(String profile) {
    if (keyring.isEmpty()) {
      return true;
    }
    boolean answers = find(profile).isPresent() || (keep(TRIAL, TRIAL) && delete(TRIAL));
    return answers && (find(profile).isEmpty() || delete(profile));
  }

  private boolean delete(String profile) {
    return asked()
        .map(
            open -> {
              try {
                open.deletePassword(SERVICE, profile);
                return true;
              } catch (PasswordAccessException | RuntimeException _) {
                return false;
              }
            })
        .orElse(false);
  }

  @Override
  public void close() {
    keyring.ifPresent(
        open -> {
          try {
            open.close();
          } catch (Exception failure) {
            LOG.log(System.Logger.Level.DEBUG, "The keyring did not close", failure);
          }
        });
  }
}
