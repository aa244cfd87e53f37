package org.kontor.local.query;

import org.kontor.local.definition.Field;

/** A name of a statement, resolved. */
public sealed interface Column {
  /** A field of the type that is searched. */
  record OfField(Field field) implements Column {}

  /** How well a hit fits the full text that was asked for. */
  record Score() implements Column {}

  /** A fact about an event of the history. */
  record OfEvent(EventColumn column) implements Column {}

  /** A field that every object has. */
  record OfSystem(SystemColumn column) implements Column {}
}
