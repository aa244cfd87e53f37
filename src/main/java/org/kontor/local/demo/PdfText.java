package org.kontor.local.demo;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A PDF of A4 pages with text in Helvetica, written by hand: a library would look for the fonts of
 * this computer first, which takes longer than the whole demo archive.
 */
public final class PdfText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final double DIGIT = 0.556;
  private static final double POINT = 0.278;

  private final List<StringBuilder> pages = new ArrayList<>();

  /** One empty page. */
  public PdfText() {
    page();
  }

  /** Goes on with a new page. */
  PdfText page() {
    pages.add(new StringBuilder());
    return this;
  }

  /** A line of text; x from the left and y from the bottom, in points. */
  public PdfText text(double x, double y, double size, boolean bold, String text) {
    String escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    pages
        .getLast()
        .append(
            String.format(
                Locale.ROOT,
                "BT /%s %.1f Tf %.1f %.1f Td (%s) Tj ET%n",
                bold ? "B" : "R",
                size,
                x,
                y,
                escaped));
    return this;
  }

  /** A number that ends at x. */
  PdfText number(double right, double y, double size, String number) {
    double width = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      width += Character.isDigit(c) ? DIGIT : POINT;
    }
    return text(right - width * size, y, size, false, number);
  }

  /** A horizontal line. */
  public PdfText line(double x, double y, double to) {
    pages
        .getLast()
        .append(String.format(Locale.ROOT, "0.6 w %.1f %.1f m %.1f %.1f l S%n", x, y, to, y));
    return this;
  }

  /** The whole file. */
  public byte[] bytes() {
    List<String> objects = new ArrayList<>();
    StringBuilder kids = new StringBuilder();
    for (int i = 0; i < pages.size(); i++) {
      kids.append(5 + 2 * i).append(" 0 R ");
    }
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
    objects.add(font("Helvetica"));
    objects.add(font("Helvetica-Bold"));
    for (int i = 0; i < pages.size(); i++) {
      String content = pages.get(i).toString();
      objects.add(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
              + (6 + 2 * i)
              + " 0 R /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>");
      objects.add(
          "<< /Length "
              + content.getBytes(WINDOWS).length
              + " >>\nstream\n"
              + content
              + "endstream");
    }
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int start = pdf.length();
    int size = objects.size() + 1;
    pdf.append("xref\n0 ").append(size).append('\n').append(table);
    pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\nstartxref\n");
    pdf.append(start).append("\n%%EOF\n");
    return pdf.toString().getBytes(WINDOWS);
  }

  private static String font(String name) {
    return "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /" + name + " >>";
  }
}
