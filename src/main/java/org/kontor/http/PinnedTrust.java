package org.kontor.http;

import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts what an authority vouches for, and else the one key that was decided on for a host and a
 * port. Where there is a decision, no other key counts, whoever vouches for it: a changed key is a
 * hard stop.
 */
final class PinnedTrust extends X509ExtendedTrustManager {
  private final Authorities authorities;
  private final Pins pins;

  PinnedTrust(Authorities authorities, Pins pins) {
    this.authorities = authorities;
    this.pins = pins;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    X509Certificate shown = chain[0];
    String host = engine.getPeerHost();
    Optional<String> pinned =
        host == null ? Optional.empty() : pins.keyOf(host, engine.getPeerPort());
    if (pinned.isPresent()) {
      if (!pinned.get().equals(keyOf(shown))) {
        throw new UntrustedCertificate(shown, Doubt.CHANGED_KEY, "the server's key has changed");
      }
      return;
    }
    try {
      authorities.check(chain, kind, engine);
    } catch (CertificateException refused) {
      Doubt doubt = isAboutTheName(refused) ? Doubt.OTHER_NAME : Doubt.UNKNOWN;
      UntrustedCertificate untrusted =
          new UntrustedCertificate(shown, doubt, String.valueOf(refused.getMessage()));
      untrusted.initCause(refused);
      throw untrusted;
    }
  }

  /** The platform tells it by its words only; what a person decides does not hang on it. */
  private static boolean isAboutTheName(CertificateException refused) {
    String words = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("subject alternative") || words.contains("no name matching");
  }

  private static String keyOf(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Without host and port nothing can be said: the client never asks so. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("a server without a name");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw new CertificateException("a server without a name");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("Kontor is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw new CertificateException("Kontor is no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("Kontor is no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.known();
  }
}
