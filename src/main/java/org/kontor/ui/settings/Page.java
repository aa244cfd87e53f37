package org.kontor.ui.settings;

import java.util.List;

/** A page of the settings, with the lines that can be found on it. */
enum Page {
  SERVERS,
  CERTIFICATES,
  APPEARANCE,
  KEYS,
  AMOUNTS;

  List<Line> lines() {
    return switch (this) {
      case SERVERS ->
          List.of(
              Line.SERVER_LIST,
              Line.SERVER_FIELDS,
              Line.SERVER_DIALECT,
              Line.SERVER_COLOUR,
              Line.SERVER_FILES);
      case CERTIFICATES -> List.of(Line.TRUSTED, Line.KEYRING);
      case APPEARANCE -> List.of(Line.THEME, Line.TEXT_SIZE, Line.LANGUAGE);
      case KEYS -> List.of();
      case AMOUNTS -> List.of(Line.PARALLEL, Line.PREVIEW, Line.COPIES);
    };
  }

  /** One thing that can be set or seen. */
  enum Line {
    SERVER_LIST,
    SERVER_FIELDS,
    SERVER_DIALECT,
    SERVER_COLOUR,
    SERVER_FILES,
    TRUSTED,
    KEYRING,
    THEME,
    TEXT_SIZE,
    LANGUAGE,
    PARALLEL,
    PREVIEW,
    COPIES
  }
}
