package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.Catalog;
import org.kontor.model.FieldProblem.Reason;

/**
 * A catalog in one language, prepared for finding. A value is written by its label, or by its whole
 * path where another value has the same label.
 */
final class CatalogIndex implements FieldWriting {
  static final String STEP = " › ";

  /**
   * A value that may be chosen.
   *
   * @param above the labels of the entries above it, joined; empty at the top
   * @param key what it is found by, beginning with the label
   * @param labelLength of the label in the key
   */
  record Option(String value, String label, String above, String key, int labelLength) {
    String path() {
      return above.isEmpty() ? label : above + STEP + label;
    }
  }

  private final Catalog catalog;
  private final Locale locale;
  private final List<Option> options = new ArrayList<>();
  private final Map<String, Option> byValue = new HashMap<>();
  private final Map<String, Option> byWriting = new HashMap<>();
  private final Map<String, Integer> labelCounts = new HashMap<>();

  CatalogIndex(Catalog catalog, Locale locale) {
    this.catalog = catalog;
    this.locale = locale;
    catalog.entries().forEach(entry -> add(entry, ""));
    options.forEach(option -> byWriting.putIfAbsent(show(option), option));
  }

  private void add(Catalog.Entry entry, String above) {
    String label = entry.label().in(locale);
    if (catalog.kind() != Catalog.Shape.HIERARCHY || entry.children().isEmpty()) {
      String labelKey = TypeAhead.key(label);
      String key = above.isEmpty() ? labelKey : labelKey + " " + TypeAhead.key(above);
      Option option = new Option(entry.value(), label, above, key, labelKey.length());
      options.add(option);
      byValue.putIfAbsent(entry.value(), option);
      labelCounts.merge(label, 1, Integer::sum);
    }
    if (!entry.children().isEmpty()) {
      String path = above.isEmpty() ? label : above + STEP + label;
      entry.children().forEach(child -> add(child, path));
    }
  }

  Catalog catalog() {
    return catalog;
  }

  Locale locale() {
    return locale;
  }

  Optional<Option> option(String value) {
    return Optional.ofNullable(byValue.get(value));
  }

  List<Option> find(String typed, int limit) {
    return TypeAhead.best(typed, options, Option::key, limit);
  }

  @Override
  public Reading read(String input) {
    return meant(input.strip())
        .<Reading>map(option -> new Reading.Understood(option.value()))
        .orElseGet(() -> new Reading.NotUnderstood(Reason.NOT_IN_CATALOG));
  }

  /** An exact writing, else the only one that begins so. */
  private Optional<Option> meant(String input) {
    Option written = byWriting.getOrDefault(input, byValue.get(input));
    if (written != null) {
      return Optional.of(written);
    }
    String key = TypeAhead.key(input);
    List<Option> beginning =
        options.stream().filter(option -> option.key().startsWith(key)).toList();
    List<Option> whole =
        beginning.stream().filter(option -> option.labelLength() == key.length()).toList();
    if (whole.size() == 1) {
      return Optional.of(whole.getFirst());
    }
    return beginning.size() == 1 ? Optional.of(beginning.getFirst()) : Optional.empty();
  }

  String show(Option option) {
    return labelCounts.getOrDefault(option.label(), 0) > 1 ? option.path() : option.label();
  }

  @Override
  public String show(String value) {
    return option(value).map(this::show).orElse(value);
  }
}
