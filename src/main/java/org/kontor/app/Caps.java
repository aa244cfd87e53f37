package org.kontor.app;

import java.time.Duration;
import java.util.Optional;
import org.kontor.outbox.AttachOptions;
import org.kontor.settings.Amounts;
import org.kontor.settings.ServerLimits;
import org.kontor.settings.ServerLimits.Point;
import org.kontor.settings.ServerProfile;

/** How the outbox treats a server, from what the administrator said of it. */
final class Caps {
  /** A server in this process stops working on a request when the program dies. */
  private static final AttachOptions LOCAL = AttachOptions.settling(Duration.ofSeconds(2));

  private Caps() {}

  /**
   * @param profile with what is fixed; empty for the archive of this computer
   */
  static AttachOptions of(Optional<ServerProfile> profile) {
    return profile.map(one -> of(one.limits())).orElse(LOCAL);
  }

  /** The same, with no more requests at once than the person says. */
  static AttachOptions of(Optional<ServerProfile> profile, Amounts amounts) {
    boolean capped = profile.flatMap(one -> one.limits().of(Point.PARALLEL)).isPresent();
    AttachOptions server = of(profile);
    return amounts
        .parallel()
        .map(
            wanted -> {
              int parallel = capped ? Math.min(server.parallel(), wanted) : wanted;
              return new AttachOptions(
                  server.settle(),
                  parallel,
                  Math.min(server.largeAtOnce(), parallel),
                  server.largestBatch(),
                  server.largestRequest());
            })
        .orElse(server);
  }

  private static AttachOptions of(ServerLimits limits) {
    AttachOptions usual = AttachOptions.USUAL;
    int parallel = limits.of(Point.PARALLEL).map(Long::intValue).orElse(usual.parallel());
    return new AttachOptions(
        limits.of(Point.SETTLE_SECONDS).map(Duration::ofSeconds).orElse(usual.settle()),
        parallel,
        limits.of(Point.LARGE_AT_ONCE).map(Long::intValue).orElse(parallel),
        limits.of(Point.BATCH).map(Long::intValue).orElse(usual.largestBatch()),
        limits.of(Point.BATCH_BYTES).orElse(usual.largestRequest()));
  }
}
