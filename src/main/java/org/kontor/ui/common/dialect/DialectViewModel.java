package org.kontor.ui.common.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.StringProperty;
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
  private final ReadOnlyBooleanWrapper problem = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hit = new ReadOnlyBooleanWrapper();

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
        .map(group -> new Group(messages.get("group." + group.getKey()), group.getValue()))
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

  /** Whether what was checked last cannot be as it is typed. */
  public ReadOnlyBooleanProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether a setting is called what was looked for last. */
  public ReadOnlyBooleanProperty hitProperty() {
    return hit.getReadOnlyProperty();
  }

  /** What belongs into the profile: whatever is not usual, by key. */
  public Map<String, String> settled() {
    Map<String, String> settled = new LinkedHashMap<>(unknown);
    settings()
        .filter(setting -> setting.changedProperty().get())
        .forEach(setting -> settled.put(setting.point().key(), setting.value()));
    return settled;
  }

  Messages messages() {
    return messages;
  }

  // In

  /**
   * What is typed for a point.
   *
   * @throws java.util.NoSuchElementException where there is no point of that key
   */
  public StringProperty textProperty(String key) {
    return settings()
        .filter(setting -> setting.point().key().equals(key))
        .map(DialectSetting::textProperty)
        .findFirst()
        .orElseThrow();
  }

  /** Whether everything can be as it is typed; what cannot says so at its field. */
  public boolean check() {
    problem.set(false);
    problem.set(settings().anyMatch(setting -> !setting.problemProperty().get().isEmpty()));
    return !problem.get();
  }

  /**
   * Marks the settings that are called so.
   *
   * @param words in small letters; nothing is marked where they are empty
   */
  public void find(String words) {
    settings().forEach(setting -> setting.find(words));
    hit.set(settings().anyMatch(setting -> setting.hitProperty().get()));
  }

  /** Takes what is usual for every point. */
  public void resetAll() {
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
        ? messages.get("point." + key)
        : messages.get("property." + key.substring(dot + 1));
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
