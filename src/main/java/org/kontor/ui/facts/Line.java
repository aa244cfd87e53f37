package org.kontor.ui.facts;

import java.util.StringJoiner;
import org.kontor.dms.HistoryEntry;
import org.kontor.dms.ObjectVersion;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;

/** One thing over its details, as a person reads them. */
sealed interface Line {
  String name();

  String details();

  /** A former state. */
  record OfVersion(ObjectVersion version, String name, String details) implements Line {}

  /** Where it lies. */
  record OfPlace(Location.Container at, String name, String details) implements Line {}

  /** Another object that it is tied to. */
  record OfObject(ObjectId id, String name, String details) implements Line {}

  static OfPlace of(Location.Container at, Place place) {
    return new OfPlace(at, place.title(), String.join(" › ", place.path()));
  }

  /** Something that happened. */
  record OfHistory(String name, String details) implements Line {}

  /**
   * @param place among all states, from 1 for the oldest: the server's own names say nothing
   */
  static OfVersion of(ObjectVersion version, int place, Formats formats, Messages texts) {
    return new OfVersion(
        version,
        texts.get(version.content() ? "versions.content" : "versions.data", place),
        who(version.provenance(), formats, texts));
  }

  static OfHistory of(HistoryEntry entry, Formats formats, Messages texts) {
    String program = entry.description();
    StringJoiner who = new StringJoiner(" · ");
    entry.at().ifPresent(moment -> who.add(formats.moment(moment)));
    who.add(entry.by());
    if (entry.detail().isBlank()) {
      return new OfHistory(program.isBlank() ? texts.get("unknown") : program, who.toString());
    }
    if (!program.isBlank()) {
      who.add(program);
    }
    return new OfHistory(entry.detail(), who.toString());
  }

  /** Who changed it last, and when; else who made it. */
  private static String who(Provenance provenance, Formats formats, Messages texts) {
    StringJoiner said = new StringJoiner(" · ");
    provenance
        .modified()
        .or(provenance::created)
        .ifPresent(moment -> said.add(formats.moment(moment)));
    provenance.modifiedBy().or(provenance::createdBy).ifPresent(said::add);
    return said.length() == 0 ? texts.get("unknown") : said.toString();
  }
}
