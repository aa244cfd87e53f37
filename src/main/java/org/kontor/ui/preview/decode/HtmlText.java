package org.kontor.ui.preview.decode;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of an HTML text as plain text. Nothing is drawn, fetched or run; one pass over the
 * text.
 */
final class HtmlText {
  private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "noscript");
  private static final Set<String> LINES =
      Set.of(
          "br",
          "p",
          "div",
          "tr",
          "li",
          "ul",
          "ol",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "blockquote",
          "pre",
          "section",
          "article",
          "header",
          "footer",
          "dt",
          "dd");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol");

  /** Named characters of business mail; others stay as they are written. */
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("agrave", "à"),
          Map.entry("ccedil", "ç"),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("copy", "©"),
          Map.entry("reg", "®"),
          Map.entry("sect", "§"),
          Map.entry("deg", "°"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("bull", "•"),
          Map.entry("middot", "·"),
          Map.entry("bdquo", "„"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"));

  private static final int LONGEST_NAME = 10;

  private final String html;
  private final StringBuilder text = new StringBuilder();
  private boolean spaceDue;
  private int at;

  private HtmlText(String html) {
    this.html = html;
  }

  static String of(String html) {
    return new HtmlText(html).read();
  }

  private String read() {
    while (at < html.length()) {
      char character = html.charAt(at);
      if (character == '<' && isTag()) {
        readTag();
      } else if (character == '&') {
        readCharacterName();
      } else {
        append(String.valueOf(character));
        at++;
      }
    }
    return text.toString().strip();
  }

  private boolean isTag() {
    if (at + 1 == html.length()) {
      return false;
    }
    char next = html.charAt(at + 1);
    return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
  }

  private void readTag() {
    boolean comment = html.startsWith("<!--", at);
    int end = comment ? html.indexOf("-->", at + 4) : html.indexOf('>', at);
    if (end < 0) {
      at = html.length();
      return;
    }
    boolean closing = html.charAt(at + 1) == '/';
    String name = tagName(closing ? at + 2 : at + 1);
    at = end + (comment ? 3 : 1);
    if (SILENT.contains(name) && !closing) {
      skipTo(name);
    } else if (LINES.contains(name)) {
      startLine(PARAGRAPHS.contains(name) ? 2 : 1, name.equals("br"));
      if (name.equals("li") && !closing) {
        append("• ");
      }
    } else if (name.equals("td") || name.equals("th")) {
      spaceDue = true;
    }
  }

  private String tagName(int start) {
    int end = start;
    while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return html.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private void skipTo(String name) {
    String closing = "</" + name;
    while (at < html.length() && !html.regionMatches(true, at, closing, 0, closing.length())) {
      at++;
    }
    int end = html.indexOf('>', at);
    at = end < 0 ? html.length() : end + 1;
  }

  private void startLine(int lines, boolean always) {
    spaceDue = false;
    if (text.isEmpty()) {
      return;
    }
    int present = 0;
    while (present < text.length() && text.charAt(text.length() - 1 - present) == '\n') {
      present++;
    }
    int wanted = always ? Math.min(present + 1, 2) : lines;
    text.append("\n".repeat(Math.max(0, wanted - present)));
  }

  private void readCharacterName() {
    int end = html.indexOf(';', at, Math.min(at + LONGEST_NAME, html.length()));
    if (end < 0) {
      append("&");
      at++;
      return;
    }
    String name = html.substring(at + 1, end);
    String meant = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
    append(meant == null ? "&" + name + ";" : meant);
    at = end + 1;
  }

  private static String numbered(String number) {
    boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
    try {
      int code = hexadecimal ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
      return Character.isValidCodePoint(code) && !Character.isISOControl(code)
          ? Character.toString(code)
          : " ";
    } catch (NumberFormatException _) {
      return "&#" + number + ";";
    }
  }

  private void append(String piece) {
    if (piece.isBlank()) {
      spaceDue = true;
      return;
    }
    if (spaceDue && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append(' ');
    }
    spaceDue = false;
    text.append(piece);
  }
}
