package org.kontor.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Who may vouch for a server: the authorities that Java brings along, and those of the operating
 * system, which are read when the former do not know a certificate, so that the start does not wait
 * for them. Where a store is named by {@code javax.net.ssl.trustStore}, it counts alone. Safe from
 * several threads.
 */
final class Authorities {
  private static final String NAMED = "javax.net.ssl.trustStore";

  private final X509ExtendedTrustManager java;
  private final Supplier<Optional<KeyStore>> system;
  private boolean systemIsRead;
  private Optional<X509ExtendedTrustManager> ofSystem = Optional.empty();

  private Authorities(X509ExtendedTrustManager java, Supplier<Optional<KeyStore>> system) {
    this.java = java;
    this.system = system;
  }

  static Authorities ofThisComputer() throws GeneralSecurityException {
    boolean named = System.getProperty(NAMED) != null;
    return of(named ? Optional::empty : SystemRoots::read);
  }

  /**
   * @param system read once, when it is needed
   */
  static Authorities of(Supplier<Optional<KeyStore>> system) throws GeneralSecurityException {
    return new Authorities(judge(null), system);
  }

  /**
   * @throws CertificateException when none of them vouches for the first of the chain by this name
   */
  void check(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
    try {
      java.checkServerTrusted(chain, kind, engine);
    } catch (CertificateException refused) {
      Optional<X509ExtendedTrustManager> others =
          isUnknown(refused) ? ofSystem() : Optional.empty();
      if (others.isEmpty()) {
        throw refused;
      }
      others.get().checkServerTrusted(chain, kind, engine);
    }
  }

  /** What has another name or is over would not be better by another authority. */
  private static boolean isUnknown(CertificateException refused) {
    for (Throwable each = refused; each != null; each = each.getCause()) {
      if (each instanceof CertPathBuilderException) {
        return true;
      }
    }
    return false;
  }

  X509Certificate[] known() {
    return java.getAcceptedIssuers();
  }

  private synchronized Optional<X509ExtendedTrustManager> ofSystem() throws CertificateException {
    if (!systemIsRead) {
      try {
        Optional<KeyStore> roots = system.get();
        if (roots.isPresent() && roots.get().size() > 0) {
          ofSystem = Optional.of(judge(roots.get()));
        }
        systemIsRead = true;
      } catch (GeneralSecurityException unusable) {
        throw new CertificateException(unusable);
      }
    }
    return ofSystem;
  }

  /**
   * @param roots null for Java's own
   */
  private static X509ExtendedTrustManager judge(@Nullable KeyStore roots)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(roots);
    for (TrustManager one : factory.getTrustManagers()) {
      if (one instanceof X509ExtendedTrustManager judge) {
        return judge;
      }
    }
    throw new GeneralSecurityException("no judge of certificates");
  }
}
