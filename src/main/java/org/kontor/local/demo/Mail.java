package org.kontor.local.demo;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.kontor.local.enaio.DirectWriter;

/** E-mails as mail programs save them (RFC 5322), with or without an attachment. */
record Mail(String from, String to, String subject, ZonedDateTime sent, List<String> lines) {
  private static final String BOUNDARY = "=_part_0001";

  /** The whole message. */
  byte[] eml(List<DirectWriter.Content> attachments) {
    StringBuilder mail = new StringBuilder();
    header(mail, "From", address(from));
    header(mail, "To", address(to));
    header(mail, "Subject", encoded(subject));
    header(mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(sent));
    header(mail, "Message-ID", "<" + sent.toEpochSecond() + "." + subject.hashCode() + "@mail>");
    header(mail, "MIME-Version", "1.0");
    if (attachments.isEmpty()) {
      text(mail);
    } else {
      header(mail, "Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"");
      mail.append("\r\n--").append(BOUNDARY).append("\r\n");
      text(mail);
      for (DirectWriter.Content attachment : attachments) {
        mail.append("\r\n--").append(BOUNDARY).append("\r\n");
        header(mail, "Content-Type", attachment.mimeType());
        header(mail, "Content-Transfer-Encoding", "base64");
        header(mail, "Content-Disposition", "attachment; filename=\"" + attachment.name() + "\"");
        mail.append("\r\n").append(attachment.base64());
      }
      mail.append("\r\n--").append(BOUNDARY).append("--\r\n");
    }
    return mail.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void text(StringBuilder mail) {
    header(mail, "Content-Type", "text/plain; charset=UTF-8");
    header(mail, "Content-Transfer-Encoding", "8bit");
    mail.append("\r\n").append(String.join("\r\n", lines)).append("\r\n");
  }

  private static void header(StringBuilder mail, String name, String value) {
    mail.append(name).append(": ").append(value).append("\r\n");
  }

  private static String address(String person) {
    int at = person.indexOf('<');
    return at < 0 ? person : encoded(person.substring(0, at).strip()) + " " + person.substring(at);
  }

  private static String encoded(String text) {
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      return text;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8) + "?=";
  }
}
