package org.kontor.ui.form;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kontor.model.Cabinet;
import org.kontor.model.Catalog;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.Schema;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;

/** The writings of one language. Keeps the catalogs it has prepared: they can be large. */
final class FieldWritings {
  /** Smaller catalogs are prepared when they are first shown. */
  private static final int LARGE = 2_000;

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

  /** Prepares the large catalogs of a definition in the background. */
  void prepare(Schema schema, BackgroundTasks tasks) {
    tasks.start(
        texts.get("task.catalogs"),
        (_, _) -> large(schema),
        outcome -> {
          if (outcome instanceof Outcome.Done<List<CatalogIndex>>(var prepared)) {
            prepared.forEach(index -> catalogs.putIfAbsent(index.catalog(), index));
          }
        });
  }

  private List<CatalogIndex> large(Schema schema) {
    return schema.cabinets().stream()
        .flatMap(Cabinet::types)
        .flatMap(type -> type.fields().stream())
        .map(FieldDefinition::type)
        .flatMap(FieldWritings::catalogsOf)
        .filter(catalog -> catalog.choices().skip(LARGE).findAny().isPresent())
        .map(catalog -> new CatalogIndex(catalog, locale))
        .toList();
  }

  private static Stream<Catalog> catalogsOf(FieldType type) {
    return switch (type) {
      case FieldType.Choice choice -> Stream.of(choice.catalog());
      case FieldType.Table table ->
          table.columns().stream().map(FieldDefinition::type).flatMap(FieldWritings::catalogsOf);
      default -> Stream.empty();
    };
  }

  DateWriting dates() {
    return new DateWriting(locale, clock, texts.get("today.letter"), texts.get("today.word"));
  }

  CatalogIndex catalog(Catalog catalog) {
    return catalogs.computeIfAbsent(catalog, wanted -> new CatalogIndex(wanted, locale));
  }
}
