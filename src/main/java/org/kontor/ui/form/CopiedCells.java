package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells as spreadsheets put them on the clipboard: lines of cells with tabs between them. A cell
 * that holds a tab, a line break or a quote stands in quotes, and quotes in it are doubled. Pure.
 */
final class CopiedCells {
  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private int at;

  private CopiedCells(String text) {
    this.text = text;
  }

  /** The cells of each line; line breaks in a cell become blanks. */
  static List<List<String>> of(String copied) {
    CopiedCells cells = new CopiedCells(copied.replace("\r\n", "\n").replace('\r', '\n'));
    return cells.read();
  }

  private List<List<String>> read() {
    while (at < text.length()) {
      row.add(cell().replace('\n', ' ').strip());
      boolean tab = at < text.length() && text.charAt(at) == '\t';
      at++;
      if (!tab) {
        endRow();
      } else if (at >= text.length()) {
        row.add("");
        endRow();
      }
    }
    return rows;
  }

  private void endRow() {
    rows.add(row);
    row = new ArrayList<>();
  }

  private String cell() {
    int closing = text.charAt(at) == '"' ? closingQuote() : -1;
    if (closing >= 0) {
      String inside = text.substring(at + 1, closing);
      at = closing + 1;
      return inside.replace("\"\"", "\"");
    }
    int from = at;
    while (at < text.length() && !endsCell(at)) {
      at++;
    }
    return text.substring(from, at);
  }

  /**
   * The quote that ends the cell that begins here; -1 when the quote at its beginning is only a
   * character: then nothing in the cell had to be quoted.
   */
  private int closingQuote() {
    boolean needed = false;
    for (int next = at + 1; next < text.length(); next++) {
      char now = text.charAt(next);
      if (now != '"') {
        needed |= now == '\t' || now == '\n';
      } else if (next + 1 < text.length() && text.charAt(next + 1) == '"') {
        needed = true;
        next++;
      } else {
        return needed && (next + 1 == text.length() || endsCell(next + 1)) ? next : -1;
      }
    }
    return -1;
  }

  private boolean endsCell(int index) {
    return text.charAt(index) == '\t' || text.charAt(index) == '\n';
  }
}
