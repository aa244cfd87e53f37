package org.kontor.ui.checkout;

import java.nio.file.Path;
import java.util.Optional;
import org.kontor.model.ContentInfo;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.EntryId;

/**
 * A document's file on this computer, to be edited.
 *
 * @param folder its own
 * @param server key of the profile
 * @param title what the document is called
 * @param fileName in the folder
 * @param sha256 lower-case hex of the file as it was downloaded, or last sent
 * @param seen the server's file that it was made of
 * @param locked whether the document is checked out on the server for it
 * @param ending whether the check-out ends with the upload that is under way
 * @param sending the upload that is under way or met an obstacle
 * @param sent lower-case hex of what that upload carries
 */
record WorkingCopy(
    Path folder,
    String server,
    ObjectId object,
    TypeId type,
    String title,
    String fileName,
    String sha256,
    ContentInfo seen,
    boolean locked,
    boolean ending,
    Optional<EntryId> sending,
    Optional<String> sent) {

  Path file() {
    return folder.resolve(fileName);
  }

  /** It is on its way to the server. */
  WorkingCopy sending(EntryId entry, String digest, ContentInfo over, boolean end) {
    return with(sha256, over, end, Optional.of(entry), Optional.of(digest));
  }

  /** Nothing is under way for it any more. */
  WorkingCopy resting() {
    return with(sha256, seen, false, Optional.empty(), Optional.empty());
  }

  /** The server has this file now. */
  WorkingCopy basedOn(String digest, ContentInfo now) {
    return with(digest, now, false, Optional.empty(), Optional.empty());
  }

  private WorkingCopy with(
      String digest,
      ContentInfo file,
      boolean end,
      Optional<EntryId> entry,
      Optional<String> carried) {
    return new WorkingCopy(
        folder, server, object, type, title, fileName, digest, file, locked, end, entry, carried);
  }
}
