package org.kontor.ui.form;

import java.util.Locale;
import java.util.Set;
import org.kontor.model.FieldProblem.Reason;

/** Yes and no as words or letters, in the cells of a table; alone they are a check box. */
final class YesNoWriting implements FieldWriting {
  private static final Set<String> YES = Set.of("1", "j", "ja", "y", "yes", "x", "true");
  private static final Set<String> NO = Set.of("0", "n", "nein", "no", "false");

  private final String yes;
  private final String no;

  /**
   * @param yes the word shown for yes
   * @param no the word shown for no
   */
  YesNoWriting(String yes, String no) {
    this.yes = yes;
    this.no = no;
  }

  @Override
  public Reading read(String input) {
    String word = input.strip().toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return new Reading.Understood("1");
    }
    return NO.contains(word)
        ? new Reading.Understood("0")
        : new Reading.NotUnderstood(Reason.NOT_YES_OR_NO);
  }

  @Override
  public String show(String value) {
    return switch (value) {
      case "1" -> yes;
      case "0" -> no;
      default -> value;
    };
  }
}
