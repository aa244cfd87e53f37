package org.kontor.ui.settings;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.kontor.dms.DmsException;
import org.kontor.model.ServerCertificate;
import org.kontor.settings.Amounts;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.TrustDecision;
import org.kontor.ui.common.FileDialogs;
import org.kontor.ui.common.dialect.DialectPoint;

/**
 * What the settings need of the program around them. Methods that say that they block are for
 * background threads, all others for the thread that draws the window.
 */
public interface SettingsDesk {

  /** The settings of now. It outlives every window. */
  ReadOnlyObjectProperty<Settings> settingsProperty();

  /** How much of everything, as it is now; from any thread. */
  Amounts amounts();

  /** Puts changed settings into effect at once, and keeps them in the background. */
  void use(Settings changed);

  /** The settings were closed: what needs a server opened anew comes about now. */
  void left();

  /** How many entries of the outbox are not over for a server, by the key of its profile. */
  int waiting(String key);

  /** What is not documented of a kind of server, in the order in which it is shown. */
  List<DialectPoint> undocumented(ServerKind kind);

  /**
   * Signs in to a server with the password that the keyring has for it, and looks around; blocks.
   *
   * @throws DmsException as it went; {@link DmsException.NotSignedIn} too where no password is kept
   */
  Found test(ServerProfile profile) throws DmsException, InterruptedException;

  /** What was decided about certificates; blocks. */
  List<TrustDecision> trusted() throws IOException;

  /** Keeps the decision that a server's key counts from now on; blocks. */
  void trust(ServerCertificate certificate) throws IOException;

  /**
   * Takes a decision back: the server is asked about again before anything else is sent there;
   * blocks.
   */
  void revoke(TrustDecision decision) throws IOException;

  /** Why passwords cannot be kept on this computer; empty where they can. */
  Optional<String> noKeyring();

  FileDialogs files();
}
