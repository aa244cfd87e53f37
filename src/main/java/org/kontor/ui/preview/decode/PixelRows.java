package org.kontor.ui.preview.decode;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;

/**
 * Reads a decoded picture row by row as opaque RGB; what is transparent gets white paper. The usual
 * layouts are read directly, because the general way takes fifty times as long.
 */
@FunctionalInterface
interface PixelRows {
  /** Fills the row's pixels, 0xRRGGBB, from the left. */
  void read(int y, int[] rgb);

  static PixelRows of(BufferedImage image) {
    Raster raster = image.getRaster();
    SampleModel samples = raster.getSampleModel();
    ColorModel colours = image.getColorModel();
    boolean plain =
        raster.getDataBuffer() instanceof DataBufferByte
            && raster.getDataBuffer().getOffset() == 0
            && raster.getSampleModelTranslateX() == 0
            && raster.getSampleModelTranslateY() == 0;
    if (plain && colours instanceof IndexColorModel palette && samples.getNumBands() == 1) {
      return palette(raster, palette);
    }
    if (plain && samples instanceof PixelInterleavedSampleModel interleaved) {
      int bands = interleaved.getNumBands();
      if (bands == 1 || bands == 3 || (bands == 4 && colours.hasAlpha())) {
        return interleaved(raster, interleaved, colours.isAlphaPremultiplied());
      }
    }
    int width = image.getWidth();
    return (y, rgb) -> {
      image.getRGB(0, y, width, 1, rgb, 0, width);
      for (int x = 0; x < width; x++) {
        rgb[x] = onWhite(rgb[x] >>> 24, rgb[x] >> 16 & 0xff, rgb[x] >> 8 & 0xff, rgb[x] & 0xff);
      }
    };
  }

  /** Four inks of a JPEG, read as Adobe's programs write them. */
  static PixelRows ofInks(Raster raster, int adobeTransform) {
    int width = raster.getWidth();
    int[] inks = new int[width * 4];
    return (y, rgb) -> {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, inks);
      for (int x = 0; x < width; x++) {
        rgb[x] = mixed(inks, x * 4, adobeTransform);
      }
    };
  }

  private static int mixed(int[] inks, int at, int adobeTransform) {
    int c = inks[at];
    int m = inks[at + 1];
    int y = inks[at + 2];
    int k = inks[at + 3];
    if (adobeTransform == 2) {
      int blue = m - 128;
      int red = y - 128;
      int light = c;
      c = 255 - Math.clamp(Math.round(light + 1.402f * red), 0, 255);
      m = 255 - Math.clamp(Math.round(light - 0.344136f * blue - 0.714136f * red), 0, 255);
      y = 255 - Math.clamp(Math.round(light + 1.772f * blue), 0, 255);
    }
    // With Adobe's marker 255 means no ink, without it full ink.
    boolean inverted = adobeTransform >= 0;
    int paper = inverted ? k : 255 - k;
    int red = (inverted ? c : 255 - c) * paper / 255;
    int green = (inverted ? m : 255 - m) * paper / 255;
    int blue = (inverted ? y : 255 - y) * paper / 255;
    return red << 16 | green << 8 | blue;
  }

  private static PixelRows palette(Raster raster, IndexColorModel palette) {
    int[] colours = new int[palette.getMapSize()];
    palette.getRGBs(colours);
    for (int i = 0; i < colours.length; i++) {
      int colour = colours[i];
      colours[i] = onWhite(colour >>> 24, colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
    }
    int width = raster.getWidth();
    byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
    if (raster.getSampleModel() instanceof MultiPixelPackedSampleModel packed
        && packed.getPixelBitStride() == 1
        && packed.getDataBitOffset() == 0
        && colours.length >= 2) {
      int stride = packed.getScanlineStride();
      return (y, rgb) -> {
        for (int x = 0; x < width; x++) {
          rgb[x] = colours[data[y * stride + (x >> 3)] >> (7 - (x & 7)) & 1];
        }
      };
    }
    int last = colours.length - 1;
    return (y, rgb) -> {
      raster.getSamples(0, y, width, 1, 0, rgb);
      for (int x = 0; x < width; x++) {
        rgb[x] = colours[Math.min(rgb[x], last)];
      }
    };
  }

  private static PixelRows interleaved(
      Raster raster, PixelInterleavedSampleModel samples, boolean premultiplied) {
    int width = raster.getWidth();
    byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
    int stride = samples.getScanlineStride();
    int step = samples.getPixelStride();
    int[] offsets = samples.getBandOffsets();
    boolean grey = offsets.length == 1;
    int red = offsets[0];
    int green = grey ? red : offsets[1];
    int blue = grey ? red : offsets[2];
    if (offsets.length < 4) {
      return (y, rgb) -> {
        int at = y * stride;
        for (int x = 0; x < width; x++, at += step) {
          rgb[x] =
              (data[at + red] & 0xff) << 16
                  | (data[at + green] & 0xff) << 8
                  | (data[at + blue] & 0xff);
        }
      };
    }
    int alpha = offsets[3];
    return (y, rgb) -> {
      int at = y * stride;
      for (int x = 0; x < width; x++, at += step) {
        int opacity = data[at + alpha] & 0xff;
        int scale = premultiplied && opacity > 0 ? opacity : 255;
        rgb[x] =
            onWhite(
                opacity,
                Math.min(255, (data[at + red] & 0xff) * 255 / scale),
                Math.min(255, (data[at + green] & 0xff) * 255 / scale),
                Math.min(255, (data[at + blue] & 0xff) * 255 / scale));
      }
    };
  }

  private static int onWhite(int alpha, int red, int green, int blue) {
    int white = 255 - alpha;
    int r = (red * alpha + 127) / 255 + white;
    int g = (green * alpha + 127) / 255 + white;
    int b = (blue * alpha + 127) / 255 + white;
    return r << 16 | g << 8 | b;
  }
}
