package org.kontor.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the settings file. Unknown and old keys are left alone, a damaged file is moved
 * aside, and a crash while writing leaves the old file whole.
 */
public final class SettingsStore {
  private static final String SERVICE_VERSION = "serviceVersion";
  private static final String DIALECT = "dialect";
  private static final String LIMITS = "limits";
  private static final System.Logger LOG = System.getLogger(SettingsStore.class.getName());
  private static final String FONT = "fontPercent";
  private static final String KIND = "kind";

  private final JsonFile file;

  public SettingsStore(Path file) {
    this.file = new JsonFile(file);
  }

  /** The stored settings, or the defaults where there are none. */
  public synchronized Settings load() throws IOException {
    JsonNode root = file.read();
    List<ServerProfile> profiles = new ArrayList<>();
    for (JsonNode node : root.path("profiles")) {
      profile(node).ifPresent(profiles::add);
    }
    return new Settings(
        profiles,
        text(root, "current"),
        text(root, "theme").flatMap(SettingsStore::theme).orElse(Settings.Theme.SYSTEM),
        text(root, "language"),
        root.path(FONT).asInt(Settings.DEFAULTS.fontPercent()));
  }

  public synchronized void save(Settings settings) throws IOException {
    ObjectNode root = file.read();
    Map<String, ObjectNode> before = new HashMap<>();
    for (JsonNode node : root.path("profiles")) {
      if (node instanceof ObjectNode known) {
        profile(known).ifPresent(profile -> before.put(profile.key(), known));
      }
    }
    var profiles = root.putArray("profiles");
    for (ServerProfile profile : settings.profiles()) {
      // What is not understood in a profile stays in it, too.
      ObjectNode kept = before.get(profile.key());
      ObjectNode node =
          (kept == null ? profiles.addObject() : profiles.addObject().setAll(kept))
              .put("name", profile.name())
              .put("address", profile.address().toString())
              .put("user", profile.user());
      if (profile.kind() != ServerKind.ENAIO) {
        node.put(KIND, profile.kind().key());
      }
      put(node, SERVICE_VERSION, profile.serviceVersion());
      if (!profile.dialect().isEmpty()) {
        ObjectNode dialect = node.putObject(DIALECT);
        new TreeMap<>(profile.dialect()).forEach(dialect::put);
      }
      if (!profile.limits().equals(ServerLimits.NONE)) {
        ObjectNode said =
            node.path(LIMITS) instanceof ObjectNode some ? some : node.putObject(LIMITS);
        new TreeMap<>(profile.limits().values())
            .forEach((point, value) -> said.put(point.key(), value));
      }
    }
    put(root, "current", settings.current());
    root.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
    put(root, "language", settings.language());
    root.put(FONT, settings.fontPercent());
    file.replace(root);
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
                                  user,
                                  kind(node),
                                  text(node, SERVICE_VERSION),
                                  dialect(node.path(DIALECT)),
                                  limits(node.path(LIMITS)))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * @throws IllegalArgumentException where it is one of a later Kontor
   */
  private static ServerKind kind(JsonNode node) {
    return text(node, KIND)
        .map(
            key ->
                ServerKind.of(key)
                    .orElseThrow(() -> new IllegalArgumentException("a kind of server: " + key)))
        .orElse(ServerKind.ENAIO);
  }

  /** A blank text is a way, too: no order, no path. */
  private static Map<String, String> dialect(JsonNode node) {
    Map<String, String> dialect = new HashMap<>();
    node.forEachEntry(
        (point, way) -> {
          if (way.isString() || way.isNumber()) {
            dialect.put(point, way.asString());
          }
        });
    return dialect;
  }

  /** What is out of bounds is left out, and the log says so: a server shall not stand still. */
  private static ServerLimits limits(JsonNode node) {
    Map<ServerLimits.Point, Long> values = new EnumMap<>(ServerLimits.Point.class);
    for (ServerLimits.Point point : ServerLimits.Point.values()) {
      JsonNode value = node.path(point.key());
      if (value.isIntegralNumber() && value.canConvertToLong() && point.takes(value.longValue())) {
        values.put(point, value.longValue());
      } else if (!value.isMissingNode()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "limits.{0} of a profile is no whole number from {1} to {2} and is left out",
            point.key(),
            Long.toString(point.least()),
            Long.toString(point.most()));
      }
    }
    return new ServerLimits(values);
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
