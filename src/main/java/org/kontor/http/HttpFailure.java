package org.kontor.http;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** How a call ended that got no answer; it tells how far the request went. */
public abstract sealed class HttpFailure extends Exception {

  private HttpFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** No connection, or no encryption agreed on: nothing of the request left. */
  public static sealed class NotSent extends HttpFailure {
    NotSent(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The server's certificate does not count: nothing of the request left, no password either. */
  public static final class Untrusted extends NotSent {
    private final String host;
    private final int port;
    private final transient X509Certificate certificate;
    private final Doubt doubt;

    Untrusted(String host, int port, UntrustedCertificate refused, Throwable cause) {
      super(String.valueOf(refused.getMessage()), cause);
      this.host = host;
      this.port = port;
      certificate = refused.certificate();
      doubt = refused.doubt();
    }

    public String host() {
      return host;
    }

    public int port() {
      return port;
    }

    /** What the server came with. */
    public X509Certificate certificate() {
      return certificate;
    }

    public Doubt doubt() {
      return doubt;
    }
  }

  /** The proxy wants to know who asks, and did not let the request through. */
  public static final class ProxyRefuses extends NotSent {
    ProxyRefuses() {
      super("the proxy wants a sign-in", null);
    }
  }

  /**
   * The request was at least partly sent, and no whole answer came; without a cause when the call
   * was given up because nothing moved.
   */
  public static final class Broken extends HttpFailure {
    private final boolean wholeRequestLeft;

    Broken(String message, boolean wholeRequestLeft, @Nullable Throwable cause) {
      super(message, cause);
      this.wholeRequestLeft = wholeRequestLeft;
    }

    /** Whether the last byte of the body was handed to the network. */
    public boolean wholeRequestLeft() {
      return wholeRequestLeft;
    }
  }

  /** An answer came that is too large, or not the JSON that was asked for. */
  public static final class SenselessAnswer extends HttpFailure {
    public SenselessAnswer(String message) {
      super(message, null);
    }

    SenselessAnswer(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** A file to be sent cannot be opened or has changed; noticed before anything was sent. */
  public static final class FileUnusable extends HttpFailure {
    FileUnusable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
