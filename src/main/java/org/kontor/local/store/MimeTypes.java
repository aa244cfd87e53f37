package org.kontor.local.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The mime types of the files that offices keep, by extension and back. */
final class MimeTypes {
  private static final int LONGEST_EXTENSION = 10;
  private static final String UNKNOWN = "application/octet-stream";
  private static final Map<String, String> BY_EXTENSION = new HashMap<>();
  private static final Map<String, String> BY_TYPE = new HashMap<>();

  static {
    add("pdf", "application/pdf");
    add("tif", "image/tiff");
    add("jpg", "image/jpeg");
    add("png", "image/png");
    add("gif", "image/gif");
    add("bmp", "image/bmp");
    add("txt", "text/plain");
    add("csv", "text/csv");
    add("html", "text/html");
    add("xml", "application/xml");
    add("json", "application/json");
    add("eml", "message/rfc822");
    add("msg", "application/vnd.ms-outlook");
    add("rtf", "application/rtf");
    add("zip", "application/zip");
    add("doc", "application/msword");
    add("xls", "application/vnd.ms-excel");
    add("ppt", "application/vnd.ms-powerpoint");
    add("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    add("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    add("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
    add("odt", "application/vnd.oasis.opendocument.text");
    add("ods", "application/vnd.oasis.opendocument.spreadsheet");
    add("mp3", "audio/mpeg");
    add("mp4", "video/mp4");
    BY_EXTENSION.put("tiff", "image/tiff");
    BY_EXTENSION.put("jpeg", "image/jpeg");
    BY_EXTENSION.put("htm", "text/html");
    BY_EXTENSION.put("log", "text/plain");
  }

  private MimeTypes() {}

  private static void add(String extension, String type) {
    BY_EXTENSION.put(extension, type);
    BY_TYPE.put(type, extension);
  }

  /** The type that was sent, without parameters; when it says nothing, that of the name. */
  static String clean(String sent, String name) {
    String plain = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean usable =
        plain.indexOf('/') > 0
            && plain.length() <= 100
            && plain.chars().allMatch(c -> c > ' ' && c < 127);
    if (usable && !plain.equals(UNKNOWN)) {
      return plain;
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, UNKNOWN);
  }

  static boolean isUnknown(String type) {
    return type.equals(UNKNOWN);
  }

  /** The extension of a name, else the usual one of a type, without the dot; may be empty. */
  static String extension(String name, String type) {
    int dot = name.lastIndexOf('.');
    String written = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean plain =
        !written.isEmpty()
            && written.length() <= LONGEST_EXTENSION
            && written.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    return plain ? written : BY_TYPE.getOrDefault(type, "");
  }
}
