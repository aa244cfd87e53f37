package org.kontor.ui.tray;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.MainType;
import org.kontor.model.Provenance;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.EntryTexts;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;

/** Makes rows of documents and outbox entries, in the person's language. */
final class RowTexts {
  private final Schema schema;
  private final Messages messages;
  private final EntryTexts entries;
  private final Marks marks;

  RowTexts(Schema schema, Locale locale) {
    this.schema = schema;
    messages = Messages.of(RowTexts.class, locale);
    entries = new EntryTexts(locale);
    marks = new Marks(locale);
  }

  Listed listed(DmsObject.Document document, String name) {
    return new Listed(document, name, row(document, name, Optional.empty()));
  }

  /** The row of a document of which the outbox says more: a type being given, a failed filing. */
  TrayRow told(Listed listed, Entry entry) {
    return row(listed.document(), listed.name(), Optional.of(entry));
  }

  private TrayRow row(DmsObject.Document document, String name, Optional<Entry> told) {
    Optional<TypeId> type =
        told.filter(entry -> !entry.state().needsPerson())
            .flatMap(RowTexts::typeGiven)
            .or(document::type);
    List<ContentInfo> files = document.contents();
    return new TrayRow(
        new TrayRow.Key.OnServer(document.id()),
        name,
        document.provenance().created(),
        type.map(this::typeName),
        files.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(files.stream().mapToLong(ContentInfo::length).sum()),
        files.size() > 1 ? OptionalInt.of(files.size()) : OptionalInt.empty(),
        fileKind(document.mainType(), name),
        told.map(RowTexts::pending).orElse(Pending.NONE),
        told.map(this::state).orElse(""),
        marks.of(document.facts()),
        Optional.of(document));
  }

  /** A dropped file that is not on the server yet. */
  TrayRow dropped(TrayRow.Key key, Entry entry, Operation.Insert insert) {
    return new TrayRow(
        key,
        entry.title(),
        Optional.of(entry.accepted()),
        insert.type().map(this::typeName),
        OptionalLong.of(entry.totalBytes()),
        OptionalInt.empty(),
        fileKind(insert.mainType(), entry.title()),
        pending(entry),
        state(entry),
        List.of(),
        Optional.empty());
  }

  /** The document that an insert has become, as far as its receipt tells. */
  Listed stored(Operation.Insert insert, String name, Receipt receipt) {
    Provenance provenance =
        new Provenance(
            Optional.empty(), Optional.of(receipt.provedAt()), Optional.empty(), Optional.empty());
    return listed(
        new DmsObject.Document(
            receipt.object(),
            receipt.type(),
            insert.mainType(),
            insert.fields(),
            List.of(),
            provenance),
        name);
  }

  String name(DmsObject.Document document, Optional<String> droppedAs) {
    return droppedAs
        .or(
            () ->
                document.contents().stream()
                    .map(ContentInfo::fileName)
                    .filter(file -> !file.isBlank())
                    .findFirst())
        .orElseGet(() -> messages.get("document", document.id().value()));
  }

  private static Optional<TypeId> typeGiven(Entry entry) {
    return entry.operation() instanceof Operation.AssignType typing
        ? Optional.of(typing.type())
        : Optional.empty();
  }

  /** What is done shows in the document itself. */
  private static Pending pending(Entry entry) {
    return entry.state() == EntryState.DONE ? Pending.NONE : EntryTexts.pending(entry);
  }

  private String state(Entry entry) {
    return entry.state() == EntryState.DONE ? "" : entries.state(entry);
  }

  private String typeName(TypeId type) {
    return schema.type(type).map(known -> known.name().in(messages.locale())).orElse(type.value());
  }

  private static TrayRow.FileKind fileKind(Optional<MainType> mainType, String name) {
    if (mainType.filter(MainType::isImage).isPresent()) {
      return TrayRow.FileKind.IMAGE;
    }
    boolean mail =
        mainType.filter(MainType.EMAIL::equals).isPresent()
            || name.toLowerCase(Locale.ROOT).endsWith(".eml");
    return mail ? TrayRow.FileKind.MAIL : TrayRow.FileKind.OTHER;
  }
}
