package org.kontor.enaio;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A point that the reference leaves open and that may differ between installations, with the ways
 * that are tried, likeliest first ({@code docs/profiles.md}). In statements and conditions, names
 * with {@code @} are parameters; {@code {type}}, {@code {columns}}, {@code {folder}}, {@code
 * {register}} and {@code {words}} are filled in.
 */
public enum Point {
  /** Where the API begins below the server's address (1.4). */
  API_PATH("apiPath", "/api/dms", "/dms", ""),
  /** Where the object definition is read (G7). */
  SCHEMA("schema", "schema/native", "schema"),
  /** How a type is called after FROM (3.8). */
  TYPE_NAME("typeName", "internalName", "id"),
  /** The order of listings, so that pages fit together (3.8). */
  ORDER(
      "order",
      "ORDER BY system:creationDate, system:objectId",
      "ORDER BY system:objectId",
      "ORDER BY system:creationDate",
      ""),
  /** Lists the tray (G1). */
  TRAY(
      "tray",
      "SELECT * FROM system:tray",
      "SELECT * FROM system:object WHERE system:parentId = 'system:tray'",
      "SELECT {columns} FROM {type} WHERE system:parentId = 'system:tray'"),
  /** The columns that tell a document's folder and register (G2). */
  DOCUMENT_PLACE(
      "documentPlace", "system:SDSTA_ID, system:SDREG_ID", "system:FOLDERID, system:REGISTERID"),
  /** The columns that tell a register's folder and the register around it (G2). */
  REGISTER_PLACE(
      "registerPlace",
      "system:REG_STAID, system:REG_PARID",
      "system:FOLDERID, system:PARENTREGID",
      "system:FOLDERID, system:REGISTERID"),
  /** Documents directly in a folder, not in one of its registers (3.8). */
  DOCUMENTS_IN_FOLDER("documentsInFolder", Shared.IN_FOLDER),
  /** Documents directly in a register (3.8). */
  DOCUMENTS_IN_REGISTER("documentsInRegister", Shared.IN_REGISTER),
  /** Registers directly in a folder (3.8). */
  REGISTERS_IN_FOLDER("registersInFolder", Shared.IN_FOLDER),
  /** Registers directly in a register (3.8). */
  REGISTERS_IN_REGISTER("registersInRegister", Shared.IN_REGISTER),
  /** One object; answered once for each place where it lies (3.8). */
  LOCATIONS(
      "locations", "system:objectId = @id", "system:SDOBJ_ID = @id", "system:OBJECT_ID = @id"),
  /** Full text (G5). */
  FULL_TEXT("fullText", "CONTAINS(@words)", "CONTAINS({words})"),
  /** Lists what is checked out (G3). */
  LOCKED(
      "locked",
      "SELECT {columns}, system:versionSeriesLockedBy FROM {type}"
          + " WHERE system:versionSeriesLockedBy IS NOT NULL",
      "SELECT {columns}, system:versionSeriesLockedBy FROM {type}"
          + " WHERE system:OBJECT_LOCKUSER <> 0",
      "SELECT * FROM system:locked"),
  /** Lists the recycle bin, asked for deleted objects only (3.6). */
  RECYCLE_BIN("recycleBin", "SELECT * FROM system:object", "SELECT {columns} FROM {type}"),
  /** Reference documents of an original (3.8). */
  REFERENCES("references", "system:OBJECT_FOREIGNID = @id"),
  /** Columns that tell lock, retention, source and archiving of a document (2.9). */
  FACTS(
      "facts",
      "system:versionSeriesLockedBy, system:OBJECT_FOREIGNID, system:OBJECT_RETENTION_PLANNED,"
          + " system:OBJECT_RETENTION, system:OBJECT_AVDATE",
      "system:versionSeriesLockedBy, system:OBJECT_FOREIGNID, system:OBJECT_RETENTION_PLANNED,"
          + " system:OBJECT_RETENTION",
      "system:versionSeriesLockedBy, system:OBJECT_FOREIGNID",
      "system:objectId"),
  /**
   * The internal name of the field that takes this program's tag of what it inserts; none unless a
   * profile names it. No question to the server: whose field it is, only people know.
   */
  TAG_FIELD("tagField", ""),
  /** The number of the first page of a history (3.10). */
  HISTORY_FIRST_PAGE("historyFirstPage", "1", "0");

  private final String key;

  /** One in each line. */
  private final String ways;

  Point(String key, String... ways) {
    this.key = key;
    this.ways = String.join("\n", ways);
  }

  /** What the same question looks like for documents and registers. */
  private static final class Shared {
    private static final String[] IN_FOLDER = {
      "{folder} = @parent AND {register} = 0",
      "{folder} = @parent AND {register} IS NULL",
      "{folder} = @parent AND {register} = ''",
      "system:parentId = @parent"
    };
    private static final String[] IN_REGISTER = {
      "{register} = @parent", "system:parentId = @parent"
    };
  }

  /** What it is called in a server's profile. */
  public String key() {
    return key;
  }

  /** What is tried, likeliest first. */
  public List<String> ways() {
    return List.of(ways.split("\n", -1));
  }

  /** The point of a profile's key. */
  public static Optional<Point> of(String key) {
    return Stream.of(values()).filter(point -> point.key.equals(key)).findFirst();
  }
}
