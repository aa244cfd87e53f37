package org.kontor.enaio;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.dms.LastSeen;
import org.kontor.http.HttpTimes;
import org.kontor.http.Pins;

/**
 * What is needed to talk to one enaio server as one person.
 *
 * @param base scheme, host, port and, if it has one, a path before the API's own
 * @param user sign-in name
 * @param password asked before every request; must be quick, and may change after a sign-in
 * @param locale in which the server names things and says no
 * @param dialect what the administrator fixed; everything else is found out
 * @param version what the administrator fixed; empty to find it out
 * @param memory what was found out at earlier starts; empty to find out nothing at sign-in, and to
 *     ask in the likeliest ways
 * @param lastSeen where it is kept what the server told of itself
 * @param pins keys that count although nobody vouches for them
 */
public record EnaioConnection(
    URI base,
    String user,
    Supplier<String> password,
    Locale locale,
    Dialect dialect,
    HttpTimes times,
    Optional<ServiceVersion> version,
    Optional<ServiceMemory> memory,
    LastSeen lastSeen,
    Pins pins) {

  /** For a server whose ways are known. */
  public EnaioConnection(
      URI base,
      String user,
      Supplier<String> password,
      Locale locale,
      Dialect dialect,
      HttpTimes times) {
    this(
        base,
        user,
        password,
        locale,
        dialect,
        times,
        Optional.empty(),
        Optional.empty(),
        LastSeen.NOTHING,
        Pins.NONE);
  }

  /** With the usual paths, statements and times. */
  public static EnaioConnection of(
      URI base, String user, Supplier<String> password, Locale locale) {
    return new EnaioConnection(base, user, password, locale, Dialect.DEFAULT, HttpTimes.DEFAULT);
  }

  /** Finds out at sign-in how the server wants to be asked, and keeps it. */
  public EnaioConnection learning(
      Dialect overrides, Optional<ServiceVersion> fixedVersion, ServiceMemory kept) {
    return new EnaioConnection(
        base,
        user,
        password,
        locale,
        overrides,
        times,
        fixedVersion,
        Optional.of(kept),
        lastSeen,
        pins);
  }

  /** The same under decisions about certificates. */
  public EnaioConnection trusting(Pins decided) {
    return new EnaioConnection(
        base, user, password, locale, dialect, times, version, memory, lastSeen, decided);
  }

  /** The same, keeping what a start without the server needs. */
  public EnaioConnection remembering(LastSeen kept) {
    return new EnaioConnection(
        base, user, password, locale, dialect, times, version, memory, kept, pins);
  }

  @Override
  public String toString() {
    return "EnaioConnection " + base.getHost();
  }
}
