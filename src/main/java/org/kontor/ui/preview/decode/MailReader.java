package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Reads an e-mail as a stream: of its attachments only the sizes are kept, so that its own size
 * does not matter.
 */
final class MailReader {
  /** Fields that make a text an e-mail when two of them stand in its first lines. */
  private static final Set<String> TELLING =
      Set.of(
          "received",
          "return-path",
          "delivered-to",
          "mime-version",
          "message-id",
          "from",
          "to",
          "subject",
          "date",
          "dkim-signature");

  private static final int MOST_ATTACHMENTS = 500;
  private static final int DEEPEST = 50;

  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(2_000)
          .setMaxHeaderLen(200_000)
          .setMaxContentLen(-1)
          .build();

  private final StopSign stop;
  private final MailHeader header = new MailHeader();
  private final StringBuilder body = new StringBuilder();
  private final List<MailText.Attachment> attachments = new ArrayList<>();
  private final Deque<Multipart> around = new ArrayDeque<>();
  private boolean headerOver;
  private boolean bodyCut;

  private MailReader(StopSign stop) {
    this.stop = stop;
  }

  /** A multipart that is being read. */
  private static final class Multipart {
    private final boolean alternative;
    private boolean satisfied;

    Multipart(String subtype) {
      alternative = subtype.equals("alternative");
    }
  }

  static boolean looksLikeMail(String start) {
    int telling = 0;
    for (String line : start.split("\\r?\\n", 100)) {
      if (line.isEmpty()) {
        break;
      }
      int colon = line.indexOf(':');
      boolean continued = line.startsWith(" ") || line.startsWith("\t") || line.startsWith("From ");
      if (!continued && (colon <= 0 || line.substring(0, colon).indexOf(' ') >= 0)) {
        break;
      }
      if (!continued && TELLING.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
        telling++;
      }
    }
    return telling >= 2;
  }

  static MailText read(InputStream stream, StopSign stop) throws IOException {
    return new MailReader(stop).read(stream);
  }

  private MailText read(InputStream stream) throws IOException {
    MimeTokenStream tokens = new MimeTokenStream(CONFIG, new DefaultBodyDescriptorBuilder());
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(new StoppableInputStream(stream, stop));
    try {
      EntityState state = tokens.getState();
      while (state != EntityState.T_END_OF_STREAM && around.size() <= DEEPEST) {
        take(state, tokens);
        state = tokens.next();
      }
    } catch (MimeException malformed) {
      throw new IOException(malformed);
    }
    TextExcerpt text = new TextExcerpt(TextReader.clean(body.toString()).strip(), bodyCut);
    return header.with(text, attachments);
  }

  private void take(EntityState state, MimeTokenStream tokens) throws IOException {
    switch (state) {
      case T_FIELD -> {
        if (!headerOver) {
          header.add(tokens.getField());
        }
      }
      case T_END_HEADER -> headerOver = true;
      case T_START_MULTIPART -> around.push(new Multipart(tokens.getBodyDescriptor().getSubType()));
      case T_END_MULTIPART -> around.pop();
      case T_BODY -> takePart((MaximalBodyDescriptor) tokens.getBodyDescriptor(), tokens);
      default -> {}
    }
  }

  private void takePart(MaximalBodyDescriptor part, MimeTokenStream tokens) throws IOException {
    String name = fileName(part);
    String type = part.getMimeType();
    boolean text = type.equals("text/plain") || type.equals("text/html");
    boolean attached = "attachment".equalsIgnoreCase(part.getContentDispositionType());
    try (InputStream content = tokens.getDecodedInputStream()) {
      if (text && !attached && name.isEmpty()) {
        takeText(part, content);
      } else if (attachments.size() < MOST_ATTACHMENTS) {
        attachments.add(new MailText.Attachment(name, type, content.transferTo(nowhere())));
      }
    }
  }

  private static OutputStream nowhere() {
    return OutputStream.nullOutputStream();
  }

  private void takeText(MaximalBodyDescriptor part, InputStream content) throws IOException {
    Optional<Multipart> choice = around.stream().filter(frame -> frame.alternative).findFirst();
    if (choice.isPresent() && choice.get().satisfied) {
      return;
    }
    byte[] bytes = content.readNBytes(TextReader.MOST_BYTES);
    bodyCut |= content.read() >= 0;
    String decoded = decode(bytes, part.getCharset());
    String plain = part.getMimeType().equals("text/html") ? HtmlText.of(decoded) : decoded;
    if (plain.isBlank()) {
      return;
    }
    choice.ifPresent(frame -> frame.satisfied = true);
    if (body.length() + plain.length() > TextReader.MOST_BYTES) {
      bodyCut = true;
      return;
    }
    body.append(body.isEmpty() ? "" : "\n\n").append(plain);
  }

  private static String decode(byte[] bytes, String charset) {
    try {
      return TextReader.decode(bytes, Charset.forName(charset));
    } catch (IllegalArgumentException _) {
      return TextReader.decode(bytes);
    }
  }

  private static String fileName(MaximalBodyDescriptor part) {
    String name = part.getContentDispositionFilename();
    if (name == null || name.isBlank()) {
      name = part.getContentTypeParameters().getOrDefault("name", "");
    }
    return MailHeader.words(name);
  }
}
