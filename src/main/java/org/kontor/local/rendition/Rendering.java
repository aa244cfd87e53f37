package org.kontor.local.rendition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Makes other forms of files. An empty answer means that a file of this kind has no such form. */
public final class Rendering {
  /** Larger files have no other forms, in bytes. */
  public static final long LARGEST = 64L * 1024 * 1024;

  private static final int LONGEST_TEXT = 8 * 1024 * 1024;
  private static final int MOST_PAGES = 2_000;
  private static final float POINTS_PER_INCH = 72f;

  private Rendering() {}

  /**
   * The text of a PDF, a text file or an e-mail.
   *
   * @throws IOException when the file is damaged
   */
  public static Optional<String> text(InputStream in, String mimeType) throws IOException {
    if (mimeType.equals("application/pdf")) {
      try (PDDocument document = pdf(in)) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setEndPage(MOST_PAGES);
        return Optional.of(stripper.getText(document));
      }
    }
    if (mimeType.equals("message/rfc822")) {
      return Optional.of(MailWords.of(in));
    }
    boolean plain =
        mimeType.startsWith("text/")
            || mimeType.equals("application/json")
            || mimeType.equals("application/xml");
    return plain ? Optional.of(decoded(in.readNBytes(LONGEST_TEXT))) : Optional.empty();
  }

  /** UTF-8 where the bytes are that, else the code page of western Windows. */
  static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /**
   * A PNG of the first page of a PDF or an image.
   *
   * @param size longest side in pixels
   * @throws IOException when the file is damaged
   */
  public static Optional<byte[]> thumbnail(InputStream in, String mimeType, int size)
      throws IOException {
    Optional<BufferedImage> image = Optional.empty();
    if (mimeType.equals("application/pdf")) {
      try (PDDocument document = pdf(in)) {
        image = document.getNumberOfPages() == 0 ? image : Optional.of(firstPage(document, size));
      }
    } else if (mimeType.startsWith("image/")) {
      image = Picture.first(in, size);
    }
    if (image.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image.get(), "png", png);
    return Optional.of(png.toByteArray());
  }

  private static BufferedImage firstPage(PDDocument document, int size) throws IOException {
    PDRectangle box = document.getPage(0).getCropBox();
    float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
    return new PDFRenderer(document).renderImageWithDPI(0, POINTS_PER_INCH * size / longest);
  }

  private static PDDocument pdf(InputStream in) throws IOException {
    return Loader.loadPDF(new RandomAccessReadBuffer(in), IOUtils.createTempFileOnlyStreamCache());
  }
}
