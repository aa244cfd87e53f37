package org.kontor.app;

import java.util.List;
import java.util.stream.Stream;
import org.kontor.rillsoft.Point;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.dialect.DialectPoint;

/** What the documentation of an API does not say, for the form of a server's profile. */
public final class DialectPoints {
  private DialectPoints() {}

  /** None for an API whose open points are found out in use. */
  public static List<DialectPoint> of(ServerKind kind) {
    return switch (kind) {
      case ENAIO -> List.of();
      case RILLSOFT ->
          Stream.of(Point.values())
              .map(point -> new DialectPoint(point.key(), form(point.shape()), point.choices()))
              .toList();
    };
  }

  private static DialectPoint.Form form(Point.Shape shape) {
    return switch (shape) {
      case PATHS -> DialectPoint.Form.PATHS;
      case NAMES -> DialectPoint.Form.NAMES;
      case NUMBERS -> DialectPoint.Form.NUMBERS;
      case CHOICE -> DialectPoint.Form.CHOICE;
    };
  }
}
