package org.kontor.ui.bin;

import java.util.Locale;
import java.util.Optional;
import org.kontor.model.DmsObject;
import org.kontor.model.TypeId;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.Pending;

/**
 * Something that was deleted and can come back.
 *
 * @param changed when it was changed last, as a person reads it; empty where that is not known
 * @param by who changed it last; empty where that is not known
 * @param state what the outbox does with it; empty when nothing is under way
 */
record BinRow(
    DmsObject object,
    String title,
    String typeName,
    String changed,
    String by,
    Pending pending,
    String state) {

  Optional<TypeId> type() {
    return ObjectNames.typeOf(object);
  }

  /** The same, with what the outbox does with it. */
  BinRow with(Pending now, String said) {
    return new BinRow(object, title, typeName, changed, by, now, said);
  }

  /** In any case, letters of its title or of its type. */
  boolean matches(String lowerCase, Locale locale) {
    return title.toLowerCase(locale).contains(lowerCase)
        || typeName.toLowerCase(locale).contains(lowerCase)
        || by.toLowerCase(locale).contains(lowerCase);
  }
}
