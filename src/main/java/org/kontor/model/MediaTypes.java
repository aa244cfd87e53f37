package org.kontor.model;

import java.util.Locale;
import java.util.Map;

/** Media types by file name: the same on every computer, unlike what operating systems answer. */
public final class MediaTypes {
  public static final String UNKNOWN = "application/octet-stream";

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("pdf", "application/pdf"),
          Map.entry("tif", "image/tiff"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("webp", "image/webp"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain"),
          Map.entry("log", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("csv", "text/csv"),
          Map.entry("htm", "text/html"),
          Map.entry("html", "text/html"),
          Map.entry("xml", "application/xml"),
          Map.entry("json", "application/json"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("eml", "message/rfc822"),
          Map.entry("msg", "application/vnd.ms-outlook"),
          Map.entry("doc", "application/msword"),
          Map.entry("docx", OFFICE + "wordprocessingml.document"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("xlsx", OFFICE + "spreadsheetml.sheet"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry("pptx", OFFICE + "presentationml.presentation"),
          Map.entry("odt", OPEN_DOCUMENT + "text"),
          Map.entry("ods", OPEN_DOCUMENT + "spreadsheet"),
          Map.entry("odp", OPEN_DOCUMENT + "presentation"),
          Map.entry("zip", "application/zip"),
          Map.entry("7z", "application/x-7z-compressed"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("avi", "video/x-msvideo"),
          Map.entry("dwg", "image/vnd.dwg"),
          Map.entry("dxf", "image/vnd.dxf"));

  private MediaTypes() {}

  /** The media type that the ending of a file's name stands for, or {@link #UNKNOWN}. */
  public static String ofFileName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(ending, UNKNOWN);
  }
}
