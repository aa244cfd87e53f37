package org.kontor.local.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.local.text.Names;

/**
 * The values that a field is limited to.
 *
 * @param multiple whether a value may be several entries, joined with {@code |} (reference 2.7)
 * @param entries every selectable value, of all levels of a tree, and what it is called
 */
public record Catalog(boolean multiple, Map<String, Names> entries) {
  /** Keeps an own copy of the entries. */
  public Catalog {
    entries = Map.copyOf(entries);
  }

  /** Every selectable value. */
  public Set<String> values() {
    return entries.keySet();
  }

  /** A kept value in a language; what is no entry, or has no name in it, stays as it is. */
  public String in(Locale language, String value) {
    if (!multiple) {
      return name(language, value);
    }
    return Arrays.stream(value.split("\\|", -1))
        .map(it -> name(language, it))
        .collect(Collectors.joining("|"));
  }

  private String name(Locale language, String value) {
    Names names = entries.get(value);
    return names == null ? value : names.in(language);
  }
}
