package org.kontor.ui.common;

import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;

/**
 * Finds rows by the letters that a person types one after another into a list; after a second
 * without any she begins anew.
 */
public final class TypingInList {
  private static final long PAUSE_MILLIS = 1_000;

  private final Locale locale;
  private final RowSelection selection;
  private final Search search;
  private final LongSupplier millis;
  private String typed = "";
  private long typedAt;

  /** Looks for a row. */
  @FunctionalInterface
  public interface Search {
    /**
     * @param from rows behind this one come first
     * @return the row, -1 when there is none
     */
    int find(int from, Predicate<String> fits);
  }

  public TypingInList(Locale locale, RowSelection selection, Search search) {
    this(locale, selection, search, System::currentTimeMillis);
  }

  TypingInList(Locale locale, RowSelection selection, Search search, LongSupplier millis) {
    this.locale = locale;
    this.selection = selection;
    this.search = search;
    this.millis = millis;
  }

  /** A key was typed into the list. */
  public void handle(KeyEvent event) {
    String letters = event.getCharacter();
    boolean speaks = letters.codePoints().anyMatch(Character::isLetterOrDigit);
    if (speaks && !event.isShortcutDown() && !event.isAltDown()) {
      typed(letters);
      event.consume();
    }
  }

  /** Selects the next row whose title begins with what was typed. */
  void typed(String letters) {
    long now = millis.getAsLong();
    boolean goesOn = !typed.isEmpty() && now - typedAt < PAUSE_MILLIS;
    typedAt = now;
    typed = goesOn ? typed + letters : letters;
    String wanted = typed.toLowerCase(locale);
    // A longer word may still fit the row that its beginning has found.
    int from = goesOn ? selection.lead() - 1 : selection.lead();
    int row = search.find(from, title -> title.toLowerCase(locale).startsWith(wanted));
    if (row >= 0) {
      selection.only(row);
    }
  }
}
