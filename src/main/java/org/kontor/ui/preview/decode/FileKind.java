package org.kontor.ui.preview.decode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.model.MimeTypes;

/** What a file is, as far as the preview cares. */
public enum FileKind {
  PDF,
  JPEG,
  PNG,
  GIF,
  BMP,
  TIFF,
  MAIL,
  HTML,
  TEXT,
  /** Nothing that can be shown. */
  OTHER;

  /** How many bytes of a file {@link #of} wants to see, where there are so many. */
  public static final int HEAD = 8192;

  /** Readers accept a PDF's first line anywhere in so many bytes. */
  private static final int PDF_LEAD_IN = 1024;

  private static final Pattern HTML_START =
      Pattern.compile(
          "(?is)\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)?<(?:!doctype\\s+html|html).*");

  private static final Map<String, FileKind> BY_MIME_TYPE =
      Map.of(
          "application/pdf", PDF,
          "image/jpeg", JPEG,
          "image/png", PNG,
          "image/gif", GIF,
          "image/bmp", BMP,
          "image/tiff", TIFF,
          "message/rfc822", MAIL,
          "text/html", HTML);

  /**
   * Decides by the content, where that says nothing by the MIME type, then by the name.
   *
   * @param head the file's first bytes, {@link #HEAD} of them or all
   */
  public static FileKind of(byte[] head, String mimeType, String name) {
    Optional<FileKind> certain = bySignature(head);
    if (certain.isPresent()) {
      return certain.get();
    }
    boolean readable = TextReader.looksLikeText(head);
    FileKind claimed = claimed(mimeType, name);
    if (!readable) {
      return claimed == MAIL || claimed == HTML ? OTHER : claimed;
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (claimed == MAIL || MailReader.looksLikeMail(start)) {
      return MAIL;
    }
    if (start.startsWith("{\\rtf") || start.startsWith("%!")) {
      return OTHER;
    }
    return claimed == HTML || HTML_START.matcher(start).lookingAt() ? HTML : TEXT;
  }

  /** How many bytes of a file the preview of this kind reads at most. */
  public long bytesNeeded() {
    return switch (this) {
      case TEXT, HTML -> TextReader.MOST_BYTES + 1L;
      case OTHER -> 0;
      case PDF, JPEG, PNG, GIF, BMP, TIFF, MAIL -> Long.MAX_VALUE;
    };
  }

  /** Whether its pages are pictures. */
  boolean isImage() {
    return List.of(JPEG, PNG, GIF, BMP, TIFF).contains(this);
  }

  private static Optional<FileKind> bySignature(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      return Optional.of(TIFF);
    }
    if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
      return Optional.of(BMP);
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return Optional.of(OTHER);
    }
    int pdf = start.indexOf("%PDF-");
    return pdf >= 0 && pdf < PDF_LEAD_IN ? Optional.of(PDF) : Optional.empty();
  }

  private static FileKind claimed(String mimeType, String name) {
    String type = mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    FileKind byType = BY_MIME_TYPE.get(type);
    if (byType != null) {
      return byType;
    }
    return BY_MIME_TYPE.getOrDefault(MimeTypes.ofName(name), OTHER);
  }
}
