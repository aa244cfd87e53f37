package org.kontor.local.enaio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;

/** Puts the pages of several TIFF files into one, each compressed as it was. */
final class MultiPageTiff {
  private static final String FORMAT = "tiff";

  private MultiPageTiff() {}

  /** Opens one of the files. */
  @FunctionalInterface
  interface Source {
    /** A fresh stream, closed by whoever opened it. */
    InputStream open() throws IOException;
  }

  /** Writes all pages in order, holding one of them in memory at a time. */
  static void write(List<Source> sources, Path target) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(FORMAT).next();
    try (FileImageOutputStream out = new FileImageOutputStream(target.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (Source source : sources) {
        try (InputStream in = source.open();
            ImageInputStream image = ImageIO.createImageInputStream(in)) {
          append(image, writer);
        }
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static void append(ImageInputStream image, ImageWriter writer) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
    if (!readers.hasNext()) {
      throw new IOException("not an image");
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(image);
      int pages = reader.getNumImages(true);
      for (int page = 0; page < pages; page++) {
        IIOImage whole = reader.readAll(page, null);
        whole.setThumbnails(null);
        writer.writeToSequence(whole, null);
      }
    } finally {
      reader.dispose();
    }
  }
}
