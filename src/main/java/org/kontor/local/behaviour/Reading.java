package org.kontor.local.behaviour;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to read what the reference leaves open that differs from the one this server takes unless
 * told otherwise. The numbers are those of its chapter 7.
 */
public enum Reading {
  /** 1.4: everything lies below {@code /dms}. */
  PATH_DMS,
  /** G1: the tray is found by {@code system:parentId = 'system:tray'} alone. */
  TRAY_BY_PARENT,
  /** G1: the tray is found by {@code FROM system:tray} alone. */
  TRAY_BY_TABLE,
  /** G2: "in no register" is 0 and never NULL. */
  NO_REGISTER_IS_ZERO,
  /** G2: "in no register" is NULL and never 0. */
  NO_REGISTER_IS_NULL,
  /** G2: places are known as {@code system:FOLDERID} and {@code REGISTERID} alone. */
  PLACE_BY_PARENT_IDS,
  /** G2: {@code system:parentId} can be written but not searched, the tray apart. */
  PARENT_NOT_SEARCHABLE,
  /** G3: locked documents are found by {@code FROM system:locked} alone. */
  LOCKED_BY_TABLE,
  /** G3: locked documents are found by {@code system:versionSeriesLockedBy} alone. */
  LOCKED_BY_COLUMN,
  /** G6: a page has at most 50 hits, whatever was asked for. */
  SMALL_PAGES,
  /** G6: {@code totalNumItems} is a lower bound in every version. */
  TOTAL_LOWER_BOUND,
  /** G7: a list of one element is that element in {@code schema/native}. */
  SCHEMA_BARE_ELEMENTS,
  /** G7: other attribute names in {@code schema/native}, see {@code docs/local-server.md}. */
  SCHEMA_OTHER_NAMES,
  /** G7: there is no {@code schema/native}. */
  SCHEMA_PLAIN_ONLY,
  /** G8: the child types stand among the properties. */
  CHILDREN_IN_PROPERTIES,
  /** G8: the child types are named by their internal names. */
  CHILDREN_BY_NAME,
  /** G8: the child types are a list. */
  CHILDREN_AS_LIST,
  /** G14: an insert answers 201. */
  CREATED_201,
  /** G20: typeless objects have the type id 13107217. */
  TYPELESS_AS_NUMBER,
  /** G31: the rights are called {@code acl}. */
  RIGHTS_AS_ACL,
  /** G32: numbers and yes/no are JSON numbers and booleans. */
  VALUES_AS_JSON_TYPES,
  /** G33: the rows of tables are objects. */
  ROWS_AS_OBJECTS,
  /** G39: errors are plain text. */
  ERRORS_PLAIN,
  /** G39: errors are HTML pages. */
  ERRORS_HTML,
  /** G39: the family's error stands inside another one of the gateway. */
  ERRORS_NESTED,
  /** G48: {@code info/native} is empty. */
  INFO_EMPTY,
  /** G48: {@code info/native} does not tell the version of the service. */
  INFO_WITHOUT_VERSION,
  /** G50: {@code system:baseTypeId} in small letters. */
  BASE_TYPE_SMALL,
  /** G50: {@code system:baseTypeId} as yuuvis writes it, {@code system:document}. */
  BASE_TYPE_PREFIXED;

  /**
   * The reading of a name such as {@code tray-by-parent}, in any case, with {@code -} or {@code _}.
   */
  public static Optional<Reading> of(String name) {
    String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(it -> it.name().equals(constant)).findFirst();
  }

  /** Its name as the command line takes it. */
  public String publicName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
