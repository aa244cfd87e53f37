package org.kontor.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;

/** Tells from an exception and the state of the transfer how far a request went. */
final class Failures {
  private Failures() {}

  /**
   * @param asked whom the request was for
   */
  static HttpFailure of(Throwable cause, URI asked, Transfer transfer) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof UntrustedCertificate refused) {
        return new HttpFailure.Untrusted(
            asked.getHost(), ServerAddress.portOf(asked), refused, cause);
      }
    }
    Throwable bodyFailure = transfer.bodyFailure();
    if (bodyFailure != null) {
      return new HttpFailure.Broken(
          "the file gave out while it was sent: " + bodyFailure.getMessage(), false, bodyFailure);
    }
    if (find(cause, BoundedBody.TooLarge.class)) {
      return new HttpFailure.SenselessAnswer(String.valueOf(cause.getMessage()), cause);
    }
    // Where the body never began, no server can hold the request, whatever broke.
    if (transfer.abandonUnsent() || isConnecting(cause)) {
      return new HttpFailure.NotSent(describe(cause), cause);
    }
    return new HttpFailure.Broken(describe(cause), transfer.isSent(), cause);
  }

  private static boolean isConnecting(Throwable cause) {
    return find(cause, ConnectException.class)
        || find(cause, HttpConnectTimeoutException.class)
        || find(cause, UnresolvedAddressException.class)
        || find(cause, UnknownHostException.class)
        || find(cause, SSLHandshakeException.class);
  }

  private static boolean find(Throwable cause, Class<? extends Throwable> type) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  /** The chain of causes in one line: the outermost often has no message of its own. */
  private static String describe(Throwable cause) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof IOException || each.getMessage() != null) {
        text.append(text.isEmpty() ? "" : "; ").append(each);
      }
    }
    return text.isEmpty() ? cause.toString() : text.toString();
  }
}
