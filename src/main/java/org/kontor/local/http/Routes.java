package org.kontor.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.text.Message;

/** Which handler answers which method and path. Filled before the server starts. */
public final class Routes {
  private final List<Route> routes = new ArrayList<>();

  private record Route(String method, List<String> segments, Handler handler) {}

  /** A handler together with the path segments that its route names. */
  public record Found(Handler handler, Map<String, String> path) {}

  /** Adds a route such as {@code /api/dms/objects/{id}}. */
  public Routes add(String method, String path, Handler handler) {
    routes.add(new Route(method, List.of(path.split("/")), handler));
    return this;
  }

  /**
   * The handler for a request.
   *
   * @throws HttpFailure 404 for an unknown path, 405 for a known one with another method
   */
  public Found find(String method, String rawPath) throws HttpFailure {
    List<String> segments = List.of(rawPath.split("/"));
    Set<String> methods = new LinkedHashSet<>();
    for (Route route : routes) {
      Optional<Map<String, String>> path = match(route.segments(), segments);
      if (path.isPresent()) {
        if (route.method().equals(method)) {
          return new Found(route.handler(), path.get());
        }
        methods.add(route.method());
      }
    }
    if (methods.isEmpty()) {
      throw new HttpFailure(404, Message.of("request.path", rawPath));
    }
    String allowed = String.join(", ", methods);
    throw new HttpFailure(405, Message.of("request.method", method, allowed))
        .with("Allow", allowed);
  }

  private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
    if (pattern.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      String expected = pattern.get(i);
      if (expected.startsWith("{")) {
        named.put(expected.substring(1, expected.length() - 1), decoded(path.get(i)));
      } else if (!expected.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The parameters of a raw query string. */
  static Map<String, String> query(String raw) throws HttpFailure {
    Map<String, String> query = new HashMap<>();
    try {
      for (String pair : raw.split("&")) {
        String[] sides = pair.split("=", 2);
        query.put(
            URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
            sides.length == 1 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException wrong) {
      throw new HttpFailure(400, Message.of("request.query", raw));
    }
    return query;
  }
}
