package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws one page, looks at the stop sign with every step, and leaves out pictures too large. */
final class PdfDrawing extends PDFRenderer {
  /** Pixels of one picture inside a page. */
  private static final long MOST_PIXELS = 200_000_000;

  private final StopSign stop;
  private boolean incomplete;

  PdfDrawing(PDDocument document, StopSign stop) {
    super(document);
    this.stop = stop;
    setSubsamplingAllowed(true);
  }

  /** Whether something on the page could not be drawn. */
  boolean isIncomplete() {
    return incomplete;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters);
  }

  private final class Drawer extends PageDrawer {
    Drawer(PageDrawerParameters parameters) throws IOException {
      super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      stop.checkWithMemory();
      super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      stop.checkWithMemory();
      if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
        incomplete = true;
        return;
      }
      super.drawImage(image);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException reason)
        throws IOException {
      // Goes on without the picture, or ends the page by throwing.
      super.operatorException(operator, operands, reason);
      if (reason instanceof MissingImageReaderException
          || operator.getName().equals(OperatorName.DRAW_OBJECT)) {
        incomplete = true;
      }
    }
  }
}
