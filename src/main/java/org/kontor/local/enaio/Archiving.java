package org.kontor.local.enaio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.Archived;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.StoredObject;

/**
 * Retention, release for archiving, and archiving of documents (reference 3.1.12, 3.1.13). The
 * planned retention is in effect from the moment the document is archived; from then on it can only
 * become longer (G44).
 */
final class Archiving {
  private static final String RETENTION = "object_retention_planned";
  private static final String ARCHIVABLE = "ARCHIVABLE";

  private final Writing writing;

  Archiving(Writing writing) {
    this.writing = writing;
  }

  /** Whether an entry says anything about retention or archiving. */
  static boolean askedFor(Entry entry) {
    return entry.system().containsKey(RETENTION)
        || entry.options().containsKey(ARCHIVABLE)
        || entry.option("ARCHIVEIMMEDIATELY", false)
        || entry.option("ARCHIVEIMMEDIATELYOBJDEF", false);
  }

  /** Sets the planned retention date and the release for archiving. */
  void describe(StoredObject object, ObjectType type, Entry entry) throws Refusal {
    if (!askedFor(entry)) {
      return;
    }
    if (type.kind() != Kind.DOCUMENT) {
      throw Refusal.of("entry.documents", type.names());
    }
    if (object.inTray()) {
      throw Refusal.of("entry.tray.archive");
    }
    Optional<String> retention = entry.system().get(RETENTION);
    if (retention != null) {
      retain(object, retention.orElse(""));
    }
    Boolean archivable = entry.options().get(ARCHIVABLE);
    if (archivable != null) {
      if (object.archived().isPresent() && !archivable) {
        throw Refusal.of("archive.done", object.id());
      }
      writing.objects().archivable(object.id(), archivable);
    }
    writing.touch(object);
  }

  private void retain(StoredObject object, String text) throws Refusal {
    Optional<String> date = text.isEmpty() ? Optional.empty() : Optional.of(date(text));
    Optional<String> effective = object.archived().flatMap(it -> object.retention());
    if (effective.isPresent() && date.orElse("").compareTo(effective.get()) < 0) {
      throw Refusal.of("archive.earlier", effective.get());
    }
    writing.objects().retain(object.id(), date.orElse(null));
  }

  /** Dates are compared as texts, which is right for years of four digits. */
  private static String date(String text) throws Refusal {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1 && date.getYear() <= 9999) {
        return date.toString();
      }
    } catch (DateTimeException noDate) {
      // answered below, as for a year out of range
    }
    throw Refusal.of("entry.retention", text);
  }

  /** Archives at once when an entry asks for it. */
  void archive(StoredObject object, Entry entry) throws Refusal {
    if (!askedFor(entry)) {
      return;
    }
    Optional<ObjectType> type = writing.typeOf(object);
    boolean byType = type.filter(ObjectType::archivedAtOnce).isPresent();
    boolean wanted =
        entry.option("ARCHIVEIMMEDIATELY", false)
            || (entry.option("ARCHIVEIMMEDIATELYOBJDEF", false) && byType);
    StoredObject present = writing.again(object);
    if (!wanted || present.archived().isPresent()) {
      return;
    }
    if (!present.archivable()) {
      throw Refusal.of("archive.release");
    }
    long owner = present.source().orElse(present.id());
    if (new ContentTable(writing.session()).of(owner).isEmpty()) {
      throw Refusal.of("archive.empty");
    }
    writing.objects().archive(present.id(), new Archived(writing.now(), writing.caller().number()));
    writing.chronicle().note(present.id(), Action.ARCHIVED);
  }
}
