package org.kontor.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what is proved about entries into a file that can be given away or kept. */
public final class Receipts {
  private static final String FORMULA = "=+-@\t\r";

  private Receipts() {}

  /**
   * Writes a table of those that are done: CSV (UTF-8, comma, RFC 4180), or PDF where the file is
   * called so. The file is whole or not there; one that was there is replaced.
   *
   * @return how many lines it has
   */
  public static int write(List<Entry> entries, String title, Path file) throws IOException {
    List<ReceiptLine> lines = ReceiptLine.of(entries);
    boolean pdf = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    byte[] content = pdf ? pdf(title, lines) : csv(lines).getBytes(StandardCharsets.UTF_8);
    Path whole = file.toAbsolutePath();
    Path fresh = Files.createTempFile(whole.getParent(), ".receipts", ".new");
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    return lines.size();
  }

  private static byte[] pdf(String title, List<ReceiptLine> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ReceiptsPdf(title).write(lines, bytes);
    return bytes.toByteArray();
  }

  static String csv(List<ReceiptLine> lines) {
    StringBuilder text = new StringBuilder(row(ReceiptLine.HEADINGS));
    lines.forEach(line -> text.append(row(line.cells())));
    return text.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(Receipts::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** What a spreadsheet would take for a formula is kept from being one. */
  private static String cell(String text) {
    String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
