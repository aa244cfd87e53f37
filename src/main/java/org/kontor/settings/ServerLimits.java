package org.kontor.settings;

import java.util.Map;
import java.util.Optional;

/**
 * How much may be asked of a server at once, as far as an administrator says so; what is not said,
 * Kontor decides. See {@code docs/profiles.md}.
 *
 * @param values by point; only whole numbers within the point's bounds
 */
public record ServerLimits(Map<Point, Long> values) {
  public static final ServerLimits NONE = new ServerLimits(Map.of());

  /** What can be limited. */
  public enum Point {
    /** Writing requests at once. */
    PARALLEL("parallel", 1, 64),
    /** Requests with a large file at once. */
    LARGE_AT_ONCE("largeAtOnce", 1, 64),
    /** New documents in one request. */
    BATCH("batch", 1, 1000),
    /** Bytes of the files of one request that holds several. */
    BATCH_BYTES("batchBytes", 1, 1L << 30),
    /** Seconds that the server may go on working on a request that was cut. */
    SETTLE_SECONDS("settleSeconds", 1, 600);

    private final String key;
    private final long least;
    private final long most;

    Point(String key, long least, long most) {
      this.key = key;
      this.least = least;
      this.most = most;
    }

    /** What the settings file calls it. */
    public String key() {
      return key;
    }

    public long least() {
      return least;
    }

    public long most() {
      return most;
    }

    boolean takes(long value) {
      return value >= least && value <= most;
    }
  }

  public ServerLimits {
    values = Map.copyOf(values);
    values.forEach(
        (point, value) -> {
          if (!point.takes(value)) {
            throw new IllegalArgumentException(
                "%s is %d, allowed are %d to %d"
                    .formatted(point.key(), value, point.least(), point.most()));
          }
        });
  }

  /** What is said of a point. */
  public Optional<Long> of(Point point) {
    return Optional.ofNullable(values.get(point));
  }
}
