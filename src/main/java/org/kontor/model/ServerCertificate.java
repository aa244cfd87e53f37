package org.kontor.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The certificate that a server showed, as people compare it.
 *
 * @param host as in the server's address, in small letters
 * @param names whom it is made out to
 * @param issuer who vouches for it
 * @param from when it begins to be valid
 * @param until when it ends
 * @param sha256 of the certificate: {@code AB:CD:...}
 * @param key SHA-256 of the public key, hexadecimal; it survives a renewed certificate
 */
public record ServerCertificate(
    String host,
    int port,
    List<String> names,
    String issuer,
    Instant from,
    Instant until,
    String sha256,
    String key) {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  public ServerCertificate {
    host = host.toLowerCase(Locale.ROOT);
    names = List.copyOf(names);
  }

  public static ServerCertificate of(String host, int port, X509Certificate shown) {
    try {
      return new ServerCertificate(
          host,
          port,
          names(shown),
          shown.getIssuerX500Principal().getName(),
          shown.getNotBefore().toInstant(),
          shown.getNotAfter().toInstant(),
          HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest(shown.getEncoded())),
          HexFormat.of().formatHex(digest(shown.getPublicKey().getEncoded())));
    } catch (CertificateEncodingException impossible) {
      throw new IllegalArgumentException("a certificate that cannot be written", impossible);
    }
  }

  public boolean isValid(Instant at) {
    return !at.isBefore(from) && !at.isAfter(until);
  }

  /** The names of servers, else the subject. */
  private static List<String> names(X509Certificate shown) {
    Set<String> names = new LinkedHashSet<>();
    try {
      var alternatives = shown.getSubjectAlternativeNames();
      if (alternatives != null) {
        for (List<?> one : alternatives) {
          if (one.get(0) instanceof Integer kind
              && (kind == DNS || kind == ADDRESS)
              && one.get(1) instanceof String name) {
            names.add(name);
          }
        }
      }
    } catch (CertificateParsingException unreadable) {
      names.clear();
    }
    if (names.isEmpty()) {
      names.add(shown.getSubjectX500Principal().getName());
    }
    return List.copyOf(names);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
