package org.kontor.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes that a source file adds. */
final class ServedRoutes {
  private static final Pattern CONSTANT = Pattern.compile("String (\\w+) = ([^;]+);");
  private static final Pattern ROUTE = Pattern.compile("\"(GET|POST|PUT|PATCH|DELETE)\",([^,]+),");

  private ServedRoutes() {}

  /** Method and path as the reference writes them, of the constants and calls in the source. */
  static List<String> of(String source, String prefix) {
    Map<String, String> constants = new HashMap<>();
    Matcher constant = CONSTANT.matcher(source);
    while (constant.find()) {
      constants.put(constant.group(1), value(constant.group(2), constants));
    }
    List<String> routes = new ArrayList<>();
    Matcher route = ROUTE.matcher(source);
    while (route.find()) {
      String path = value(route.group(2), constants);
      routes.add(
          route.group(1)
              + " "
              + (path.startsWith(prefix) ? path.substring(prefix.length()) : path));
    }
    return routes;
  }

  private static String value(String expression, Map<String, String> constants) {
    StringBuilder value = new StringBuilder();
    for (String part : expression.split("\\+")) {
      String text = part.strip();
      value.append(
          text.startsWith("\"") ? text.substring(1, text.length() - 1) : constants.get(text));
    }
    return value.toString();
  }
}
