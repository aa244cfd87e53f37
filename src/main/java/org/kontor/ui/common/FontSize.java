package org.kontor.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * How large the text is, in percent of its usual size; everything else is measured by it. Used on
 * the thread that draws the window only.
 */
public final class FontSize {
  public static final int USUAL = 100;
  private static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

  /** Pixels at 100 percent; views count in parts of it. */
  static final double BASE = 14;

  private static final double SMALL_ICON = 12;
  private static final double ICON = 16;
  private static final double LARGE_ICON = 32;

  private final ReadOnlyIntegerWrapper percent;
  private IntConsumer chosen = _ -> {};

  /**
   * @param percent 80 to 200; anything else becomes the nearest of them
   */
  public FontSize(int percent) {
    this.percent = new ReadOnlyIntegerWrapper(clamped(percent));
  }

  public ReadOnlyIntegerProperty percentProperty() {
    return percent.getReadOnlyProperty();
  }

  /** The sizes that are offered. */
  public static List<Integer> steps() {
    return STEPS;
  }

  public void larger() {
    use(STEPS.stream().filter(step -> step > percent.get()).findFirst().orElse(percent.get()));
  }

  public void smaller() {
    use(
        STEPS.reversed().stream()
            .filter(step -> step < percent.get())
            .findFirst()
            .orElse(percent.get()));
  }

  public void reset() {
    use(USUAL);
  }

  public void use(int wanted) {
    int next = clamped(wanted);
    if (next != percent.get()) {
      percent.set(next);
      chosen.accept(next);
    }
  }

  /** Told what a person chose, so that it can be kept. */
  public void onChoice(IntConsumer listener) {
    chosen = listener;
  }

  /** A style sheet of this size, to come after all others of a scene. */
  String sheet() {
    String rules =
        ".root { -fx-font-size: %s; -kontor-icon-small: %s; -kontor-icon: %s; -kontor-icon-large: %s; }"
                .formatted(px(BASE), px(SMALL_ICON), px(ICON), px(LARGE_ICON))
            + " .tooltip, .text-input .context-menu { -fx-font-size: %s; }".formatted(px(BASE));
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
  }

  private String px(double size) {
    return String.format(Locale.ROOT, "%.2fpx", size * percent.get() / USUAL);
  }

  private static int clamped(int percent) {
    return Math.clamp(percent, STEPS.getFirst(), STEPS.getLast());
  }
}
