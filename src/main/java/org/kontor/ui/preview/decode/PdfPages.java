package org.kontor.ui.preview.decode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;

/** A PDF; its pages are drawn when they are asked for. */
final class PdfPages implements PagedDocument {
  private static final int OPAQUE = 0xff000000;

  /** What unpacked parts may take in memory and, beyond that, on disk. */
  private static final long MEMORY = 16L << 20;

  private static final long STORAGE = 512L << 20;

  private final PdfBytes bytes;
  private final PDDocument document;

  private PdfPages(PdfBytes bytes, PDDocument document) {
    this.bytes = bytes;
    this.document = document;
  }

  /**
   * @param scratch folder for unpacked parts
   */
  static PdfPages open(Path file, Path scratch, StopSign stop) throws IOException {
    PdfBytes bytes = new PdfBytes(new RandomAccessReadBufferedFile(file));
    bytes.obey(stop);
    try {
      MemoryUsageSetting memory =
          MemoryUsageSetting.setupMixed(MEMORY, STORAGE).setTempDir(scratch.toFile());
      PDDocument document = Loader.loadPDF(bytes, memory.streamCache);
      if (document.getNumberOfPages() < 1) {
        document.close();
        throw new IOException("no pages");
      }
      return new PdfPages(bytes, document);
    } catch (IOException | RuntimeException unusable) {
      bytes.close();
      throw unusable;
    }
  }

  @Override
  public int pageCount() {
    return document.getNumberOfPages();
  }

  @Override
  public RenderedPage page(int index, PageFit fit, StopSign stop) throws IOException {
    bytes.obey(stop);
    var page = document.getPage(index);
    PDRectangle box = page.getCropBox();
    boolean lying = page.getRotation() % 180 != 0;
    double width = Math.max(1, lying ? box.getHeight() : box.getWidth());
    double height = Math.max(1, lying ? box.getWidth() : box.getHeight());
    double shape = fit.isSideways() ? width / height : height / width;
    int across = fit.pixelsAcross(Double.MAX_VALUE, shape);
    // The renderer rounds down; the small part more makes it hit the width exactly.
    float scale = (float) ((across + 0.01) / (fit.isSideways() ? height : width));
    PdfDrawing drawing = new PdfDrawing(document, stop);
    BufferedImage image = drawing.renderImage(index, scale, ImageType.RGB);
    Pixels pixels = Orientation.turned(pixels(image), fit.quarterTurns());
    return new RenderedPage(
        pixels, Double.MAX_VALUE, drawing.isIncomplete(), index, fit.quarterTurns());
  }

  @Override
  public PageText text(int index, StopSign stop) throws IOException {
    bytes.obey(stop);
    return PdfText.of(document.getPage(index), stop);
  }

  private static Pixels pixels(BufferedImage image) {
    int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < argb.length; i++) {
      argb[i] |= OPAQUE;
    }
    return new Pixels(image.getWidth(), image.getHeight(), argb);
  }

  @Override
  public void close() throws IOException {
    document.close();
    bytes.close();
  }
}
