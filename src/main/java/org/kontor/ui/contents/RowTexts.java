package org.kontor.ui.contents;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectTitle;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.EntryTexts;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Sentences;

/** Makes rows of objects and outbox entries, in the person's language. */
final class RowTexts {
  private final Schema schema;
  private final Messages messages;
  private final Sentences sentences;
  private final EntryTexts entries;
  private final KnownFacts facts;
  private final Marks marks;

  RowTexts(Schema schema, KnownFacts facts, Locale locale) {
    this.schema = schema;
    this.facts = facts;
    marks = new Marks(locale);
    messages = Messages.of(RowTexts.class, locale);
    sentences = new Sentences(locale);
    entries = new EntryTexts(locale);
  }

  ContentsRow.Present present(Item item, Optional<Entry> about, Location place) {
    DmsObject object = item.object();
    OptionalLong bytes =
        object instanceof DmsObject.Document document && !document.contents().isEmpty()
            ? OptionalLong.of(document.contents().stream().mapToLong(ContentInfo::length).sum())
            : OptionalLong.empty();
    return new ContentsRow.Present(
        object,
        item.title(),
        type(object).map(this::typeName).orElse(""),
        object.provenance().created(),
        object.provenance().createdBy(),
        bytes,
        about.map(EntryTexts::pending).orElse(Pending.NONE),
        about.map(entry -> stateOfPresent(entry, place)).orElse(""),
        marks.of(facts.about(object)));
  }

  ContentsRow.Coming coming(Entry entry) {
    return new ContentsRow.Coming(
        entry.id(),
        entry.title(),
        entry.operation().namedType().map(this::typeName).orElse(""),
        entry.accepted(),
        EntryTexts.pending(entry),
        entries.state(entry));
  }

  ContentsRow failed(Exception cause) {
    return new ContentsRow.Failed(failure(cause));
  }

  String failure(Exception cause) {
    return sentences.of(cause).text();
  }

  /**
   * What an object is called: its index data, else the name it was dropped with, the server's, or
   * its number.
   */
  String title(DmsObject object, Optional<String> droppedAs) {
    String fields =
        type(object)
            .flatMap(schema::type)
            .map(type -> ObjectTitle.of(type, object.fields(), messages.locale()))
            .orElse("");
    return Optional.of(fields)
        .filter(text -> !text.isEmpty())
        .or(() -> droppedAs)
        .or(() -> fileName(object))
        .orElseGet(
            () ->
                object instanceof DmsObject.Container container
                    ? typeName(container.type()) + " " + container.id()
                    : messages.get("document", object.id().value()));
  }

  private static Optional<String> fileName(DmsObject object) {
    return object instanceof DmsObject.Document document
        ? document.contents().stream()
            .map(ContentInfo::fileName)
            .filter(name -> !name.isBlank())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<TypeId> type(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container -> Optional.of(container.type());
      case DmsObject.Document document -> document.type();
    };
  }

  private String stateOfPresent(Entry entry, Location place) {
    return ContainerOverlay.leaves(entry, place) ? entries.leaving(entry) : entries.state(entry);
  }

  private String typeName(TypeId type) {
    return schema.type(type).map(known -> known.name().in(messages.locale())).orElse(type.value());
  }
}
