package org.kontor.outbox;

/**
 * How much is asked of a server at once: a little more after each success, half after trouble.
 *
 * @param limit requests at once that the profile allows
 * @param parallel requests at once now
 * @param batch inserts of small files in one request now
 */
record Throughput(int limit, int parallel, int batch) {
  static final int LARGEST_BATCH = 20;
  private static final int START = 2;

  static Throughput upTo(int limit) {
    return new Throughput(limit, Math.min(START, limit), 1);
  }

  Throughput better() {
    int more = batch == LARGEST_BATCH ? Math.min(limit, parallel + 1) : parallel;
    return new Throughput(limit, more, Math.min(LARGEST_BATCH, batch * 2));
  }

  Throughput worse() {
    return new Throughput(limit, Math.max(1, parallel / 2), Math.max(1, batch / 2));
  }
}
