package org.kontor.ui.preview.decode;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.MimeUtil;

/** Collects what the window shows of an e-mail's header. */
final class MailHeader {
  /** More recipients than anybody reads; the rest is left out. */
  private static final int MOST_ADDRESSES = 200;

  private final List<String> from = new ArrayList<>();
  private final List<String> to = new ArrayList<>();
  private final List<String> cc = new ArrayList<>();
  private Optional<Instant> sent = Optional.empty();
  private String subject = "";

  void add(Field field) {
    switch (field.getName().toLowerCase(Locale.ROOT)) {
      case "from" -> addAddresses(field, from);
      case "to" -> addAddresses(field, to);
      case "cc" -> addAddresses(field, cc);
      case "subject" -> subject = subject.isEmpty() ? words(text(field)) : subject;
      case "date" -> sent = sent.or(() -> date(field));
      default -> {}
    }
  }

  MailText with(TextExcerpt body, List<MailText.Attachment> attachments) {
    return new MailText(from, to, cc, sent, subject, body, attachments);
  }

  /** Decodes encoded words and takes out what does not belong on one line of a screen. */
  static String words(String raw) {
    String decoded =
        DecoderUtil.decodeEncodedWords(raw, DecodeMonitor.SILENT, Charset.forName("windows-1252"));
    StringBuilder line = new StringBuilder();
    decoded.codePoints().filter(MailHeader::isShown).forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /** Direction marks could make a name read as another one. */
  private static boolean isShown(int character) {
    return !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT;
  }

  /** The value with raw 8-bit characters read as UTF-8 where they are, else as Western. */
  private static String text(Field field) {
    String whole = TextReader.decode(field.getRaw().toByteArray());
    return MimeUtil.unfold(whole.substring(whole.indexOf(':') + 1)).strip();
  }

  private static void addAddresses(Field field, List<String> target) {
    for (Address address : LenientAddressParser.DEFAULT.parseAddressList(text(field))) {
      if (target.size() == MOST_ADDRESSES) {
        return;
      }
      String shown =
          switch (address) {
            case Mailbox mailbox -> mailbox(mailbox);
            case Group group -> words(group.getName());
            default -> "";
          };
      if (!shown.isEmpty()) {
        target.add(shown);
      }
    }
  }

  private static String mailbox(Mailbox mailbox) {
    String address = words(mailbox.getAddress());
    String name = mailbox.getName() == null ? "" : words(mailbox.getName());
    return name.isEmpty() ? address : name + " <" + address + ">";
  }

  @SuppressWarnings("JavaUtilDate") // The library's type.
  private static Optional<Instant> date(Field field) {
    Date date = DateTimeFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT).getDate();
    return Optional.ofNullable(date).map(Date::toInstant);
  }
}
