package org.kontor.local.definition;

/** What an object type makes: folder, register or document (reference 2.1, 2.2). */
public enum Kind {
  FOLDER,
  REGISTER,
  DOCUMENT;

  /** The kind that a main type stands for, as reference 2.2 lists them. */
  static Kind ofMainType(int mainType) {
    return switch (mainType) {
      case 0 -> FOLDER;
      case 99 -> REGISTER;
      default -> DOCUMENT;
    };
  }
}
