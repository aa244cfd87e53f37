package org.kontor.enaio;

import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import org.kontor.http.HttpTimes;

/**
 * What is needed to talk to one enaio server as one person.
 *
 * @param base scheme, host, port and, if it has one, a path before the API's own
 * @param user sign-in name
 * @param password asked before every request; must be quick, and may change after a sign-in
 * @param locale in which the server names things and says no
 */
public record EnaioConnection(
    URI base,
    String user,
    Supplier<String> password,
    Locale locale,
    Dialect dialect,
    HttpTimes times) {

  /** With the usual paths, statements and times. */
  public static EnaioConnection of(
      URI base, String user, Supplier<String> password, Locale locale) {
    return new EnaioConnection(base, user, password, locale, Dialect.DEFAULT, HttpTimes.DEFAULT);
  }

  @Override
  public String toString() {
    return "EnaioConnection " + base.getHost();
  }
}
