package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * What stands in a JPEG's markers and the image reader does not tell.
 *
 * @param orientation 1 to 8, of the camera (Exif); 1 when it does not say
 * @param adobeTransform 0 to 2, or -1 without Adobe's marker: how four colours are to be read
 */
record JpegMarkers(int orientation, int adobeTransform) {
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int ORIENTATION_TAG = 0x112;
  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};

  static JpegMarkers of(ImageInputStream stream) throws IOException {
    int orientation = 1;
    int transform = -1;
    stream.seek(2);
    int marker = nextMarker(stream);
    while (marker >= 0 && marker != START_OF_SCAN) {
      int length = stream.readUnsignedShort() - 2;
      if (length < 0) {
        break;
      }
      long next = stream.getStreamPosition() + length;
      if (marker == APP1 || marker == APP14) {
        byte[] segment = new byte[length];
        stream.readFully(segment);
        orientation = startsWith(segment, EXIF) ? exifOrientation(segment) : orientation;
        transform = startsWith(segment, ADOBE) && length > 11 ? segment[11] : transform;
      }
      stream.seek(next);
      marker = nextMarker(stream);
    }
    return new JpegMarkers(orientation, transform);
  }

  private static int nextMarker(ImageInputStream stream) throws IOException {
    int value = stream.read();
    if (value != 0xFF) {
      return -1;
    }
    while (value == 0xFF) {
      value = stream.read();
    }
    return value;
  }

  private static boolean startsWith(byte[] segment, byte[] mark) {
    return segment.length >= mark.length
        && Arrays.equals(segment, 0, mark.length, mark, 0, mark.length);
  }

  private static int exifOrientation(byte[] segment) {
    try {
      ByteBuffer tiff = ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length).slice();
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = Short.toUnsignedInt(tiff.getShort(directory));
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + i * 12;
        if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
          return tiff.getShort(entry + 8);
        }
      }
    } catch (IndexOutOfBoundsException _) {
      return 1;
    }
    return 1;
  }
}
