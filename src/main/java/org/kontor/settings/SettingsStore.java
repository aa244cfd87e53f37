package org.kontor.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the settings file. Unknown and old keys are left alone, a damaged file is moved
 * aside, and a crash while writing leaves the old file whole.
 */
public final class SettingsStore {
  private final ObjectMapper json = JsonMapper.builder().build();
  private final Path file;

  public SettingsStore(Path file) {
    this.file = file;
  }

  /** The stored settings, or the defaults where there are none. */
  public synchronized Settings load() throws IOException {
    JsonNode root = read();
    List<ServerProfile> profiles = new ArrayList<>();
    for (JsonNode node : root.path("profiles")) {
      profile(node).ifPresent(profiles::add);
    }
    return new Settings(
        profiles,
        text(root, "current"),
        text(root, "theme").flatMap(SettingsStore::theme).orElse(Settings.Theme.SYSTEM),
        text(root, "language"));
  }

  public synchronized void save(Settings settings) throws IOException {
    ObjectNode root = read();
    var profiles = root.putArray("profiles");
    for (ServerProfile profile : settings.profiles()) {
      profiles
          .addObject()
          .put("name", profile.name())
          .put("address", profile.address().toString())
          .put("user", profile.user());
    }
    put(root, "current", settings.current());
    root.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
    put(root, "language", settings.language());
    replace(json.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private ObjectNode read() throws IOException {
    if (Files.notExists(file)) {
      return json.createObjectNode();
    }
    try {
      if (json.readTree(Files.readString(file)) instanceof ObjectNode root) {
        return root;
      }
    } catch (JacksonException _) {
      // Falls through: a file that is no JSON is as damaged as one that is no object.
    }
    Files.move(
        file,
        file.resolveSibling(file.getFileName() + ".damaged"),
        StandardCopyOption.REPLACE_EXISTING);
    return json.createObjectNode();
  }

  private void replace(String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path sibling = Files.createTempFile(folder, "settings", ".new");
    Files.write(sibling, content.getBytes(StandardCharsets.UTF_8));
    try (var channel = FileChannel.open(sibling, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(sibling, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Optional<ServerProfile> profile(JsonNode node) {
    try {
      return text(node, "address")
          .map(URI::create)
          .flatMap(
              address ->
                  text(node, "user")
                      .map(
                          user ->
                              new ServerProfile(
                                  text(node, "name").orElse(address.getAuthority()),
                                  address,
                                  user)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
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

  private static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  private static void put(ObjectNode root, String key, Optional<String> value) {
    if (value.isPresent()) {
      root.put(key, value.get());
    } else {
      root.remove(key);
    }
  }
}
