package org.kontor.local.query;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The system fields that a statement may name (reference 2.9), as SQL over the object {@code o} and
 * one of its places {@code p}.
 */
public enum SystemColumn {
  OBJECT_ID("objectId", "o.id", Form.NUMBER),
  OBJECT_TYPE_ID("objectTypeId", "o.type", Form.TYPE),
  BASE_TYPE_ID(
      "baseTypeId",
      "CASE WHEN o.type >= 0 AND o.type < 65536 THEN 'FOLDER'"
          + " WHEN o.type >> 16 = 99 THEN 'REGISTER' ELSE 'DOCUMENT' END",
      Form.TEXT),
  CREATED_BY("createdBy", "(SELECT name FROM account WHERE id = o.creator)", Form.TEXT),
  CREATION_DATE("creationDate", "o.created", Form.MOMENT),
  LAST_MODIFIED_BY("lastModifiedBy", "(SELECT name FROM account WHERE id = o.modifier)", Form.TEXT),
  LAST_MODIFICATION_DATE("lastModificationDate", "o.modified", Form.MOMENT),
  MAIN_TYPE("mainType", "o.main_type", Form.NUMBER),
  PARENT_ID("parentId", "p.parent", Form.NUMBER),
  SDSTA_ID("SDSTA_ID", "p.folder", Form.NUMBER),
  SDREG_ID("SDREG_ID", "p.register", Form.NUMBER),
  REG_STAID("REG_STAID", "p.folder", Form.NUMBER),
  REG_PARID("REG_PARID", "p.register", Form.NUMBER),
  FOLDERID("FOLDERID", "p.folder", Form.NUMBER),
  REGISTERID("REGISTERID", "p.register", Form.NUMBER),
  STAMM_ID("STAMM_ID", "o.id", Form.NUMBER),
  REG_ID("REG_ID", "o.id", Form.NUMBER),
  SERVER_OBJECT_ID("OBJECT_ID", "o.id", Form.NUMBER),
  SERVER_MAIN("OBJECT_MAIN", "o.main_type", Form.NUMBER),
  SERVER_CREATOR("OBJECT_CRID", "(SELECT name FROM account WHERE id = o.creator)", Form.TEXT),
  SERVER_CREATED("OBJECT_CRDATE", "o.created", Form.MOMENT),
  SERVER_MODIFIER(
      "OBJECT_MODIFYUSER", "(SELECT name FROM account WHERE id = o.modifier)", Form.TEXT),
  SERVER_MODIFIED("OBJECT_MODIFYTIME", "o.modified", Form.MOMENT),
  FOREIGN_ID("OBJECT_FOREIGNID", "o.source", Form.NUMBER),
  SYSTEM_ID("OBJECT_SYSTEMID", "CASE WHEN o.source IS NULL THEN NULL ELSE '0' END", Form.TEXT),
  LOCKED_BY("versionSeriesLockedBy", "o.locker", Form.NUMBER),
  SERVER_LOCK_USER("OBJECT_LOCKUSER", "coalesce(o.locker, 0)", Form.NUMBER),
  RETENTION_PLANNED("OBJECT_RETENTION_PLANNED", "o.retention", Form.TEXT),
  RETENTION(
      "OBJECT_RETENTION", "CASE WHEN o.archived IS NULL THEN NULL ELSE o.retention END", Form.TEXT),
  ARCHIVED("OBJECT_AVDATE", "o.archived", Form.MOMENT),
  ARCHIVER("OBJECT_AVID", "(SELECT name FROM account WHERE id = o.archiver)", Form.TEXT),
  FLAGS(
      "OBJECT_FLAGS",
      "CASE WHEN o.type >= 0 AND o.type < 65536 OR o.type >> 16 = 99 THEN NULL"
          + " WHEN o.archived IS NOT NULL THEN 0 WHEN o.archivable THEN 1 ELSE 2 END",
      Form.NUMBER),
  LINKS(
      "OBJECT_LINKS",
      "(SELECT max(count(*) - 1, 0) FROM place WHERE place.object = o.id)",
      Form.NUMBER),
  COUNT(
      "OBJECT_COUNT",
      "(SELECT count(*) FROM content WHERE content.object = coalesce(o.source, o.id))",
      Form.NUMBER),
  PAGE_COUNT(
      "OBJECT_DOCPAGECOUNT",
      "(SELECT count(*) FROM content WHERE content.object = coalesce(o.source, o.id))",
      Form.NUMBER),
  FILE_SIZE(
      "OBJECT_FILESIZE",
      "(SELECT sum(length) FROM content WHERE content.object = coalesce(o.source, o.id))",
      Form.NUMBER),
  CONTENT_LENGTH(
      "contentStreamLength",
      "(SELECT sum(length) FROM content WHERE content.object = coalesce(o.source, o.id))",
      Form.NUMBER),
  CONTENT_FILE_NAME(
      "contentStreamFileName",
      "(SELECT position || '.' || extension FROM content"
          + " WHERE content.object = coalesce(o.source, o.id) AND content.position = 1)",
      Form.TEXT),
  CO("OBJECT_CO", "(o.type & 65535)", Form.NUMBER),
  TIME("OBJECT_TIME", "o.modified", Form.MOMENT),
  STAMM_TIME("STAMM_TIME", "o.modified", Form.MOMENT),
  DELETED("OBJECT_DELETED", "(o.state = 3)", Form.NUMBER),
  SDOBJ_ID("SDOBJ_ID", "o.id", Form.NUMBER),
  SDOBJTYPE("SDOBJTYPE", "o.type", Form.NUMBER),
  SDTIME("SDTIME", "p.created", Form.MOMENT),
  SDREG_TYPE("SDREG_TYPE", "(SELECT type FROM object r WHERE r.id = p.register)", Form.NUMBER),
  FOLDERTYPE("FOLDERTYPE", "(SELECT type FROM object r WHERE r.id = p.folder)", Form.NUMBER),
  REGISTERTYPE("REGISTERTYPE", "(SELECT type FROM object r WHERE r.id = p.register)", Form.NUMBER),
  CONTENT_MIME_TYPE(
      "contentStreamMimeType",
      "(SELECT mime FROM content WHERE content.object = coalesce(o.source, o.id)"
          + " AND content.position = 1)",
      Form.TEXT);

  private static final String PREFIX = "system:";
  private static final Map<String, SystemColumn> BY_NAME =
      Stream.of(values())
          .collect(Collectors.toMap(it -> it.publicName.toLowerCase(Locale.ROOT), it -> it));

  /** What values look like outside. */
  public enum Form {
    NUMBER,
    TEXT,
    MOMENT,
    TYPE
  }

  private final String publicName;
  private final String sql;
  private final Form form;

  SystemColumn(String name, String sql, Form form) {
    this.publicName = PREFIX + name;
    this.sql = sql;
    this.form = form;
  }

  /** The system field of a name with its prefix {@code system:}. */
  public static Optional<SystemColumn> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  static boolean isSystemName(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  /** What its values look like. */
  public Form form() {
    return form;
  }

  String sql() {
    return sql;
  }

  /** Whether it tells about one place of the object, of which there may be several. */
  boolean ofPlace() {
    return sql.startsWith("p.") || sql.contains(" p.");
  }

  /** Whether 0 stands for "none". */
  boolean zeroIsNone() {
    return this == SDREG_ID || this == REG_PARID || this == REGISTERID;
  }
}
