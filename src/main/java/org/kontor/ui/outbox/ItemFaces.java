package org.kontor.ui.outbox;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.FieldDefinition;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Problem;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentence;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.outbox.ItemFace.Look;

/** Puts entries into words; asked for the lines in sight only. */
final class ItemFaces {
  private final Schema schema;
  private final Function<Location, String> placeName;
  private final Messages messages;
  private final Sentences sentences;
  private final Formats formats;

  ItemFaces(Schema schema, Function<Location, String> placeName, Locale locale) {
    this.schema = schema;
    this.placeName = placeName;
    messages = Messages.of(ItemFaces.class, locale);
    sentences = new Sentences(locale);
    formats = new Formats(locale);
  }

  ItemFace of(Entry entry) {
    boolean sending = entry.state() == EntryState.SENDING && entry.totalBytes() > 0;
    return new ItemFace(
        entry.title(),
        detail(entry),
        messages.get("state." + entry.state().name()),
        look(entry.state()),
        sending ? Math.min(1, (double) entry.sentBytes() / entry.totalBytes()) : -1,
        entry.problem().map(problem -> words(problem, entry.operation())).orElse(""),
        canCancel(entry.state()),
        canRetry(entry));
  }

  String batch(OutboxRow.Batch batch) {
    return messages.get(
        "batch", batch.settled(), batch.all(), formats.moment(batch.first().accepted()));
  }

  static boolean canCancel(EntryState state) {
    return switch (state) {
      case WAITING, SENDING, REFUSED, UNRESOLVED -> true;
      case IN_DOUBT, PROVING, DONE, CANCELLED -> false;
    };
  }

  static boolean canRetry(Entry entry) {
    return switch (entry.state()) {
      case REFUSED, UNRESOLVED -> true;
      case WAITING -> entry.problem().isPresent();
      case SENDING, IN_DOUBT, PROVING, DONE, CANCELLED -> false;
    };
  }

  private String detail(Entry entry) {
    String what =
        switch (entry.operation()) {
          case Operation.Insert insert ->
              messages.get("do.insert", placeName.apply(insert.target()));
          case Operation.AssignType typing ->
              messages.get("do.assignType", typeName(typing.type()));
          case Operation.FileAway filing ->
              messages.get("do.fileAway", placeName.apply(filing.target()));
          case Operation.Move move -> messages.get("do.move", placeName.apply(move.to()));
          case Operation.AddLocation adding ->
              messages.get("do.addLocation", placeName.apply(adding.to()));
          case Operation.RemoveLocation removing ->
              messages.get("do.removeLocation", placeName.apply(removing.at()));
          case Operation.UpdateFields _ -> messages.get("do.updateFields");
          case Operation.InsertReference reference ->
              messages.get("do.insertReference", placeName.apply(reference.target()));
          case Operation.MoveAndUpdate move ->
              messages.get("do.moveAndUpdate", placeName.apply(move.to()));
          case Operation.RestoreVersion _ -> messages.get("do.restoreVersion");
          case Operation.ReplaceContent content ->
              messages.get("do.replaceContent", content.files().size());
          case Operation.InsertPage page -> messages.get("do.insertPage", page.index());
          case Operation.ReplacePage page -> messages.get("do.replacePage", page.index());
          case Operation.RemovePage page -> messages.get("do.removePage", page.index());
          case Operation.DeleteObject deleted -> messages.get(deletion(deleted));
          case Operation.EmptyFromBin _ -> messages.get("do.emptyFromBin");
          case Operation.RestoreObject restored -> restoration(restored, entry);
          case Operation.Lock _ -> messages.get("do.lock");
          case Operation.Unlock _ -> messages.get("do.unlock");
          case Operation.SetRetention retention ->
              messages.get("do.setRetention", formats.day(retention.until()));
          case Operation.ReleaseForArchiving _ -> messages.get("do.releaseForArchiving");
        };
    return entry.totalBytes() > 0 ? what + " · " + formats.size(entry.totalBytes()) : what;
  }

  private static String deletion(Operation.DeleteObject deleted) {
    if (deleted.forGood()) {
      return deleted.withContents() ? "do.deleteForGoodWithContents" : "do.deleteForGood";
    }
    return deleted.withContents() ? "do.deleteWithContents" : "do.delete";
  }

  /** Says it when the object did not come back to where it was. */
  private String restoration(Operation.RestoreObject restored, Entry entry) {
    boolean inTray =
        entry.receipt().flatMap(Receipt::place).filter(Location.TRAY::equals).isPresent();
    if (inTray) {
      return messages.get("do.restoredToTray");
    }
    return messages.get(
        restored.withContents() ? "do.restoreObjectWithContents" : "do.restoreObject");
  }

  private String words(Problem problem, Operation operation) {
    Sentence sentence = sentences.of(problem);
    if (problem.fieldMessages().isEmpty()) {
      return sentence.text();
    }
    String fields =
        problem.fieldMessages().entrySet().stream()
            .map(message -> fieldName(operation, message.getKey()) + ": " + message.getValue())
            .sorted()
            .collect(Collectors.joining("; "));
    String whole = fields.endsWith(".") ? fields.substring(0, fields.length() - 1) : fields;
    return messages.get("refusedFields", whole) + " " + sentence.advice();
  }

  private String fieldName(Operation operation, String field) {
    return operation
        .namedType()
        .flatMap(schema::type)
        .flatMap(type -> type.field(field))
        .map(FieldDefinition::label)
        .map(label -> label.in(messages.locale()))
        .orElse(field);
  }

  private String typeName(TypeId type) {
    return schema.type(type).map(found -> found.name().in(messages.locale())).orElse(type.value());
  }

  private static Look look(EntryState state) {
    return switch (state) {
      case WAITING -> Look.WAITING;
      case SENDING -> Look.SENDING;
      case IN_DOUBT, PROVING -> Look.CHECKING;
      case DONE -> Look.DONE;
      case REFUSED, UNRESOLVED -> Look.NEEDS_YOU;
      case CANCELLED -> Look.CANCELLED;
    };
  }
}
