package org.kontor.ui.form;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.Locale;
import org.kontor.model.Catalog;
import org.kontor.model.FieldType;
import org.kontor.ui.common.Messages;

/** The writings of one language. Keeps the catalogs it has prepared: they can be large. */
final class FieldWritings {
  private final Messages texts;
  private final Locale locale;
  private final Clock clock;
  private final IdentityHashMap<Catalog, CatalogIndex> catalogs = new IdentityHashMap<>();

  FieldWritings(Messages texts, Clock clock) {
    this.texts = texts;
    this.locale = texts.locale();
    this.clock = clock;
  }

  FieldWriting of(FieldType type) {
    return switch (type) {
      case FieldType.Text _, FieldType.Table _ -> FieldWriting.PLAIN;
      case FieldType.WholeNumber() -> NumberWriting.whole(locale);
      case FieldType.Decimal() -> NumberWriting.decimal(locale);
      case FieldType.Date() -> dates();
      case FieldType.DateTime() ->
          new DateTimeWriting(dates(), clock, texts.get("now.letter"), texts.get("now.word"));
      case FieldType.YesNo() -> new YesNoWriting(texts.get("yes"), texts.get("no"));
      case FieldType.Choice(Catalog catalog, boolean _) -> catalog(catalog);
    };
  }

  DateWriting dates() {
    return new DateWriting(locale, clock, texts.get("today.letter"), texts.get("today.word"));
  }

  CatalogIndex catalog(Catalog catalog) {
    return catalogs.computeIfAbsent(catalog, wanted -> new CatalogIndex(wanted, locale));
  }
}
