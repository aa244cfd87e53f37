package org.kontor.app;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Acquaintance;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.local.LocalServerException;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.ServerProfile;
import org.kontor.ui.main.ServerSession;

/**
 * A server that the window has signed in to, with what stands behind it. Opening blocks and is for
 * background threads.
 */
final class OpenServer implements AutoCloseable {
  private static final String LOCAL_ACCENT = ProfileColour.GREEN.web();

  private volatile ServerSession session;
  private final AtomicReference<String> password;
  private final @Nullable EmbeddedServer embedded;

  /** With what is fixed about it. */
  private final ServerProfile profile;

  /** Whether the server was not met yet: the window shows what was known of it. */
  private volatile boolean recalled;

  private OpenServer(
      ServerSession session,
      boolean recalled,
      AtomicReference<String> password,
      ServerProfile profile,
      @Nullable EmbeddedServer embedded) {
    this.session = session;
    this.recalled = recalled;
    this.password = password;
    this.profile = profile;
    this.embedded = embedded;
  }

  /**
   * The archive of this computer.
   *
   * @param name what the window calls it
   */
  static OpenServer local(AppPaths paths, String name, Locale locale)
      throws LocalServerException, DmsException, InterruptedException {
    EmbeddedServer embedded = EmbeddedServer.start(paths);
    try {
      ServerProfile inside = embedded.profile();
      ServerProfile shown = new ServerProfile(name, inside.address(), inside.user());
      AtomicReference<String> password = new AtomicReference<>(embedded.password());
      DmsServer server = new ServerClients(paths).local(inside, password::get, locale);
      return open(server, shown, Target.LOCAL, password, LOCAL_ACCENT, embedded);
    } catch (DmsException | InterruptedException | RuntimeException failure) {
      embedded.close();
      throw failure;
    }
  }

  /**
   * @param profile with what is fixed about it
   */
  static OpenServer profile(ServerProfile profile, String password, AppPaths paths, Locale locale)
      throws DmsException, InterruptedException {
    String accent = ProfileColour.of(profile).web();
    AtomicReference<String> current = new AtomicReference<>(password);
    DmsServer server = new ServerClients(paths).asSaid(profile, current::get, locale);
    return open(server, profile, profile.key(), current, accent, null);
  }

  private static OpenServer open(
      DmsServer server,
      ServerProfile profile,
      String key,
      AtomicReference<String> password,
      String accent,
      @Nullable EmbeddedServer embedded)
      throws DmsException, InterruptedException {
    try {
      Acquaintance met;
      boolean recalled = false;
      try {
        met = new Acquaintance(server.signIn(), server.schema());
      } catch (DmsException.Unreachable | DmsException.Busy | DmsException.ServerFailed away) {
        met = isAway(away) ? server.recall().orElse(null) : null;
        if (met == null) {
          throw away;
        }
        recalled = true;
      }
      return new OpenServer(
          new ServerSession(
              server,
              met.schema(),
              met.account(),
              key,
              profile.name(),
              profile.address().toString(),
              accent),
          recalled,
          password,
          profile,
          embedded);
    } catch (DmsException | InterruptedException | RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /** What stands in the way and can be put right is said instead. */
  private static boolean isAway(DmsException failure) {
    return !(failure instanceof DmsException.Untrusted
        || failure instanceof DmsException.ProxyRefuses);
  }

  ServerSession session() {
    return session;
  }

  /**
   * Whether its client asks as a profile wants it.
   *
   * @param wanted with what is fixed about it
   */
  boolean asksAs(ServerProfile wanted) {
    return profile.isAskedAs(wanted);
  }

  /** What it was signed in to with, in this session. */
  String password() {
    return password.get();
  }

  /** Whether the server could not be reached, and what is shown is what was known of it. */
  boolean isRecalled() {
    return recalled;
  }

  /**
   * Signs in to a server that could not be reached at the start.
   *
   * @return whether it is another than it was known to be: the window must be opened anew
   */
  boolean meet() throws DmsException, InterruptedException {
    ServerSession known = session;
    Acquaintance met = new Acquaintance(known.server().signIn(), known.server().schema());
    recalled = false;
    session = known.after(met);
    return !met.account().equals(known.account())
        || !met.schema().cabinets().equals(known.schema().cabinets());
  }

  /** Signs in again on the same server, for all its requests from here on. */
  void signInAgain(String newPassword) throws DmsException, InterruptedException {
    String old = password.getAndSet(newPassword);
    try {
      session.server().signIn();
    } catch (DmsException | InterruptedException failure) {
      password.set(old);
      throw failure;
    }
  }

  @Override
  public void close() {
    session.server().close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
