package org.kontor.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.local.LocalServerException;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ServerProfile;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;

/** A server that {@code kontor send} has tried to sign in to, with what stands behind it. */
final class Connection implements AutoCloseable {
  private final Target target;
  private final @Nullable DmsServer server;
  private final @Nullable EmbeddedServer embedded;
  private final String sentence;

  private Connection(
      Target target,
      @Nullable DmsServer server,
      @Nullable EmbeddedServer embedded,
      String sentence) {
    this.target = target;
    this.server = server;
    this.embedded = embedded;
    this.sentence = sentence;
  }

  /** Reaches the server and signs in; when that fails, says why. */
  static Connection open(Target target, AppPaths paths, Messages messages)
      throws InterruptedException {
    Optional<ServerProfile> profile = target.profile();
    return profile.isPresent()
        ? openProfile(target, profile.get(), paths, messages)
        : openLocal(target, paths, messages);
  }

  private static Connection openProfile(
      Target target, ServerProfile profile, AppPaths paths, Messages messages)
      throws InterruptedException {
    ServerClients clients = new ServerClients(paths);
    ServerProfile fixed = clients.fixed(profile);
    String secret = ServerClients.wantsToken(fixed) ? "token" : "password";
    Optional<String> password = new Passwords(messages, secret).of(profile);
    if (password.isEmpty()) {
      return closed(
          target, messages.get("send." + secret + ".none", profile.user(), profile.address()));
    }
    DmsServer server = clients.asSaid(fixed, password::get, messages.locale());
    try {
      server.signIn();
      return new Connection(target, server, null, "");
    } catch (DmsException.NotSignedIn _) {
      server.close();
      return closed(
          target, messages.get("send." + secret + ".refused", profile.address(), profile.user()));
    } catch (DmsException.Untrusted | DmsException.ProxyRefuses onTheWay) {
      server.close();
      return closed(target, new Sentences(messages.locale()).of(onTheWay).text());
    } catch (DmsException.Unreachable _) {
      server.close();
      return closed(target, messages.get("send.notreached", profile.address()));
    } catch (DmsException failure) {
      server.close();
      return closed(target, new Sentences(messages.locale()).of(failure).text());
    }
  }

  private static Connection openLocal(Target target, AppPaths paths, Messages messages)
      throws InterruptedException {
    EmbeddedServer embedded;
    try {
      embedded = EmbeddedServer.start(paths);
    } catch (LocalServerException failure) {
      return closed(target, failure.sentence(messages.locale()));
    }
    DmsServer server =
        new ServerClients(paths).local(embedded.profile(), embedded::password, messages.locale());
    try {
      server.signIn();
      return new Connection(target, server, embedded, "");
    } catch (DmsException failure) {
      server.close();
      embedded.close();
      return closed(target, new Sentences(messages.locale()).of(failure).text());
    }
  }

  private static Connection closed(Target target, String sentence) {
    return new Connection(target, null, null, sentence);
  }

  Target target() {
    return target;
  }

  /** The signed-in server; empty when it could not be reached, which {@link #sentence} explains. */
  Optional<DmsServer> server() {
    return Optional.ofNullable(server);
  }

  String sentence() {
    return sentence;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (embedded != null) {
      embedded.close();
    }
  }
}
