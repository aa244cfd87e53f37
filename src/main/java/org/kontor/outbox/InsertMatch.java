package org.kontor.outbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.TypeId;

/**
 * Whether an object is what an insert, or the insert of a reference, would have made, as far as its
 * description tells.
 */
final class InsertMatch {

  /** Lower-case hex SHA-256 of one of the insert's files, or of a file the server holds. */
  @FunctionalInterface
  interface Digest {
    /**
     * @param index which file, from 0
     * @return empty when the file is no longer what it was
     */
    Optional<String> of(int index) throws DmsException, InterruptedException;
  }

  private InsertMatch() {}

  /** What differs although the content may be the same; empty when nothing does. */
  static Optional<String> difference(Operation.NewObject made, DmsObject object) {
    if (!made.namedType().equals(typeOf(object))) {
      return Optional.of("type");
    }
    return FieldMatch.difference(made.fields(), object.fields());
  }

  /**
   * Whether number and lengths of the files agree; an empty file may be held as none. A reference
   * has none of its own.
   */
  static boolean sameLengths(Operation.NewObject made, DmsObject object) {
    if (made instanceof Operation.InsertReference) {
      return true;
    }
    List<Long> sent = made.files().stream().map(SourceFile::length).toList();
    List<Long> held = contents(object).stream().map(ContentInfo::length).toList();
    return sent.equals(held) || (held.isEmpty() && sent.stream().allMatch(length -> length == 0));
  }

  /** Whether the digests that the server tells agree; where it tells none, yes. */
  static boolean sameToldDigests(Operation.NewObject made, DmsObject object, Digest local)
      throws DmsException, InterruptedException {
    List<ContentInfo> held = contents(object);
    for (int i = 0; i < held.size() && i < made.files().size(); i++) {
      Optional<String> told = held.get(i).sha256().map(hash -> hash.toLowerCase(Locale.ROOT));
      if (told.isPresent() && local.of(i).filter(hash -> !told.get().equals(hash)).isPresent()) {
        return false;
      }
    }
    return true;
  }

  static Optional<TypeId> typeOf(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container -> Optional.of(container.type());
      case DmsObject.Document document -> document.type();
    };
  }

  static List<ContentInfo> contents(DmsObject object) {
    return object instanceof DmsObject.Document document ? document.contents() : List.of();
  }
}
