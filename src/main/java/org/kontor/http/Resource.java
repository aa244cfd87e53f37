package org.kontor.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * What a request is about, below the server's address. Everything is escaped, so ids that a server
 * made up cannot leave their segment.
 */
public final class Resource {
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private final List<String> segments;
  private final SequencedMap<String, String> query;

  private Resource(List<String> segments, SequencedMap<String, String> query) {
    this.segments = segments;
    this.query = query;
  }

  public static Resource of(String... segments) {
    return new Resource(List.of(segments), new LinkedHashMap<>());
  }

  /** The same with one more query parameter. */
  public Resource with(String name, String value) {
    SequencedMap<String, String> more = new LinkedHashMap<>(query);
    more.put(name, value);
    return new Resource(segments, more);
  }

  /** Path and query as they stand in the request line, with a leading slash. */
  String escaped() {
    String path = segments.stream().map(part -> '/' + escape(part)).collect(Collectors.joining());
    return query.isEmpty()
        ? path
        : path
            + '?'
            + query.entrySet().stream().map(Resource::parameter).collect(Collectors.joining("&"));
  }

  private static String parameter(Map.Entry<String, String> entry) {
    return escape(entry.getKey()) + '=' + escape(entry.getValue());
  }

  /** All but letters, digits and {@code -._~} as UTF-8 in percent signs. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(each) >= 0) {
        escaped.append((char) each);
      } else {
        escaped.append('%').append("%02X".formatted(each & 0xff));
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return segments.stream().collect(Collectors.joining("/", "/", ""));
  }
}
