package org.kontor.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the settings file. Unknown and old keys are left alone, a damaged file is moved
 * aside, and a crash while writing leaves the old file whole.
 */
public final class SettingsStore {
  private static final String PROFILES = "profiles";
  private static final String FONT = "fontPercent";
  private static final String PARALLEL = "parallel";
  private static final String PREVIEW = "previewMegabytes";
  private static final String COPIES = "copyMegabytes";

  private final JsonFile file;
  private final @Nullable Path administered;

  /** Of a computer without an administrator. */
  public SettingsStore(Path file) {
    this.file = new JsonFile(file);
    administered = null;
  }

  /** Of this computer, with the profiles that its administrator rolled out. */
  public SettingsStore(AppPaths paths) {
    file = new JsonFile(paths.settingsFile());
    administered = paths.administered();
  }

  /** The stored settings, or the defaults where there are none. */
  public synchronized Settings load() throws IOException {
    JsonNode root = file.read();
    Amounts usual = Amounts.USUAL;
    return new Settings(
        ProfileJson.readAll(root.path(PROFILES)),
        administered == null ? List.of() : ProfileFiles.readFolder(administered),
        ProfileJson.text(root, "current"),
        ProfileJson.text(root, "theme").flatMap(SettingsStore::theme).orElse(Settings.Theme.SYSTEM),
        ProfileJson.text(root, "language"),
        root.path(FONT).asInt(Settings.DEFAULTS.fontPercent()),
        new Amounts(
            root.path(PARALLEL).isInt()
                ? Optional.of(root.path(PARALLEL).intValue())
                : Optional.empty(),
            root.path(PREVIEW).asInt(usual.previewMegabytes()),
            root.path(COPIES).asInt(usual.copyMegabytes())));
  }

  /** Keeps what is the person's own. */
  public synchronized void save(Settings settings) throws IOException {
    ObjectNode root = file.read();
    JsonNode before = root.path(PROFILES).deepCopy();
    ProfileJson.writeAll(settings.own(), before, root.putArray(PROFILES));
    ProfileJson.put(root, "current", settings.current());
    root.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
    ProfileJson.put(root, "language", settings.language());
    root.put(FONT, settings.fontPercent());
    Amounts amounts = settings.amounts();
    amounts
        .parallel()
        .ifPresentOrElse(
            requests -> root.put(PARALLEL, requests.intValue()), () -> root.remove(PARALLEL));
    put(root, PREVIEW, amounts.previewMegabytes(), Amounts.USUAL.previewMegabytes());
    put(root, COPIES, amounts.copyMegabytes(), Amounts.USUAL.copyMegabytes());
    file.replace(root);
  }

  /** What is as usual is not written, so that a later Kontor may know better. */
  private static void put(ObjectNode root, String key, int value, int usual) {
    if (value == usual) {
      root.remove(key);
    } else {
      root.put(key, value);
    }
  }

  private static Optional<Settings.Theme> theme(String name) {
    for (Settings.Theme theme : Settings.Theme.values()) {
      if (theme.name().equalsIgnoreCase(name)) {
        return Optional.of(theme);
      }
    }
    return Optional.empty();
  }
}
