package org.kontor.enaio;

/** Names of the protocol (reference 2.9, 3.1, 3.8). */
final class Wire {
  static final String OBJECTS = "objects";
  static final String PROPERTIES = "properties";
  static final String VALUE = "value";
  static final String COLUMN_NAMES = "columnNames";
  static final String LOCAL_NAME = "localName";
  static final String CONTENT_STREAMS = "contentStreams";

  static final String SYSTEM = "system:";
  static final String ID = "system:objectId";
  static final String TYPE = "system:objectTypeId";
  static final String BASE_TYPE = "system:baseTypeId";
  static final String MAIN_TYPE = "system:mainType";
  static final String PARENT = "system:parentId";
  static final String PARENT_TYPE = "system:parentObjectTypeId";
  static final String CREATED_BY = "system:createdBy";
  static final String CREATED = "system:creationDate";
  static final String MODIFIED_BY = "system:lastModifiedBy";
  static final String MODIFIED = "system:lastModificationDate";
  static final String FROM_FOLDER = "system:FOLDERID";
  static final String FROM_REGISTER = "system:REGISTERID";
  static final String LOCKED_BY = "system:versionSeriesLockedBy";
  static final String LOCK_USER = "system:OBJECT_LOCKUSER";
  static final String SOURCE = "system:OBJECT_FOREIGNID";
  static final String PLANNED_RETENTION = "system:OBJECT_RETENTION_PLANNED";
  static final String RETENTION = "system:OBJECT_RETENTION";
  static final String ARCHIVED = "system:OBJECT_AVDATE";
  static final String VERSION_NUMBER = "system:versionNumber";
  static final String ALLOWED_CHILDREN = "allowedChildObjectTypeIds";

  static final String ORIGINAL_SYSTEM = "system:OBJECT_SYSTEMID";

  static final String TRAY = "system:tray";
  static final String TYPELESS = "system:typeless";
  static final String CURRENT = "CURRENT";
  static final String OPTIONS = "options";
  static final String LINK_DOCUMENT = "LINKDOCUMENT";
  static final String ARCHIVABLE = "ARCHIVABLE";
  static final String REPLACE_FILES = "REPLACEFILES";

  private Wire() {}
}
