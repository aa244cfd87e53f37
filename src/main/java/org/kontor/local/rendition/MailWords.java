package org.kontor.local.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** The words of an e-mail: who, what about, and its plain text. Other parts are passed over. */
final class MailWords {
  private static final int LONGEST_PART = 1024 * 1024;
  private static final int MOST_PARTS = 50;
  private static final Set<String> TOLD = Set.of("from", "to", "cc", "date", "subject");

  private MailWords() {}

  static String of(InputStream in) throws IOException {
    MimeConfig config = MimeConfig.custom().setMaxLineLen(-1).setMaxContentLen(-1).build();
    MimeTokenStream tokens = new MimeTokenStream(config);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    tokens.parse(in);
    StringBuilder words = new StringBuilder();
    boolean header = true;
    int parts = 0;
    try {
      for (EntityState state = tokens.getState();
          state != EntityState.T_END_OF_STREAM && parts < MOST_PARTS;
          state = tokens.next()) {
        if (state == EntityState.T_FIELD && header) {
          tell(tokens.getField(), words);
        } else if (state == EntityState.T_END_HEADER) {
          header = false;
        } else if (state == EntityState.T_BODY
            && tokens.getBodyDescriptor().getMimeType().equals("text/plain")) {
          parts++;
          byte[] bytes = tokens.getDecodedInputStream().readNBytes(LONGEST_PART);
          words.append('\n').append(decoded(bytes, tokens.getBodyDescriptor().getCharset()));
        }
      }
    } catch (MimeException malformed) {
      throw new IOException(malformed);
    }
    return words.toString();
  }

  private static String decoded(byte[] bytes, String charset) {
    try {
      Charset named = Charset.forName(charset);
      return named.equals(StandardCharsets.US_ASCII)
          ? Rendering.decoded(bytes)
          : new String(bytes, named);
    } catch (IllegalArgumentException unknown) {
      return Rendering.decoded(bytes);
    }
  }

  private static void tell(Field field, StringBuilder words) {
    if (TOLD.contains(field.getName().toLowerCase(Locale.ROOT))) {
      words
          .append(field.getName())
          .append(": ")
          .append(DecoderUtil.decodeEncodedWords(field.getBody(), DecodeMonitor.SILENT).strip())
          .append('\n');
    }
  }
}
