package org.kontor.rillsoft;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.dms.Capabilities;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;

/**
 * What can be done here. Calls that are not documented are offered until the server turns out not
 * to know them.
 */
final class Offers {
  private static final Map<Point, Set<Feature>> NEEDED =
      Map.of(
          Point.VERSIONS,
          EnumSet.of(Feature.VERSIONS, Feature.VERSION_CONTENT, Feature.RESTORE_VERSION),
          Point.VERSION_DOWNLOAD,
          EnumSet.of(Feature.VERSION_CONTENT, Feature.RESTORE_VERSION),
          Point.RESTORE,
          EnumSet.of(Feature.RESTORE, Feature.RESTORE_VERSION));

  private final RillsoftDialect dialect;
  private final boolean tray;
  private final Set<Point> unknown = ConcurrentHashMap.newKeySet();

  /** A call that the server may not know. */
  @FunctionalInterface
  interface Call {
    void make() throws DmsException, InterruptedException;
  }

  /**
   * @param tray whether there is one on this computer
   */
  Offers(RillsoftDialect dialect, boolean tray) {
    this.dialect = dialect;
    this.tray = tray;
  }

  Capabilities capabilities() {
    Set<Feature> features =
        EnumSet.of(
            Feature.REGISTERS,
            Feature.MOVE_AND_UPDATE,
            Feature.PLACE_IN_EACH_CABINET,
            Feature.VERSIONS,
            Feature.VERSION_CONTENT,
            Feature.RESTORE_VERSION,
            Feature.RESTORE);
    if (tray) {
      features.add(Feature.TRAY);
    }
    if (dialect.tokenIsGiven()) {
      features.add(Feature.GIVEN_TOKEN);
    }
    NEEDED.forEach(
        (point, needing) -> {
          if (!isKnown(point)) {
            features.removeAll(needing);
          }
        });
    return new Capabilities(features);
  }

  boolean isKnown(Point point) {
    return !unknown.contains(point) && !dialect.text(point).isEmpty();
  }

  /** The server answered as if there were no such call. */
  void lacks(Point point) {
    unknown.add(point);
  }

  /** Makes a call; a method that the path does not know is what nobody here can do. */
  void ask(Point point, Call call) throws DmsException, InterruptedException {
    if (!isKnown(point)) {
      throw new DmsException.NotOffered(point.key());
    }
    try {
      call.make();
    } catch (DmsException.Refused refused) {
      if (refused.reason() == DmsException.Refused.Reason.WRONG_FORM) {
        lacks(point);
        throw new DmsException.NotOffered(point.key(), refused);
      }
      throw refused;
    }
  }
}
