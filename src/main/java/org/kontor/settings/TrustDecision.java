package org.kontor.settings;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.kontor.model.ServerCertificate;

/**
 * That a person trusts one key on one server although nobody vouches for it.
 *
 * @param host as in the server's address, in small letters
 * @param names the certificate's, for people
 * @param sha256 of the certificate, as others write it: {@code AB:CD:...}
 * @param key SHA-256 of the public key, hexadecimal: what counts
 * @param since when it was decided
 */
public record TrustDecision(
    String host, int port, List<String> names, String sha256, String key, Instant since) {
  private static final int HTTPS = 443;

  public TrustDecision {
    host = host.toLowerCase(Locale.ROOT);
    names = List.copyOf(names);
  }

  /** For a certificate that a server showed. */
  public static TrustDecision of(ServerCertificate shown, Instant since) {
    return new TrustDecision(
        shown.host(), shown.port(), shown.names(), shown.sha256(), shown.key(), since);
  }

  /** Whether it is about the server of an address. */
  public boolean isOf(URI address) {
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    int its = address.getPort() >= 0 ? address.getPort() : HTTPS;
    return secure && address.getHost() != null && isOf(address.getHost(), its);
  }

  boolean isOf(String otherHost, int otherPort) {
    return port == otherPort && host.equals(otherHost.toLowerCase(Locale.ROOT));
  }
}
