package org.kontor.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;

/** How the window looks and speaks. */
final class AppearanceViewModel {
  private static final List<Optional<String>> LANGUAGES =
      List.of(Optional.empty(), Optional.of("de"), Optional.of("en"));

  private final SettingsDesk desk;
  private final Theme theme;
  private final Messages messages;

  AppearanceViewModel(SettingsDesk desk, Theme theme, Locale locale) {
    this.desk = desk;
    this.theme = theme;
    messages = Messages.of(AppearanceViewModel.class, locale);
  }

  // Out

  Theme.Mode mode() {
    return theme.mode();
  }

  FontSize fontSize() {
    return theme.fontSize();
  }

  /** ISO 639 codes; empty stands for the system's language. */
  List<Optional<String>> languages() {
    return LANGUAGES;
  }

  Optional<String> language() {
    return desk.settingsProperty().get().language();
  }

  String nameOf(Theme.Mode mode) {
    return messages.get("theme." + mode.name());
  }

  /** A language in its own words, so that it is found by who cannot read the present one. */
  String nameOf(Optional<String> language) {
    return language
        .map(code -> Locale.of(code).getDisplayLanguage(Locale.of(code)))
        .orElseGet(() -> messages.get("language.system"));
  }

  // In

  void use(Theme.Mode mode) {
    if (mode != theme.mode()) {
      theme.use(mode);
    }
  }

  void use(int percent) {
    theme.fontSize().use(percent);
  }

  void speak(Optional<String> language) {
    if (!language.equals(language())) {
      desk.use(desk.settingsProperty().get().withLanguage(language));
    }
  }
}
