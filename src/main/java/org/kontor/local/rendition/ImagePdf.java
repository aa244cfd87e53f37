package org.kontor.local.rendition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Images as the pages of one PDF, each as large as A4 allows and upright as it is. */
public final class ImagePdf implements AutoCloseable {
  private static final int MOST_PAGES = 500;

  /** Larger pages are not decoded: 100 million pixels take 400 MB. */
  private static final long MOST_PIXELS = 100_000_000;

  private static final float MARGIN = 18;

  private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());

  /**
   * Adds the pages of an image file.
   *
   * @return whether it is an image that can be shown
   * @throws IOException when the file is damaged
   */
  public boolean add(InputStream in, String mimeType) throws IOException {
    if (!mimeType.startsWith("image/")) {
      return false;
    }
    if (mimeType.equals("image/jpeg")) {
      byte[] bytes = in.readAllBytes();
      page(JPEGFactory.createFromByteArray(document, bytes));
      return true;
    }
    try (ImageInputStream stream = ImageIO.createImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      return readers.hasNext() && pages(readers.next(), stream);
    }
  }

  private boolean pages(ImageReader reader, ImageInputStream stream) throws IOException {
    try {
      reader.setInput(stream);
      int pages = reader.getNumImages(true);
      for (int page = 0; page < pages; page++) {
        long pixels = (long) reader.getWidth(page) * reader.getHeight(page);
        if (pixels > MOST_PIXELS || document.getNumberOfPages() == MOST_PAGES) {
          return false;
        }
        BufferedImage image = reader.read(page);
        page(LosslessFactory.createFromImage(document, image));
      }
      return pages > 0;
    } finally {
      reader.dispose();
    }
  }

  private void page(PDImageXObject image) throws IOException {
    boolean wide = image.getWidth() > image.getHeight();
    float shorter = PDRectangle.A4.getWidth();
    float longer = PDRectangle.A4.getHeight();
    PDRectangle size = wide ? new PDRectangle(longer, shorter) : new PDRectangle(shorter, longer);
    PDPage page = new PDPage(size);
    document.addPage(page);
    float scale =
        Math.min(
            (size.getWidth() - 2 * MARGIN) / image.getWidth(),
            (size.getHeight() - 2 * MARGIN) / image.getHeight());
    float width = image.getWidth() * scale;
    float height = image.getHeight() * scale;
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawImage(
          image, (size.getWidth() - width) / 2, (size.getHeight() - height) / 2, width, height);
    }
  }

  /** The PDF; empty when it has no page. */
  public Optional<byte[]> finish() throws IOException {
    if (document.getNumberOfPages() == 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return Optional.of(bytes.toByteArray());
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
