package org.kontor.local.definition;

/** The data types of fields; the names are those of {@code flags.datatype} in the definition. */
public enum DataType {
  TEXT,
  INTEGER,
  DECIMAL,
  DATE,
  DATETIME,
  BOOLEAN,
  TABLE
}
