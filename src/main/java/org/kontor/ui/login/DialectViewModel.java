package org.kontor.ui.login;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.kontor.ui.common.Messages;

/**
 * All points of a server's API that are not documented, each with what the profile says about it or
 * what is usual.
 */
public final class DialectViewModel {
  private static final String SIGN_IN = "signIn";
  private static final String TOKEN = "token";
  private static final String CALLS = "calls";

  private final Map<String, String> unknown = new LinkedHashMap<>();
  private final Map<String, List<DialectSetting>> groups = new LinkedHashMap<>();
  private final Messages messages;
  private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();

  /** Settings that belong together. */
  record Group(String title, List<DialectSetting> settings) {}

  /**
   * @param points in the order in which they are shown
   * @param settled what the profile says, by key; keys that are no points are kept as they are
   */
  public DialectViewModel(List<DialectPoint> points, Map<String, String> settled, Locale locale) {
    messages = Messages.of(DialectViewModel.class, locale);
    unknown.putAll(settled);
    for (DialectPoint point : points) {
      unknown.remove(point.key());
      DialectSetting setting =
          new DialectSetting(
              point, nameOf(point), settled.getOrDefault(point.key(), point.usual()), messages);
      groups.computeIfAbsent(groupOf(point.key()), _ -> new ArrayList<>()).add(setting);
      setting.textProperty().addListener((_, _, _) -> settingChanged());
    }
    settingChanged();
  }

  // Out

  List<Group> groups() {
    return groups.entrySet().stream()
        .map(group -> new Group(messages.get("dialect.group." + group.getKey()), group.getValue()))
        .toList();
  }

  /** How many points are settled otherwise than is usual. */
  ReadOnlyIntegerProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether there is anything to show. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Whether everything can be as it is typed. */
  public boolean isValid() {
    return settings().allMatch(setting -> setting.problemProperty().get().isEmpty());
  }

  /** What belongs into the profile: whatever is not usual, by key. */
  public Map<String, String> settled() {
    Map<String, String> settled = new LinkedHashMap<>(unknown);
    settings()
        .filter(setting -> setting.changedProperty().get())
        .forEach(setting -> settled.put(setting.point().key(), setting.value()));
    return settled;
  }

  // In

  /** Takes what is usual for every point. */
  void resetAll() {
    settings().forEach(DialectSetting::reset);
  }

  private void settingChanged() {
    changed.set((int) settings().filter(setting -> setting.changedProperty().get()).count());
    boolean given =
        settings()
            .anyMatch(
                setting -> setting.point().key().equals(SIGN_IN) && setting.value().equals(TOKEN));
    settings()
        .filter(setting -> groupOf(setting.point().key()).equals(SIGN_IN))
        .filter(setting -> !setting.point().key().equals(SIGN_IN))
        .forEach(setting -> setting.use(!given));
  }

  private Stream<DialectSetting> settings() {
    return groups.values().stream().flatMap(Collection::stream);
  }

  private String nameOf(DialectPoint point) {
    String key = point.key();
    int dot = key.indexOf('.');
    return dot < 0
        ? messages.get("dialect.point." + key)
        : messages.get("dialect.property." + key.substring(dot + 1));
  }

  /** Properties belong to their object, what is needed for a token to the sign-in. */
  private static String groupOf(String key) {
    int dot = key.indexOf('.');
    if (dot >= 0) {
      return key.substring(0, dot);
    }
    return key.equals(SIGN_IN) || key.startsWith("login") ? SIGN_IN : CALLS;
  }
}
