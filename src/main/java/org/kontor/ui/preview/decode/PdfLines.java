package org.kontor.ui.preview.decode;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Makes words and lines of characters that follow one another on a page, whichever way they run:
 * also on a page that lies on its side. PDFBox's own way looks at the page's upper edge only.
 */
final class PdfLines {
  /** How far letters reach above and below their line, in parts of PDFBox's height of the font. */
  private static final float ABOVE = 1.3f;

  private static final float BELOW = 0.4f;

  /** What is moved further from its line than this begins another; in parts of the same height. */
  private static final double SAME_LINE = 0.8;

  /** What stands back further than this begins another line, likewise. */
  private static final double BACK = 0.8;

  /** Part of the width of a blank that separates words. */
  private static final double GAP = 0.5;

  private final PDRectangle box;
  private final int rotation;
  private final PageText.Builder text;
  private final List<TextPosition> word = new ArrayList<>();
  private @Nullable TextPosition last;

  /**
   * @param most characters that are kept
   */
  PdfLines(PDPage page, int most) {
    box = page.getCropBox();
    rotation = page.getRotation();
    text = new PageText.Builder(most);
  }

  /** The next character as the page writes it. */
  void add(TextPosition character) {
    TextPosition before = last;
    if (before != null) {
      separate(before, character);
    }
    word.add(character);
    last = character;
  }

  /**
   * @param complete whether the page could be read
   */
  PageText text(boolean complete) {
    endWord();
    if (!complete) {
      text.miss();
    }
    return text.build();
  }

  private void separate(TextPosition before, TextPosition next) {
    Matrix from = before.getTextMatrix();
    Matrix to = next.getTextMatrix();
    double alongX = before.getEndX() - from.getTranslateX();
    double alongY = before.getEndY() - from.getTranslateY();
    double length = Math.hypot(alongX, alongY);
    double upLength = Math.hypot(from.getValue(1, 0), from.getValue(1, 1));
    if (length == 0 || upLength == 0) {
      return;
    }
    double gapX = to.getTranslateX() - before.getEndX();
    double gapY = to.getTranslateY() - before.getEndY();
    double gap = (gapX * alongX + gapY * alongY) / length;
    double rise = (gapX * from.getValue(1, 0) + gapY * from.getValue(1, 1)) / upLength;
    double height = Math.max(before.getHeight(), next.getHeight());
    // Writing from right to left ends where the character before begins.
    double back = gap + length + next.getWidth();
    boolean leftwards = Math.abs(back) < BACK * height && isFromRight(next.getUnicode());
    if (Math.abs(rise) > SAME_LINE * height || (gap < -BACK * height && !leftwards)) {
      endWord();
      text.gap('\n');
    } else if (gap > GAP * before.getWidthOfSpace()) {
      endWord();
      text.gap(' ');
    }
  }

  private void endWord() {
    StringBuilder letters = new StringBuilder();
    word.forEach(character -> letters.append(character.getUnicode()));
    boolean turned = isFromRight(letters.toString()) && isWrittenFromLeft();
    for (TextPosition character : turned ? word.reversed() : word) {
      add(character.getUnicode(), character);
    }
    word.clear();
  }

  /** The letters of Hebrew or Arabic may come in the order of their places, too. */
  private boolean isWrittenFromLeft() {
    Matrix first = word.getFirst().getTextMatrix();
    Matrix end = word.getLast().getTextMatrix();
    float alongX = word.getFirst().getEndX() - first.getTranslateX();
    float alongY = word.getFirst().getEndY() - first.getTranslateY();
    float wayX = end.getTranslateX() - first.getTranslateX();
    float wayY = end.getTranslateY() - first.getTranslateY();
    return alongX * wayX + alongY * wayY > 0;
  }

  private static boolean isFromRight(String letters) {
    char[] characters = letters.toCharArray();
    return Bidi.requiresBidi(characters, 0, characters.length);
  }

  /** With the box around the four corners of the character, which may stand at any angle. */
  private void add(String letters, TextPosition character) {
    Matrix matrix = character.getTextMatrix();
    float x = matrix.getTranslateX();
    float y = matrix.getTranslateY();
    float alongX = character.getEndX() - x;
    float alongY = character.getEndY() - y;
    float upX = matrix.getValue(1, 0);
    float upY = matrix.getValue(1, 1);
    float height = character.getHeight() / (float) Math.hypot(upX, upY);
    upX *= height;
    upY *= height;
    float left = x + Math.min(0, alongX) + Math.min(-BELOW * upX, ABOVE * upX);
    float right = x + Math.max(0, alongX) + Math.max(-BELOW * upX, ABOVE * upX);
    float lower = y + Math.min(0, alongY) + Math.min(-BELOW * upY, ABOVE * upY);
    float upper = y + Math.max(0, alongY) + Math.max(-BELOW * upY, ABOVE * upY);
    add(
        letters,
        left / box.getWidth(),
        right / box.getWidth(),
        lower / box.getHeight(),
        upper / box.getHeight());
  }

  /** From the crop box before the page's own rotation to the page as it is shown. */
  private void add(String letters, float left, float right, float lower, float upper) {
    switch (rotation) {
      case 90 -> text.add(letters, lower, left, upper, right);
      case 180 -> text.add(letters, 1 - right, lower, 1 - left, upper);
      case 270 -> text.add(letters, 1 - upper, 1 - right, 1 - lower, 1 - left);
      default -> text.add(letters, left, 1 - upper, right, 1 - lower);
    }
  }
}
