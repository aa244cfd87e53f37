package org.kontor.ui.common.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.ui.common.Messages;

/** What a profile says about one point, as it is typed. */
final class DialectSetting {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}\\s]*}");
  private static final Pattern NUMBERS = Pattern.compile("[0-9 ]*");

  private final DialectPoint point;
  private final String name;
  private final Messages messages;
  private final StringProperty text = new SimpleStringProperty();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty used = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper hit = new ReadOnlyBooleanWrapper();
  private final BooleanBinding changed;

  DialectSetting(DialectPoint point, String name, String settled, Messages messages) {
    this.point = point;
    this.name = name;
    this.messages = messages;
    text.set(settled);
    changed = Bindings.createBooleanBinding(() -> !value().equals(point.usual()), text);
    text.addListener((_, _, _) -> check());
    used.addListener((_, _, _) -> check());
    check();
  }

  // Out

  DialectPoint point() {
    return point;
  }

  /** What it is called on the screen. */
  String name() {
    return name;
  }

  /** What a choice is called on the screen. */
  String nameOf(String choice) {
    return messages.get("choice." + point.key() + '.' + choice);
  }

  StringProperty textProperty() {
    return text;
  }

  /** Whether it says something else than is usual. */
  BooleanBinding changedProperty() {
    return changed;
  }

  /** Why it cannot be as it is typed; empty when it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it means anything beside the other settings. */
  ReadOnlyBooleanProperty usedProperty() {
    return used;
  }

  /** Whether it is what was looked for. */
  ReadOnlyBooleanProperty hitProperty() {
    return hit.getReadOnlyProperty();
  }

  /** As it is kept: parts are separated by one blank. */
  String value() {
    return text.get().strip().replaceAll("\\s+", " ");
  }

  // In

  void reset() {
    text.set(point.usual());
  }

  void use(boolean now) {
    used.set(now);
  }

  /** By what it is called on the screen and in a profile. */
  void find(String words) {
    hit.set(
        !words.isEmpty()
            && (name.toLowerCase(messages.locale()).contains(words)
                || point.key().toLowerCase(Locale.ROOT).contains(words)));
  }

  private void check() {
    problem.set(used.get() ? sentence() : "");
  }

  private String sentence() {
    String value = value();
    return switch (point.form()) {
      case NAMES -> value.isEmpty() ? messages.get("noName") : "";
      case NUMBERS -> NUMBERS.matcher(value).matches() ? "" : messages.get("noNumbers");
      case CHOICE -> "";
      case PATHS -> {
        Set<String> needed = placeholders(point.usual());
        boolean fits =
            value.isEmpty()
                || Arrays.stream(value.split(" "))
                    .allMatch(path -> placeholders(path).equals(needed));
        if (fits) {
          yield "";
        }
        yield needed.isEmpty()
            ? messages.get("noPlaceholders")
            : messages.get("placeholders", String.join(", ", needed));
      }
    };
  }

  private static Set<String> placeholders(String path) {
    return PLACEHOLDER
        .matcher(path)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
