package org.kontor.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How profiles of servers are written: in the settings, in files to hand on, by administrators. */
final class ProfileJson {
  private static final String SERVICE_VERSION = "serviceVersion";
  private static final String DIALECT = "dialect";
  private static final String LIMITS = "limits";
  private static final String COLOUR = "colour";
  private static final String KIND = "kind";
  private static final System.Logger LOG = System.getLogger(ProfileJson.class.getName());

  private ProfileJson() {}

  /** What can be understood of a list, once for each account on a server; the rest is left out. */
  static List<ServerProfile> readAll(JsonNode list) {
    List<ServerProfile> profiles = new ArrayList<>();
    for (JsonNode node : list) {
      read(node)
          .filter(one -> profiles.stream().noneMatch(other -> other.key().equals(one.key())))
          .ifPresent(profiles::add);
    }
    return profiles;
  }

  /**
   * Replaces a list.
   *
   * @param before what stood there: what is not understood in a profile stays in it, and what is
   *     none, such as one of a later Kontor, behind the others
   */
  static void writeAll(List<ServerProfile> profiles, JsonNode before, ArrayNode list) {
    Map<String, ObjectNode> known = new HashMap<>();
    List<JsonNode> strange = new ArrayList<>();
    for (JsonNode node : before) {
      Optional<ServerProfile> profile = read(node);
      if (profile.isPresent() && node instanceof ObjectNode object) {
        known.putIfAbsent(profile.get().key(), object);
      } else {
        strange.add(node);
      }
    }
    for (ServerProfile profile : profiles) {
      ObjectNode kept = known.get(profile.key());
      write(profile, kept == null ? list.addObject() : list.addObject().setAll(kept));
    }
    strange.forEach(list::add);
  }

  /** Where no account is named, it is that of the person at this computer. */
  private static Optional<ServerProfile> read(JsonNode node) {
    try {
      return text(node, "address")
          .map(URI::create)
          .filter(ProfileJson::isServer)
          .map(
              address ->
                  new ServerProfile(
                      text(node, "name").orElse(address.getAuthority()),
                      address,
                      text(node, "user").orElseGet(() -> System.getProperty("user.name", "")),
                      kind(node),
                      text(node, SERVICE_VERSION),
                      dialect(node.path(DIALECT)),
                      limits(node.path(LIMITS)),
                      text(node, COLOUR).flatMap(ProfileColour::of)))
          .filter(profile -> !profile.user().isBlank() && profile.user().indexOf(':') < 0);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** A host that is asked by http or https, and nothing secret in its address. */
  private static boolean isServer(URI address) {
    boolean web =
        "https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme());
    return web
        && address.getHost() != null
        && !address.getHost().endsWith(".")
        && address.getRawUserInfo() == null
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  private static void write(ServerProfile profile, ObjectNode node) {
    node.put("name", profile.name())
        .put("address", profile.address().toString())
        .put("user", profile.user());
    if (profile.kind() == ServerKind.ENAIO) {
      node.remove(KIND);
    } else {
      node.put(KIND, profile.kind().key());
    }
    put(node, SERVICE_VERSION, profile.serviceVersion());
    profile.colour().ifPresent(colour -> node.put(COLOUR, colour.key()));
    if (profile.dialect().isEmpty()) {
      node.remove(DIALECT);
    } else {
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

  /** A text that is there and not blank. */
  static Optional<String> text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  static void put(ObjectNode root, String key, Optional<String> value) {
    if (value.isPresent()) {
      root.put(key, value.get());
    } else {
      root.remove(key);
    }
  }
}
