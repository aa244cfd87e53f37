package org.kontor.task;

/**
 * How far a task is.
 *
 * @param done units done
 * @param total all units; 0 when not known
 */
public record Progress(long done, long total) {
  public static final Progress UNKNOWN = new Progress(0, 0);

  /** From 0 to 1, or -1 when not known. */
  public double fraction() {
    return total <= 0 ? -1 : Math.min(1, (double) done / total);
  }
}
