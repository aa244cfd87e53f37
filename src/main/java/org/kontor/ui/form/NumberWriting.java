package org.kontor.ui.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kontor.model.FieldProblem.Reason;

/**
 * Numbers with the decimal separator of the language; thousands may be grouped by its grouping
 * separator, blanks or apostrophes. The number of decimals stays as typed. As copied from a bill, a
 * currency may stand before or behind, and the minus behind.
 */
final class NumberWriting implements FieldWriting {
  /** Spaces, thin and unbreakable ones too, and the apostrophes used in Switzerland. */
  private static final Pattern NEUTRAL_GROUPING = Pattern.compile("(?<=\\d)[\\h'\u2019](?=\\d{3})");

  private static final Pattern CURRENCY =
      Pattern.compile(
          "^(\\p{Sc}|[A-Z]{3}(?=[\\h\\d+-]))\\h*|\\h*(\\p{Sc}|(?<=[\\h\\d,.-])[A-Z]{3})$");

  private static final Pattern MINUS_BEHIND = Pattern.compile("^([\\d.,]+)\\h?-$");
  private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

  private final boolean whole;
  private final char decimal;
  private final char grouping;
  private final Pattern grouped;

  private NumberWriting(Locale locale, boolean whole) {
    this.whole = whole;
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    decimal = symbols.getDecimalSeparator();
    grouping = decimal == ',' ? '.' : ',';
    String separator = Pattern.quote(String.valueOf(grouping));
    String fraction = "(" + Pattern.quote(String.valueOf(decimal)) + "\\d*)?";
    grouped = Pattern.compile("[+-]?\\d{1,3}(" + separator + "\\d{3})+" + fraction);
  }

  static NumberWriting whole(Locale locale) {
    return new NumberWriting(locale, true);
  }

  static NumberWriting decimal(Locale locale) {
    return new NumberWriting(locale, false);
  }

  @Override
  public Reading read(String input) {
    String text = input.strip().replace('\u2212', '-');
    if (!whole) {
      text = CURRENCY.matcher(text).replaceFirst("");
    }
    text = NEUTRAL_GROUPING.matcher(text).replaceAll("");
    text = MINUS_BEHIND.matcher(text).replaceFirst("-$1");
    if (grouped.matcher(text).matches()) {
      text = text.replace(String.valueOf(grouping), "");
    }
    // "12.50" typed in a German form cannot be grouping: it was meant as a decimal.
    String neutral = text.replace(decimal, '.').replace(grouping, '.');
    if (whole && DIGITS.matcher(neutral).matches()) {
      return new Reading.Understood(new BigInteger(withoutPlus(neutral)).toString());
    }
    if (!whole && NUMBER.matcher(neutral).matches()) {
      return new Reading.Understood(new BigDecimal(withoutPlus(neutral)).toPlainString());
    }
    return new Reading.NotUnderstood(Reason.NOT_A_NUMBER);
  }

  private static String withoutPlus(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }

  @Override
  public String show(String value) {
    return whole ? value : value.replace('.', decimal);
  }

  /** Only decimals are grouped: whole numbers may be years, or numbers of accounts. */
  @Override
  public String present(String value) {
    if (whole || !NUMBER.matcher(value).matches()) {
      return show(value);
    }
    BigDecimal number = new BigDecimal(value);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setDecimalSeparator(decimal);
    symbols.setGroupingSeparator(grouping);
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(Math.max(0, number.scale()));
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }
}
