package org.kontor.local.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code Content-Disposition}: what a part is called and what file it holds. The extended form of
 * the file name (RFC 5987) wins over the plain one (reference 3.7).
 */
public record Disposition(Optional<String> name, Optional<String> fileName) {

  /** Reads a header value; parameters that cannot be read count as absent. */
  public static Disposition parse(String value) {
    Map<String, String> parameters = parameters(value);
    Optional<String> extended =
        Optional.ofNullable(parameters.get("filename*")).flatMap(Disposition::extended);
    Optional<String> plain =
        Optional.ofNullable(parameters.get("filename")).map(Disposition::unescaped);
    return new Disposition(
        Optional.ofNullable(parameters.get("name")).map(Disposition::unescaped),
        extended.or(() -> plain));
  }

  /** A parameter of a header such as the {@code boundary} of a content type. */
  public static Optional<String> parameter(String value, String name) {
    return Optional.ofNullable(parameters(value).get(name));
  }

  private static Map<String, String> parameters(String value) {
    Map<String, String> parameters = new HashMap<>();
    int at = value.indexOf(';');
    while (at >= 0 && at < value.length()) {
      int equals = value.indexOf('=', at + 1);
      if (equals < 0) {
        break;
      }
      String name = value.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
      int start = equals + 1;
      while (start < value.length() && value.charAt(start) == ' ') {
        start++;
      }
      if (start < value.length() && value.charAt(start) == '"') {
        int end = start + 1;
        StringBuilder text = new StringBuilder();
        while (end < value.length() && value.charAt(end) != '"') {
          boolean escape =
              value.charAt(end) == '\\'
                  && end + 1 < value.length()
                  && isQuoted(value.charAt(end + 1));
          end += escape ? 1 : 0;
          text.append(value.charAt(end++));
        }
        parameters.putIfAbsent(name, text.toString());
        at = value.indexOf(';', Math.min(end + 1, value.length()));
      } else {
        int end = value.indexOf(';', start);
        parameters.putIfAbsent(
            name, value.substring(start, end < 0 ? value.length() : end).strip());
        at = end;
      }
    }
    return parameters;
  }

  /** Browsers put backslashes of Windows paths unescaped: only these two are escapes. */
  private static boolean isQuoted(char c) {
    return c == '"' || c == '\\';
  }

  /** The three escapes that the HTML standard knows. */
  private static String unescaped(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%22", "\"");
  }

  private static Optional<String> extended(String value) {
    String[] parts = value.split("'", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          URLDecoder.decode(parts[2].replace("+", "%2B"), Charset.forName(parts[0])));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException wrong) {
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }
}
