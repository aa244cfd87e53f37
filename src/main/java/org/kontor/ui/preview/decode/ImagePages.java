package org.kontor.ui.preview.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** A picture file, or a TIFF with its pages. Only the first frame of a GIF is shown. */
final class ImagePages implements PagedDocument {
  /** What a picture may take when decoded whole: an A0 plan at 600 dpi in black and white. */
  private static final long MOST_BYTES = 256L << 20;

  /** Above this a picture is decoded coarser, by leaving out pixels. */
  private static final long COMFORTABLE_BYTES = 128L << 20;

  private static final int USUAL_BITS = 24;

  private final StoppableImageStream stream;
  private final ImageReader reader;
  private final FileKind kind;
  private final List<Long> directories;

  private ImagePages(
      StoppableImageStream stream, ImageReader reader, FileKind kind, List<Long> directories) {
    this.stream = stream;
    this.reader = reader;
    this.kind = kind;
    this.directories = directories;
  }

  static ImagePages open(Path file, FileKind kind, StopSign stop) throws IOException {
    StoppableImageStream stream = new StoppableImageStream(file);
    try {
      stream.obey(stop);
      List<Long> directories = kind == FileKind.TIFF ? TiffDirectory.offsets(stream) : List.of();
      ImageReader reader =
          ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT)).next();
      return new ImagePages(stream, reader, kind, directories);
    } catch (IOException | RuntimeException unusable) {
      stream.close();
      throw unusable;
    }
  }

  @Override
  public int pageCount() {
    return kind == FileKind.TIFF ? directories.size() : 1;
  }

  @Override
  public RenderedPage page(int index, PageFit fit, StopSign stop) throws IOException {
    stream.obey(stop);
    Storage storage = storage(index);
    boolean swapped = Orientation.isSideways(storage.orientation) ^ fit.isSideways();
    stream.seek(0);
    reader.removeAllIIOReadProgressListeners();
    reader.addIIOReadProgressListener(new AbortAtStop(stop));
    reader.setInput(stream, false, kind != FileKind.TIFF);
    int width = reader.getWidth(index);
    int height = reader.getHeight(index);
    double trueHeight = height * storage.stretch;
    double widest = swapped ? trueHeight : width;
    double shape = swapped ? width / trueHeight : trueHeight / width;
    // Nothing is enlarged here: neither across nor, where pixels are higher than wide, down.
    double finest = Math.min(1, 1 / storage.stretch);
    double scale = Math.min(fit.pixelsAcross(widest, shape) / widest, finest);
    int targetWidth = Math.clamp(Math.round(width * scale), 1, width);
    int targetHeight = Math.clamp(Math.round(trueHeight * scale), 1, height);
    int step = subsampling((long) width * height, storage.bits, scale);
    Pixels pixels = decode(index, step, targetWidth, targetHeight, stop);
    Pixels upright = Orientation.upright(pixels, storage.orientation);
    int turns = fit.quarterTurns();
    return new RenderedPage(Orientation.turned(upright, turns), widest, false, index, turns);
  }

  @Override
  public PageText text(int index, StopSign stop) {
    return PageText.NONE;
  }

  /** How a page is stored; see {@link TiffDirectory}. */
  private record Storage(int orientation, int bits, double stretch) {}

  private Storage storage(int index) throws IOException {
    return switch (kind) {
      case TIFF -> {
        TiffDirectory page = TiffDirectory.at(stream, directories.get(index));
        yield new Storage(page.orientation(), page.bits(), page.stretch());
      }
      case JPEG -> new Storage(JpegMarkers.of(stream).orientation(), USUAL_BITS, 1);
      default -> new Storage(1, USUAL_BITS, 1);
    };
  }

  /** How many pixels to go on for each that is decoded; refuses what is too much even so. */
  private static int subsampling(long pixels, int bits, double scale) {
    long bytes = Math.multiplyExact(pixels, bits) / 8;
    if (bytes > MOST_BYTES) {
      throw new PreviewException(PreviewException.Reason.TOO_DEMANDING);
    }
    int step = 1;
    while (bytes / ((long) step * step) > COMFORTABLE_BYTES && scale * (step + 1) <= 1) {
      step++;
    }
    return step;
  }

  private Pixels decode(int index, int step, int targetWidth, int targetHeight, StopSign stop)
      throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    try {
      BufferedImage image = reader.read(index, param);
      int width = image.getWidth();
      int height = image.getHeight();
      return Scaling.shrink(
          PixelRows.of(image),
          width,
          height,
          Math.min(targetWidth, width),
          Math.min(targetHeight, height),
          stop);
    } catch (IIOException unsupported) {
      if (kind != FileKind.JPEG) {
        throw unsupported;
      }
      return decodeInks(param, targetWidth, targetHeight, stop, unsupported);
    }
  }

  /** A JPEG in four inks, which the reader hands out as it is stored only. */
  private Pixels decodeInks(
      ImageReadParam param, int targetWidth, int targetHeight, StopSign stop, IIOException reason)
      throws IOException {
    int transform = JpegMarkers.of(stream).adobeTransform();
    stream.seek(0);
    reader.setInput(stream, false, true);
    Raster raster = reader.readRaster(0, param);
    if (raster.getNumBands() != 4) {
      throw reason;
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    return Scaling.shrink(
        PixelRows.ofInks(raster, transform),
        width,
        height,
        Math.min(targetWidth, width),
        Math.min(targetHeight, height),
        stop);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
