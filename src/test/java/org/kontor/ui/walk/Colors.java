package org.kontor.ui.walk;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;

/** Colours as WCAG 2.2 compares them. */
final class Colors {
  private Colors() {}

  /** 1 to 21 (WCAG 2.2, "contrast ratio"). */
  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  /** As it is seen where it lets something through. */
  static Color over(Color front, double opacity, Color behind) {
    double part = front.getOpacity() * opacity;
    return Color.color(
        front.getRed() * part + behind.getRed() * (1 - part),
        front.getGreen() * part + behind.getGreen() * (1 - part),
        front.getBlue() * part + behind.getBlue() * (1 - part));
  }

  /** The colour that covers most of a part of a picture. */
  static Color mostOf(Image picture, Bounds part) {
    PixelReader pixels = picture.getPixelReader();
    Map<Integer, Integer> counts = new HashMap<>();
    int right = (int) Math.min(picture.getWidth(), Math.ceil(part.getMaxX()));
    int bottom = (int) Math.min(picture.getHeight(), Math.ceil(part.getMaxY()));
    for (int y = (int) Math.max(0, part.getMinY()); y < bottom; y++) {
      for (int x = (int) Math.max(0, part.getMinX()); x < right; x++) {
        counts.merge(pixels.getArgb(x, y), 1, Integer::sum);
      }
    }
    int most =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    return Color.rgb((most >> 16) & 0xff, (most >> 8) & 0xff, most & 0xff);
  }

  static String name(Color color) {
    return "#%02x%02x%02x"
        .formatted(
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255));
  }
}
