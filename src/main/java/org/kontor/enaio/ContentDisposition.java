package org.kontor.enaio;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file name that a download carries, made of no path and nothing invisible. */
final class ContentDisposition {
  private static final Pattern EXTENDED =
      Pattern.compile("filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUOTED =
      Pattern.compile("filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN =
      Pattern.compile("filename\\s*=\\s*([^;\\s\"]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST = 200;

  private ContentDisposition() {}

  /** The extended form wins where both are given. */
  static Optional<String> fileName(String header) {
    return first(EXTENDED, header)
        .flatMap(ContentDisposition::decoded)
        .or(() -> first(QUOTED, header).map(text -> text.replaceAll("\\\\(.)", "$1")))
        .or(() -> first(PLAIN, header))
        .map(ContentDisposition::withoutPath)
        .filter(name -> !name.isBlank() && !name.equals(".") && !name.equals(".."));
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static String withoutPath(String name) {
    String visible = INVISIBLE.matcher(name).replaceAll("");
    int slash = Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\'));
    String last = visible.substring(slash + 1).strip();
    return last.substring(Math.max(0, last.length() - LONGEST));
  }

  private static Optional<String> first(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
