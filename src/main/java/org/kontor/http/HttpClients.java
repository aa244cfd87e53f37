package org.kontor.http;

import java.net.CookieHandler;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * The one place that makes HTTP clients. Redirects are never followed (a redirected upload would
 * look stored), nothing is authenticated behind our back (it would be sent twice), certificates are
 * checked as the platform does, but for keys that a person decided on.
 */
final class HttpClients {
  /** Trusts nothing. Without it the client would read all roots of trust for plain http, too. */
  private static final TrustManager[] NOBODY = {};

  private HttpClients() {}

  /**
   * @param secure whether the server is asked by https; the roots of trust are only read then
   */
  static HttpClient create(
      Duration connect,
      CookieHandler cookies,
      Executor threads,
      boolean secure,
      Pins pins,
      Proxies proxies) {
    // Without it Java keeps the account for a proxy to itself when it asks for a tunnel.
    System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connect)
            .proxy(proxies)
            .cookieHandler(cookies)
            .executor(threads);
    return builder.sslContext(context(secure ? judges(pins) : NOBODY)).build();
  }

  /** One for each client: no session of another client, under another decision, is resumed. */
  private static SSLContext context(TrustManager[] judges) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, judges, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java cannot encrypt", impossible);
    }
  }

  private static TrustManager[] judges(Pins pins) {
    try {
      return new TrustManager[] {new PinnedTrust(Authorities.ofThisComputer(), pins)};
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java knows no certificates", impossible);
    }
  }
}
