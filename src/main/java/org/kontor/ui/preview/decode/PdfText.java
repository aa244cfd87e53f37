package org.kontor.ui.preview.decode;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads the text of one page in the order in which the page writes it, with filled-in fields and
 * notes, and where each character stands. Looks at the stop sign with every step.
 */
final class PdfText extends PDFTextStripper {
  /** Characters of one page; a page full of the smallest legible writing has a third of it. */
  static final int MOST = 100_000;

  private final StopSign stop;
  private final PdfLines lines;
  private int characters;
  private boolean complete = true;

  private PdfText(PDPage page, StopSign stop) {
    this.stop = stop;
    lines = new PdfLines(page, MOST);
    output = Writer.nullWriter();
    setShouldSeparateByBeads(false);
    // Bold by writing twice is one word.
    setSuppressDuplicateOverlappingText(true);
  }

  static PageText of(PDPage page, StopSign stop) throws IOException {
    PdfText reader = new PdfText(page, stop);
    try {
      // Pages are read from the first on: an empty one goes before, so that this one counts.
      PDPageTree before = new PDPageTree();
      before.add(new PDPage());
      reader.processPages(before);
      reader.processPage(page);
    } catch (PreviewException | CancellationException ended) {
      throw ended;
    } catch (IOException | RuntimeException damaged) {
      // What was read until then counts.
      reader.complete = false;
    }
    return reader.text();
  }

  private PageText text() {
    for (List<TextPosition> article : charactersByArticle) {
      for (TextPosition character : article) {
        stop.check();
        lines.add(character);
      }
    }
    return lines.text(complete);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    stop.checkWithMemory();
    super.processOperator(operator, operands);
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException reason)
      throws IOException {
    super.operatorException(operator, operands, reason);
    complete &= !operator.getName().equals(OperatorName.DRAW_OBJECT);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    stop.check();
    characters++;
    if (characters <= MOST) {
      super.processTextPosition(position);
    } else {
      complete = false;
    }
  }

  /** The page was read; what lies on it comes in addition. */
  @Override
  protected void writePage() throws IOException {
    for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
      stop.checkWithMemory();
      boolean shown = !annotation.isHidden() && !annotation.isNoView();
      if (shown && !(annotation instanceof PDAnnotationPopup)) {
        showAnnotation(annotation);
      }
    }
  }
}
