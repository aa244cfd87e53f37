package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which crumbs there is room for, and how wide they are. A pure rule, so that it can be tested
 * without a window.
 *
 * @param from the first crumb that is hidden
 * @param to the first behind those; equal to from when none is hidden
 * @param widths of all crumbs in pixels, 0 of hidden ones
 */
record CrumbFit(int from, int to, List<Double> widths) {

  /**
   * Where it gets narrow, long crumbs give way first, then those in the middle are hidden, then all
   * but the last.
   *
   * @param natural the widths that the crumbs would like to have; the last is where one is
   * @param least below this a crumb says too little
   * @param between how wide the sign behind each but the last is
   * @param more how wide what stands for the hidden ones is, with the sign behind it
   * @param room for all
   */
  static CrumbFit of(List<Double> natural, double least, double between, double more, double room) {
    int above = natural.size() - 1;
    Optional<CrumbFit> fit = hiding(0, 0, natural, least, room - between * above);
    for (int to = 2; fit.isEmpty() && to <= above; to++) {
      int shown = above - to + 1;
      fit = hiding(1, to, natural, least, room - more - between * shown);
    }
    return fit.orElseGet(
        () -> widths(0, above, natural, Math.max(0, room - (above > 0 ? more : 0))));
  }

  /** Empty where those that are shown would say too little. */
  private static Optional<CrumbFit> hiding(
      int from, int to, List<Double> natural, double least, double room) {
    double needed =
        IntStream.range(0, natural.size())
            .filter(at -> at < from || at >= to)
            .mapToDouble(at -> Math.min(least, natural.get(at)))
            .sum();
    return needed > room ? Optional.empty() : Optional.of(widths(from, to, natural, room));
  }

  /** The widest ones give way, all to one width. */
  private static CrumbFit widths(int from, int to, List<Double> natural, double room) {
    List<Double> shown =
        IntStream.range(0, natural.size())
            .filter(at -> at < from || at >= to)
            .mapToObj(natural::get)
            .sorted()
            .toList();
    double left = room;
    double most = Double.MAX_VALUE;
    for (int at = 0; at < shown.size() && most == Double.MAX_VALUE; at++) {
      double share = left / (shown.size() - at);
      if (shown.get(at) > share) {
        most = share;
      }
      left -= shown.get(at);
    }
    double limit = most;
    return new CrumbFit(
        from,
        to,
        IntStream.range(0, natural.size())
            .mapToObj(at -> at >= from && at < to ? 0.0 : Math.min(limit, natural.get(at)))
            .toList());
  }
}
