package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * What a TIFF says about one of its pages, read before anything is decoded.
 *
 * @param bits of one pixel
 * @param orientation 1 to 8 as TIFF 6.0 defines them
 * @param stretch by how much a pixel is higher than wide; faxes have about two
 */
record TiffDirectory(long width, long height, int bits, int orientation, double stretch) {
  private static final int MOST_PAGES = 20_000;
  private static final int ENTRY = 12;
  private static final int TYPE_SHORT = 3;

  /** More than this is a mistake of the writer and not a shape of pixels. */
  private static final double MOST_STRETCH = 4;

  /**
   * Where the directories of all pages start, in order.
   *
   * @throws IOException also for a chain that bites its tail
   */
  static List<Long> offsets(ImageInputStream stream) throws IOException {
    stream.seek(0);
    boolean little = stream.readUnsignedByte() == 'I';
    stream.setByteOrder(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    stream.seek(4);
    List<Long> offsets = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long next = stream.readUnsignedInt();
    while (next != 0) {
      if (!seen.add(next) || offsets.size() == MOST_PAGES) {
        throw new IOException("endless directories");
      }
      offsets.add(next);
      stream.seek(next);
      int entries = stream.readUnsignedShort();
      stream.seek(next + 2 + (long) entries * ENTRY);
      next = stream.readUnsignedInt();
    }
    return offsets;
  }

  static TiffDirectory at(ImageInputStream stream, long offset) throws IOException {
    long width = 0;
    long height = 0;
    long bits = 1;
    long samples = 1;
    long orientation = 1;
    double across = 0;
    double down = 0;
    stream.seek(offset);
    int entries = stream.readUnsignedShort();
    for (int i = 0; i < entries; i++) {
      stream.seek(offset + 2 + (long) i * ENTRY);
      int tag = stream.readUnsignedShort();
      switch (tag) {
        case 256 -> width = value(stream);
        case 257 -> height = value(stream);
        case 258 -> bits = value(stream);
        case 274 -> orientation = value(stream);
        case 277 -> samples = value(stream);
        case 282 -> across = ratio(stream);
        case 283 -> down = ratio(stream);
        default -> {}
      }
    }
    if (width < 1 || height < 1) {
      throw new IOException("no size");
    }
    int depth = Math.clamp(bits, 1, 64) * Math.clamp(samples, 1, 16);
    return new TiffDirectory(width, height, depth, (int) orientation, stretch(across, down));
  }

  private static double stretch(double across, double down) {
    double stretch = across > 0 && down > 0 ? across / down : 1;
    return stretch > MOST_STRETCH || stretch < 1 / MOST_STRETCH ? 1 : stretch;
  }

  /** The entry's two numbers, which stand elsewhere. */
  private static double ratio(ImageInputStream stream) throws IOException {
    stream.skipBytes(6);
    stream.seek(stream.readUnsignedInt());
    return (double) stream.readUnsignedInt() / Math.max(1, stream.readUnsignedInt());
  }

  /** The entry's first value. */
  private static long value(ImageInputStream stream) throws IOException {
    int type = stream.readUnsignedShort();
    long count = stream.readUnsignedInt();
    boolean isShort = type == TYPE_SHORT;
    if (isShort && count > 2) {
      stream.seek(stream.readUnsignedInt());
    }
    return isShort ? stream.readUnsignedShort() : stream.readUnsignedInt();
  }
}
