package org.kontor.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that the operating system trusts, where administrators put their own: one for all
 * programs. On Linux a file of certificates, as OpenSSL has it; on Windows and macOS a store of the
 * system.
 */
final class SystemRoots {
  private static final System.Logger LOG = System.getLogger(SystemRoots.class.getName());

  /** Says on Linux which file counts instead, to this as to other programs. */
  private static final String VARIABLE = "SSL_CERT_FILE";

  /** Debian and Ubuntu; Fedora and RHEL; openSUSE; Alpine: the first that is there. */
  private static final List<Path> FILES =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  private SystemRoots() {}

  /** Reads them; blocks for the disk. Empty where the system has none that can be read. */
  static Optional<KeyStore> read() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    try {
      if (system.startsWith("windows")) {
        return Optional.of(store("Windows-ROOT"));
      }
      if (system.startsWith("mac")) {
        return Optional.of(store("KeychainStore-ROOT"));
      }
      Optional<Path> file = file(System.getenv(VARIABLE), FILES);
      return file.isPresent() ? Optional.of(read(file.get())) : Optional.empty();
    } catch (IOException | GeneralSecurityException unreadable) {
      LOG.log(System.Logger.Level.WARNING, "The system's authorities were not read", unreadable);
      return Optional.empty();
    }
  }

  /**
   * @param named by the person or the administrator; counts alone then
   */
  static Optional<Path> file(@Nullable String named, List<Path> usual) {
    return named == null || named.isBlank()
        ? usual.stream().filter(Files::isReadable).findFirst()
        : Optional.of(Path.of(named));
  }

  /** All certificates of a file; what cannot be understood is left out, and the log says so. */
  static KeyStore read(Path pem) throws IOException, GeneralSecurityException {
    KeyStore roots = KeyStore.getInstance("PKCS12");
    roots.load(null, null);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    // Comments between the certificates may be in any writing.
    String text = Files.readString(pem, StandardCharsets.ISO_8859_1);
    List<String> blocks = PEM.matcher(text).results().map(MatchResult::group).toList();
    for (int each = 0; each < blocks.size(); each++) {
      byte[] block = blocks.get(each).getBytes(StandardCharsets.ISO_8859_1);
      try {
        Certificate root = factory.generateCertificate(new ByteArrayInputStream(block));
        roots.setCertificateEntry(Integer.toString(each), root);
      } catch (CertificateException senseless) {
        LOG.log(
            System.Logger.Level.WARNING,
            "Certificate {0} of {1} is none",
            each + 1,
            pem.toString());
      }
    }
    return roots;
  }

  private static KeyStore store(String kind) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(kind);
    store.load(null, null);
    return store;
  }
}
