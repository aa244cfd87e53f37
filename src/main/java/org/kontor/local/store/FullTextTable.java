package org.kontor.local.store;

import java.util.List;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.ObjectType;

/**
 * The full-text index, and which objects are still to be put into it. Triggers note each object
 * whose index data or files change, in the transaction that changes them. The index holds no texts,
 * only where words occur, and can be thrown away: whatever is missing is made anew.
 */
public final class FullTextTable {
  /** The index, for statements that search it. */
  public static final String NAME = "fulltext";

  /** All values of the index data. */
  public static final String FIELDS = "fields";

  /** The same words, marked by their fields, and the mark of the type. */
  public static final String MARKED = "marked";

  /** The words of the files. */
  public static final String FILE = "file";

  private static final String NOTE = "REPLACE INTO fulltext_due (object) ";

  private final Session session;

  /** The index seen through one session. */
  public FullTextTable(Session session) {
    this.session = session;
  }

  /**
   * One object to be put into the index.
   *
   * @param change number of the change that made it due; a later change has another one
   */
  public record Due(long change, long object) {}

  static void prepare(Session session, Definition definition) {
    session.update("BEGIN IMMEDIATE");
    session.execute(
        "CREATE TABLE IF NOT EXISTS fulltext_due"
            + " (change INTEGER PRIMARY KEY AUTOINCREMENT, object INTEGER NOT NULL UNIQUE)");
    if (!session.any("SELECT 1 FROM sqlite_master WHERE name = ?", NAME)) {
      session.execute(
          "CREATE VIRTUAL TABLE fulltext USING fts5 (fields, marked, file, content='',"
              + " contentless_delete=1, tokenize='unicode61 remove_diacritics 2')");
      session.execute(NOTE + "SELECT id FROM object ORDER BY id");
    }
    trigger(session, "fulltext_object", "DELETE ON object", "VALUES (old.id)");
    trigger(session, "fulltext_content", "INSERT ON content", withReferences("new"));
    trigger(session, "fulltext_no_content", "DELETE ON content", withReferences("old"));
    for (ObjectType type : definition.types()) {
      String name = "fulltext_type_" + type.id();
      trigger(session, name, "INSERT ON " + TypeTables.table(type), "VALUES (new.id)");
    }
    session.update("COMMIT");
  }

  private static void trigger(Session session, String name, String event, String noted) {
    session.execute(
        "CREATE TRIGGER IF NOT EXISTS "
            + name
            + " AFTER "
            + event
            + " BEGIN "
            + NOTE
            + noted
            + "; END");
  }

  /** The object of a file, and the reference documents that show it. */
  private static String withReferences(String row) {
    return "SELECT "
        + row
        + ".object UNION SELECT id FROM object WHERE source = "
        + row
        + ".object";
  }

  /** Objects to be put into the index, the longest waiting first. */
  public List<Due> due(int most) {
    return session.list(
        "SELECT change, object FROM fulltext_due ORDER BY change LIMIT ?",
        row -> new Due(row.getLong(1), row.getLong(2)),
        most);
  }

  /** Puts an object into the index, or anew. */
  public void put(long object, String fields, String marked, String file) {
    remove(object);
    session.update(
        "INSERT INTO fulltext (rowid, fields, marked, file) VALUES (?, ?, ?, ?)",
        object,
        fields,
        marked,
        file);
  }

  /** Takes an object out of the index. */
  public void remove(long object) {
    session.update("DELETE FROM fulltext WHERE rowid = ?", object);
  }

  /** It is in the index, unless it changed again in the meantime. */
  public void done(Due due) {
    session.update("DELETE FROM fulltext_due WHERE change = ?", due.change());
  }
}
