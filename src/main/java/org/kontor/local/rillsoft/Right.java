package org.kontor.local.rillsoft;

/** What somebody may do in a client (reference 5.4). */
public enum Right {
  READ("documents.read"),
  CREATE("documents.create"),
  MODIFY("documents.modify"),
  DELETE("documents.delete"),
  RESTORE("documents.restore"),
  FOLDERS("dmsfolders.manage");

  private final String publicName;

  Right(String publicName) {
    this.publicName = publicName;
  }

  /** Its name in the reference. */
  String publicName() {
    return publicName;
  }
}
