package org.kontor.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.kontor.local.enaio.DirectWriter;

/** What both cabinets of the demo archive are written with. */
final class DemoWriter {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final List<String> CLERKS =
      List.of("Petra Lindner", "Jörg Hövelmann", "Ayşe Yıldız");

  private final DirectWriter writer;
  private final Random random = new Random(20260105);

  DemoWriter(DirectWriter writer) {
    this.writer = writer;
  }

  /** A folder; pairs are field and value. */
  int folder(String type, LocalDate day, Object... pairs) throws IOException {
    return add(type, Optional.empty(), day, List.of(), pairs);
  }

  /** A register in a folder or register. */
  int register(String type, int parent, LocalDate day, Object... pairs) throws IOException {
    return add(type, Optional.of(parent), day, List.of(), pairs);
  }

  /** A document with one file. */
  void document(
      String type, int parent, LocalDate day, DirectWriter.Content content, Object... pairs)
      throws IOException {
    add(type, Optional.of(parent), day, List.of(content), pairs);
  }

  private int add(
      String type,
      Optional<Integer> parent,
      LocalDate day,
      List<DirectWriter.Content> contents,
      Object... pairs)
      throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    long time = at(day, 8 + random.nextInt(9), random.nextInt(60)).toInstant().toEpochMilli();
    return writer.add(type, parent, fields, contents, clerk(), time);
  }

  String clerk() {
    return CLERKS.get(random.nextInt(CLERKS.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  static ZonedDateTime at(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(ZONE);
  }

  static String moment(LocalDate day, int hour, int minute) {
    return at(day, hour, minute).toOffsetDateTime().toString();
  }

  static DirectWriter.Content pdf(PdfText text) {
    return new DirectWriter.Content("dokument.pdf", "application/pdf", text.bytes());
  }

  static DirectWriter.Content tiff(Scan scan) throws IOException {
    return new DirectWriter.Content("scan.tif", "image/tiff", scan.tiff());
  }

  static String german(LocalDate day) {
    return String.format(
        Locale.ROOT, "%02d.%02d.%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  static String euro(BigDecimal amount) {
    return String.format(Locale.GERMANY, "%,.2f", amount);
  }

  /** The head that all letters have: sender, address, place and date, subject. */
  static PdfText letter(
      String sender, String address, String place, LocalDate day, String subject) {
    PdfText pdf = new PdfText();
    pdf.text(60, 780, 16, true, sender);
    pdf.line(60, 770, 535);
    pdf.text(60, 752, 8, false, address);
    int y = 710;
    for (String line : List.of("Halden & Partner GmbH", "Am Speicher 12", "28195 Bremen")) {
      pdf.text(60, y, 11, false, line);
      y -= 15;
    }
    pdf.text(380, 640, 11, false, place + ", " + german(day));
    return pdf.text(60, 600, 13, true, subject);
  }
}
