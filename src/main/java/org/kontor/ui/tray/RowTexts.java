package org.kontor.ui.tray;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Sentences;

/** Makes rows of documents and outbox entries, in the person's language. */
final class RowTexts {
  private final Schema schema;
  private final Messages messages;
  private final Sentences sentences;

  RowTexts(Schema schema, Locale locale) {
    this.schema = schema;
    messages = Messages.of(RowTexts.class, locale);
    sentences = new Sentences(locale);
  }

  /**
   * @param told the entry that says more than the listing: a type being given, a filing that failed
   */
  TrayRow onServer(Listed listed, Optional<Entry> told) {
    DmsObject.Document document = listed.document();
    Optional<TypeId> type =
        told.filter(entry -> !entry.state().needsPerson())
            .flatMap(RowTexts::typeGiven)
            .or(document::type);
    Pending pending = told.map(RowTexts::pending).orElse(Pending.NONE);
    List<ContentInfo> files = document.contents();
    return new TrayRow(
        new TrayRow.Key.OnServer(document.id()),
        listed.name(),
        document.provenance().created(),
        type.map(this::typeName),
        files.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(files.stream().mapToLong(ContentInfo::length).sum()),
        files.size() > 1 ? OptionalInt.of(files.size()) : OptionalInt.empty(),
        fileKind(document.mainType(), listed.name()),
        pending,
        told.filter(_ -> pending != Pending.NONE).map(this::state).orElse(""),
        Optional.of(document));
  }

  /** A dropped file that is not on the server yet. */
  TrayRow dropped(TrayRow.Key key, Entry entry) {
    Optional<MainType> mainType =
        entry.operation() instanceof Operation.Insert insert ? insert.mainType() : Optional.empty();
    return new TrayRow(
        key,
        entry.title(),
        Optional.of(entry.accepted()),
        typeGiven(entry).map(this::typeName),
        OptionalLong.of(entry.totalBytes()),
        OptionalInt.empty(),
        fileKind(mainType, entry.title()),
        pending(entry),
        state(entry),
        Optional.empty());
  }

  /** The document that an insert has become, as far as its receipt tells. */
  static DmsObject.Document stored(Entry entry, Receipt receipt) {
    Optional<MainType> mainType =
        entry.operation() instanceof Operation.Insert insert ? insert.mainType() : Optional.empty();
    Map<String, org.kontor.model.FieldValue> fields =
        entry.operation() instanceof Operation.Insert insert ? insert.fields() : Map.of();
    return new DmsObject.Document(
        receipt.object(),
        receipt.type(),
        mainType,
        fields,
        List.of(),
        new Provenance(
            Optional.empty(), Optional.of(receipt.provedAt()), Optional.empty(), Optional.empty()));
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
    return switch (entry.operation()) {
      case Operation.AssignType typing -> Optional.of(typing.type());
      case Operation.Insert insert -> insert.type();
      default -> Optional.empty();
    };
  }

  private static Pending pending(Entry entry) {
    return switch (entry.state()) {
      case WAITING -> Pending.WAITING;
      case SENDING, PROVING -> Pending.SENDING;
      case IN_DOUBT -> Pending.IN_DOUBT;
      case REFUSED, UNRESOLVED -> Pending.NEEDS_PERSON;
      case DONE, CANCELLED -> Pending.NONE;
    };
  }

  private String state(Entry entry) {
    return switch (entry.state()) {
      case WAITING ->
          entry
              .problem()
              .map(problem -> sentences.of(problem).text())
              .orElseGet(() -> messages.get("state.waiting"));
      case SENDING -> sending(entry);
      case PROVING -> messages.get("state.proving");
      case IN_DOUBT -> messages.get("state.inDoubt");
      case REFUSED, UNRESOLVED ->
          entry
              .problem()
              .map(problem -> sentences.of(problem).text())
              .orElseGet(() -> messages.get("state.unresolved"));
      case DONE, CANCELLED -> "";
    };
  }

  private String sending(Entry entry) {
    long total = entry.totalBytes();
    return total == 0 || entry.state() != EntryState.SENDING
        ? messages.get("state.working")
        : messages.get("state.sending", Math.min(1.0, (double) entry.sentBytes() / total));
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
