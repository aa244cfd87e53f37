package org.kontor.ui.common;

import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * Measures that grow with the font. They are given in pixels at 100 percent, as they are drawn, and
 * set by style, so that they follow while the window is shown.
 */
public final class Ems {
  private Ems() {}

  public static void prefWidth(Region region, double pixels) {
    add(region, "-fx-pref-width", pixels);
  }

  public static void minWidth(Region region, double pixels) {
    add(region, "-fx-min-width", pixels);
  }

  public static void maxWidth(Region region, double pixels) {
    add(region, "-fx-max-width", pixels);
  }

  public static void prefHeight(Region region, double pixels) {
    add(region, "-fx-pref-height", pixels);
  }

  public static void minHeight(Region region, double pixels) {
    add(region, "-fx-min-height", pixels);
  }

  public static void maxHeight(Region region, double pixels) {
    add(region, "-fx-max-height", pixels);
  }

  /** All rows of a list are as high as this. */
  public static void rowHeight(ListView<?> list, double pixels) {
    add(list, "-fx-fixed-cell-size", pixels);
  }

  /** As many pixels now; for what is measured anew whenever it is shown. */
  public static double pixels(Font font, double pixels) {
    return pixels * font.getSize() / FontSize.BASE;
  }

  private static void add(Region region, String property, double pixels) {
    String before = region.getStyle() == null ? "" : region.getStyle();
    region.setStyle(
        before + String.format(Locale.ROOT, "%s: %.4fem;", property, pixels / FontSize.BASE));
  }
}
