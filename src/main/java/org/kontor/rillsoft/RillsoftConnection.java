package org.kontor.rillsoft;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.kontor.dms.LastSeen;
import org.kontor.http.HttpTimes;
import org.kontor.http.Pins;

/**
 * What is needed to talk to one Rillsoft Integration Server as one person.
 *
 * @param base scheme, host, port and, if it has one, a path before the API's own
 * @param user sign-in name
 * @param password asked at each sign-in; the token itself, where the dialect says so
 * @param locale in which the server shall answer
 * @param tray folder in which files wait on this computer; empty where there is no tray
 * @param lastSeen where it is kept what the server told of itself
 * @param pins keys that count although nobody vouches for them
 */
public record RillsoftConnection(
    URI base,
    String user,
    Supplier<String> password,
    Locale locale,
    RillsoftDialect dialect,
    HttpTimes times,
    Optional<Path> tray,
    LastSeen lastSeen,
    Pins pins) {

  /** Without a tray, and with no decision about certificates. */
  public RillsoftConnection(
      URI base,
      String user,
      Supplier<String> password,
      Locale locale,
      RillsoftDialect dialect,
      HttpTimes times) {
    this(
        base,
        user,
        password,
        locale,
        dialect,
        times,
        Optional.empty(),
        LastSeen.NOTHING,
        Pins.NONE);
  }

  /** With the usual times. */
  public static RillsoftConnection of(
      URI base, String user, Supplier<String> password, Locale locale, RillsoftDialect dialect) {
    return new RillsoftConnection(base, user, password, locale, dialect, HttpTimes.DEFAULT);
  }

  /** With a tray on this computer. */
  public RillsoftConnection withTray(Path folder) {
    return new RillsoftConnection(
        base, user, password, locale, dialect, times, Optional.of(folder), lastSeen, pins);
  }

  /** The same under decisions about certificates. */
  public RillsoftConnection trusting(Pins decided) {
    return new RillsoftConnection(
        base, user, password, locale, dialect, times, tray, lastSeen, decided);
  }

  /** The same, keeping what a start without the server needs. */
  public RillsoftConnection remembering(LastSeen kept) {
    return new RillsoftConnection(base, user, password, locale, dialect, times, tray, kept, pins);
  }

  @Override
  public String toString() {
    return "RillsoftConnection " + base.getHost();
  }
}
