package org.kontor.local.store;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;

/**
 * One table per object type with one column per field, so that a search is plain SQL on typed and
 * indexed columns. Where values are not compared as they are kept (texts, decimals) a second column
 * holds what is compared.
 */
public final class TypeTables {
  private TypeTables() {}

  /** The quoted name of a type's table. */
  public static String table(ObjectType type) {
    return quoted("type_" + type.id());
  }

  /** The quoted name of the column that keeps a field's value. */
  public static String column(Field field) {
    return quoted("v:" + field.internal());
  }

  /** The quoted name of the column that a field is compared and ordered by. */
  public static String comparedColumn(Field field) {
    return separatelyCompared(field) ? quoted("c:" + field.internal()) : column(field);
  }

  static boolean separatelyCompared(Field field) {
    return field.type() == DataType.TEXT || field.type() == DataType.DECIMAL;
  }

  /** Creates what a definition needs and the database lacks. What it no longer needs stays. */
  static void prepare(Session session, Definition definition) {
    session.update("BEGIN IMMEDIATE");
    for (ObjectType type : definition.types()) {
      session.execute("CREATE TABLE IF NOT EXISTS " + table(type) + " (id INTEGER PRIMARY KEY)");
      Set<String> present = columns(session, type);
      for (Field field : type.fields()) {
        add(session, type, present, column(field));
        add(session, type, present, comparedColumn(field));
        if (indexed(field)) {
          session.execute(
              "CREATE INDEX IF NOT EXISTS "
                  + quoted("type_" + type.id() + ":" + field.internal())
                  + " ON "
                  + table(type)
                  + " ("
                  + comparedColumn(field)
                  + ")");
        }
      }
    }
    session.update("COMMIT");
  }

  private static boolean indexed(Field field) {
    return field.type() != DataType.TABLE && field.type() != DataType.BOOLEAN;
  }

  private static void add(Session session, ObjectType type, Set<String> present, String column) {
    if (present.add(column.toLowerCase(Locale.ROOT))) {
      session.execute("ALTER TABLE " + table(type) + " ADD COLUMN " + column);
    }
  }

  private static Set<String> columns(Session session, ObjectType type) {
    List<String> names =
        session.list(
            "SELECT name FROM pragma_table_info(?)", row -> row.getString(1), "type_" + type.id());
    Set<String> quoted = new HashSet<>();
    names.forEach(name -> quoted.add(quoted(name).toLowerCase(Locale.ROOT)));
    return quoted;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
