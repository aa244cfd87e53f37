package org.kontor.local.definition;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.local.text.Message;

/**
 * Turns the texts of requests into the values that are kept, and back (reference 2.7, G32).
 *
 * <p>Kept are: texts as they are, integers and yes/no (0, 1) as {@link Long}, decimals as plain
 * text, dates as ISO text, date-times as {@link Long} milliseconds of the epoch. Table fields are
 * not read here.
 */
public final class FieldValues {
  private static final int DIGITS = 30;

  private FieldValues() {}

  /**
   * The value to keep for a text.
   *
   * @throws FieldValueException when the text is no value of the field's type, is too long or not
   *     in its catalog
   */
  public static Object read(Field field, String text) throws FieldValueException {
    Object value = parse(field, text);
    if (field.type() == DataType.TEXT) {
      checkLength(field, text);
    }
    if (field.catalog().isPresent()) {
      return catalogValue(field, field.catalog().get(), text);
    }
    return value;
  }

  /** The value to keep or to compare with, without the checks of length and catalog. */
  public static Object parse(Field field, String text) throws FieldValueException {
    return switch (field.type()) {
      case TEXT, TABLE -> text;
      case INTEGER -> integer(field, text);
      case DECIMAL -> decimal(field, text);
      case DATE -> date(field, text);
      case DATETIME -> dateTime(field, text);
      case BOOLEAN -> yesNo(field, text);
    };
  }

  /** The text of a kept value in answers. */
  public static String write(Field field, Object value) {
    return field.type() == DataType.DATETIME
        ? dateTime(((Number) value).longValue())
        : value.toString();
  }

  /** A moment in milliseconds of the epoch as ISO text with the offset of this computer. */
  public static String dateTime(long millis) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneId.systemDefault())
        .toString();
  }

  /** Milliseconds of the epoch; without an offset the time of this computer is meant (G41). */
  public static long dateTime(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException withoutOffset) {
      return LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    }
  }

  /**
   * What texts are compared and ordered by: without regard to case, and a letter with an accent
   * right after the letter itself.
   */
  public static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
  }

  /** What is compared instead of the kept value; null where the value itself is compared. */
  public static @Nullable Object comparable(Field field, Object value) {
    return switch (field.type()) {
      case TEXT -> comparable((String) value);
      case DECIMAL -> Double.valueOf(value.toString());
      default -> null;
    };
  }

  /** Shortens a text to the field's length (option TRUNCATEVALUES). */
  public static String truncate(Field field, String text) {
    boolean fits = field.length() == 0 || text.codePointCount(0, text.length()) <= field.length();
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, field.length()));
  }

  private static void checkLength(Field field, String text) throws FieldValueException {
    int length = text.codePointCount(0, text.length());
    if (field.length() > 0 && length > field.length()) {
      throw wrong("value.length", field, length, field.length());
    }
  }

  private static String catalogValue(Field field, Catalog catalog, String text)
      throws FieldValueException {
    List<String> entries = catalog.multiple() ? List.of(text.split("\\|", -1)) : List.of(text);
    Set<String> chosen = new LinkedHashSet<>();
    for (String entry : entries) {
      if (!catalog.values().contains(entry)) {
        throw wrong("value.catalog", field, entry);
      }
      chosen.add(entry);
    }
    return String.join("|", chosen);
  }

  private static Long integer(Field field, String text) throws FieldValueException {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException notNumeric) {
      throw wrong("value.integer", field, text);
    }
  }

  private static String decimal(Field field, String text) throws FieldValueException {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      if (Math.abs(number.scale()) <= DIGITS && number.precision() <= DIGITS) {
        return number.toPlainString();
      }
    } catch (NumberFormatException notNumeric) {
      // answered below, as for one with too many digits
    }
    throw wrong("value.decimal", field, text);
  }

  private static String date(Field field, String text) throws FieldValueException {
    try {
      return LocalDate.parse(text.strip()).toString();
    } catch (DateTimeException noDate) {
      throw wrong("value.date", field, text);
    }
  }

  private static Long dateTime(Field field, String text) throws FieldValueException {
    try {
      long millis = dateTime(text.strip());
      return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.MILLIS).toEpochMilli();
    } catch (DateTimeException | ArithmeticException noDate) {
      throw wrong("value.datetime", field, text);
    }
  }

  private static Long yesNo(Field field, String text) throws FieldValueException {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "1", "true" -> 1L;
      case "0", "false" -> 0L;
      default -> throw wrong("value.yesno", field, text);
    };
  }

  private static FieldValueException wrong(String key, Field field, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = field.names();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new FieldValueException(Message.of(key, all));
  }
}
