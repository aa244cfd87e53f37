package org.kontor.http;

/**
 * The headers of a multipart form's parts, escaped as the HTML standard says, and that of a file
 * sent by itself.
 */
final class PartHeaders {
  static final String ANY_BYTES = "application/octet-stream";

  private PartHeaders() {}

  static String metadata(String boundary, String type) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\"data\"\r\nContent-Type: "
        + type
        + "\r\n\r\n";
  }

  static String file(String boundary, FilePart file) {
    return "--"
        + boundary
        + "\r\nContent-Disposition: form-data; name=\""
        + escape(file.name())
        + "\"; filename=\""
        + escape(file.fileName())
        + "\"\r\nContent-ID: "
        + escape(file.name())
        + "\r\nContent-Type: "
        + mimeType(file.mimeType())
        + "\r\n\r\n";
  }

  /** A value of a form. */
  static String value(String boundary, String name) {
    return "--" + boundary + disposition(name) + "\"\r\n\r\n";
  }

  /** A file of a form that has values beside it, which needs no id. */
  static String formFile(String boundary, FilePart file) {
    return "--"
        + boundary
        + disposition(file.name())
        + "\"; filename=\""
        + escape(file.fileName())
        + "\"\r\nContent-Type: "
        + mimeType(file.mimeType())
        + "\r\n\r\n";
  }

  private static String disposition(String name) {
    return "\r\nContent-Disposition: form-data; name=\"" + escape(name);
  }

  /**
   * The name in both forms: plain ASCII, and UTF-8 as RFC 5987 writes it, which servers prefer
   * (reference 3.7).
   */
  static String attachment(String fileName) {
    StringBuilder plain = new StringBuilder();
    fileName
        .codePoints()
        .map(c -> c < ' ' || c > '~' || c == '"' || c == '\\' || c == '%' ? '_' : c)
        .forEach(plain::appendCodePoint);
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + Resource.escape(fileName);
  }

  /**
   * Line feed, carriage return and quote as the HTML standard says; the rest goes as UTF-8. Only a
   * backslash becomes an underline: many servers take one for the start of an escape, and at the
   * end of a name it would swallow the quote behind it.
   */
  static String escape(String text) {
    return text.replace("\n", "%0A").replace("\r", "%0D").replace("\"", "%22").replace('\\', '_');
  }

  private static String mimeType(String given) {
    boolean usable =
        given.indexOf('/') > 0 && given.chars().allMatch(each -> each >= ' ' && each < 127);
    return usable ? given : ANY_BYTES;
  }
}
