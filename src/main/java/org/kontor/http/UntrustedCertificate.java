package org.kontor.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** Ends a handshake, and says with what the server came. */
final class UntrustedCertificate extends CertificateException {
  private final transient X509Certificate certificate;
  private final Doubt doubt;

  UntrustedCertificate(X509Certificate certificate, Doubt doubt, String message) {
    super(message);
    this.certificate = certificate;
    this.doubt = doubt;
  }

  X509Certificate certificate() {
    return certificate;
  }

  Doubt doubt() {
    return doubt;
  }
}
