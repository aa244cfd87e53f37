package org.kontor.ui.main;

import java.util.List;
import org.kontor.ui.common.Messages;
import org.kontor.ui.settings.SettingsView;
import org.kontor.ui.settings.SettingsViewModel;

/** Opens the settings over the window. */
final class SettingsSheet {
  private final WindowServices services;
  private final KeyMap keys;
  private final Overlay overlay;
  private final Messages messages;

  SettingsSheet(WindowServices services, KeyMap keys, Overlay overlay, Messages messages) {
    this.services = services;
    this.keys = keys;
    this.overlay = overlay;
    this.messages = messages;
  }

  void show() {
    SettingsViewModel settings =
        new SettingsViewModel(
            services.settings(),
            services.theme(),
            services.tasks(),
            this::keyTexts,
            services.locale());
    KeysPane keysPane = new KeysPane(new KeyChoice(keys, messages), messages);
    settings.searchProperty().addListener((_, _, words) -> keysPane.seek(words));
    SettingsView sheet =
        new SettingsView(
            settings,
            Messages.of(SettingsView.class, services.locale()),
            keysPane.root(),
            overlay::hide);
    overlay.show(sheet.root(), sheet::focus);
  }

  private List<String> keyTexts() {
    return keys.lines().stream()
        .map(line -> line.does() + " " + KeyNames.in(messages, line.key()))
        .toList();
  }
}
