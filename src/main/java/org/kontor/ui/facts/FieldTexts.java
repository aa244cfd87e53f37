package org.kontor.ui.facts;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kontor.model.Catalog;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.ui.common.Messages;

/** Values of index data as a person reads them, in one line. Pure. */
final class FieldTexts {
  private final Locale locale;
  private final Messages messages;

  FieldTexts(Messages messages) {
    this.messages = messages;
    locale = messages.locale();
  }

  /** Empty where nothing stands. What cannot be understood is shown as the server wrote it. */
  String of(FieldType type, FieldValue value) {
    return switch (value) {
      case FieldValue.Empty _ -> "";
      case FieldValue.Single(String text) -> single(type, text);
      case FieldValue.Multiple(List<String> values) ->
          values.stream().map(text -> single(type, text)).collect(Collectors.joining(", "));
      case FieldValue.Table table ->
          table.rows().stream()
              .map(row -> row(type, table.columns(), row))
              .collect(Collectors.joining("; "));
    };
  }

  private String row(FieldType type, List<String> names, List<String> cells) {
    List<FieldDefinition> columns =
        type instanceof FieldType.Table table ? table.columns() : List.of();
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < cells.size(); at++) {
      String name = at < names.size() ? names.get(at) : "";
      FieldType cell =
          columns.stream()
              .filter(column -> column.name().equals(name))
              .map(FieldDefinition::type)
              .findFirst()
              .orElse(new FieldType.Text(0));
      String shown = single(cell, cells.get(at));
      if (!shown.isEmpty()) {
        text.append(text.isEmpty() ? "" : " · ").append(shown);
      }
    }
    return text.toString();
  }

  private String single(FieldType type, String text) {
    if (text.isBlank()) {
      return "";
    }
    return switch (type) {
      case FieldType.Choice choice -> label(choice.catalog(), text);
      case FieldType.YesNo _ -> messages.get(text.equals("1") ? "yes" : "no");
      case FieldType.Date _ -> day(text);
      case FieldType.DateTime _ -> moment(text);
      case FieldType.Decimal _ -> decimal(text);
      case FieldType.WholeNumber _, FieldType.Text _, FieldType.Table _ -> text;
    };
  }

  /** As in the form: grouped, and with the decimals that the server keeps. */
  private String decimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      NumberFormat format = NumberFormat.getNumberInstance(locale);
      format.setMinimumFractionDigits(number.scale());
      format.setMaximumFractionDigits(number.scale());
      return format.format(number);
    } catch (NumberFormatException _) {
      return text;
    }
  }

  private String label(Catalog catalog, String value) {
    return catalog.choice(value).map(entry -> entry.label().in(locale)).orElse(value);
  }

  private String day(String text) {
    try {
      return LocalDate.parse(text)
          .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    } catch (DateTimeParseException _) {
      return text;
    }
  }

  private String moment(String text) {
    try {
      return OffsetDateTime.parse(text)
          .atZoneSameInstant(ZoneId.systemDefault())
          .format(
              DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                  .withLocale(locale));
    } catch (DateTimeParseException _) {
      return text;
    }
  }
}
