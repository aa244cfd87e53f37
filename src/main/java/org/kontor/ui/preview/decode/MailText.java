package org.kontor.ui.preview.decode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An e-mail as plain text.
 *
 * @param from who sent it, with address; empty when it does not say
 * @param to recipients with addresses
 * @param cc further recipients
 * @param sent empty when missing or unreadable
 * @param subject empty when there is none
 */
public record MailText(
    List<String> from,
    List<String> to,
    List<String> cc,
    Optional<Instant> sent,
    String subject,
    TextExcerpt body,
    List<Attachment> attachments) {
  public MailText {
    from = List.copyOf(from);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    attachments = List.copyOf(attachments);
  }

  /**
   * A file that came with it.
   *
   * @param name empty when it has none
   * @param bytes its size, decoded
   */
  public record Attachment(String name, String mimeType, long bytes) {}
}
