package org.kontor.local.demo;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Scanned pages, A4 in black and white at 100 dpi, with letters of our own drawing. */
final class Scan {
  private static final int WIDTH = 827;
  private static final int HEIGHT = 1169;
  private static final int LETTER_WIDTH = 5;
  private static final int LETTER_HEIGHT = 7;

  /** Each letter and its seven rows of five dots, as hexadecimal numbers. */
  private static final String DRAWN =
      "A0e11111f111111 B1e11111e11111e C0f10101010100f D1e11111111111e "
          + "E1f10101e10101f F1f10101e101010 G0f10101311110f &0c12140815120d H1111111f111111 "
          + "I0e04040404040e J0702020202120c K11121418141211 L1010101010101f "
          + "M111b1515111111 N11191515131111 O0e11111111110e P1e11111e101010 "
          + "Q0e11111115120d R1e11111e141211 S0f10100e01011e T1f040404040404 "
          + "U1111111111110e V11111111110a04 W11111115151b11 X11110a040a1111 "
          + "Y11110a04040404 Z1f01020408101f 00e11131519110e 1040c040404040e "
          + "20e11010608101f 31e01010e01011e 402060a121f0202 51f101e0101110e "
          + "60608101e11110e 71f010204080808 80e11110e11110e 90e11110f01020c "
          + ".00000000000c0c ,000000000c0408 :000c0c000c0c00 -0000001f000000 "
          + "/01010204081010 Ä11000e111f1111 Ö11000e1111110e Ü1100111111110e "
          + "(02040808080402 )08040202020408 ";

  private static final Map<Character, int[]> LETTERS = letters();

  private final List<BufferedImage> pages = new ArrayList<>();

  /** Goes on with a new page. */
  Scan page() {
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    pages.add(page);
    fill(0, 0, WIDTH, HEIGHT, 1);
    return this;
  }

  /** A line of text; scale is the size of a dot in pixels. */
  Scan text(int x, int y, int scale, String text) {
    int at = x;
    String capitals = text.toUpperCase(Locale.GERMAN);
    for (int i = 0; i < capitals.length(); i++) {
      int[] rows = LETTERS.get(capitals.charAt(i));
      for (int row = 0; rows != null && row < LETTER_HEIGHT; row++) {
        for (int dot = 0; dot < LETTER_WIDTH; dot++) {
          if ((rows[row] >> (LETTER_WIDTH - 1 - dot) & 1) != 0) {
            fill(at + dot * scale, y + row * scale, scale, scale, 0);
          }
        }
      }
      at += (LETTER_WIDTH + 1) * scale;
    }
    return this;
  }

  /** A black rectangle: a line, a frame's side, a beam of a drawing. */
  Scan bar(int x, int y, int width, int height) {
    fill(x, y, width, height, 0);
    return this;
  }

  /** One TIFF with all pages. */
  byte[] tiff() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType("CCITT T.6");
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(page);
        writer.writeToSequence(
            new IIOImage(page, null, writer.getDefaultImageMetadata(type, parameters)), parameters);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private void fill(int x, int y, int width, int height, int value) {
    WritableRaster raster = pages.getLast().getRaster();
    int right = Math.min(x + width, WIDTH);
    int bottom = Math.min(y + height, HEIGHT);
    for (int row = Math.max(0, y); row < bottom; row++) {
      for (int column = Math.max(0, x); column < right; column++) {
        raster.setSample(column, row, 0, value);
      }
    }
  }

  private static Map<Character, int[]> letters() {
    Map<Character, int[]> letters = new HashMap<>();
    for (String letter : DRAWN.strip().split(" ")) {
      int[] rows = new int[LETTER_HEIGHT];
      for (int row = 0; row < LETTER_HEIGHT; row++) {
        rows[row] = Integer.parseInt(letter.substring(1 + 2 * row, 3 + 2 * row), 16);
      }
      letters.put(letter.charAt(0), rows);
    }
    return letters;
  }
}
