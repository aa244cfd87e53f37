package org.kontor.ui.main;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectTitle;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Messages;
import org.kontor.ui.form.Making;
import org.kontor.ui.form.TypedFields;

/** Writes decisions about drops down as operations, each named as the person knows its object. */
final class Drafts {
  private final Schema schema;
  private final Outbox outbox;
  private final String server;
  private final Messages messages;

  Drafts(Schema schema, Outbox outbox, String server, Locale locale) {
    this.schema = schema;
    this.outbox = outbox;
    this.server = server;
    messages = Messages.of(Drafts.class, locale);
  }

  List<Draft> intoTray(List<SourceFile> files) {
    return files.stream()
        .map(
            file ->
                new Draft(
                    file.name(),
                    new Operation.Insert(
                        Location.TRAY,
                        Optional.empty(),
                        Optional.of(MainType.forTypeless(file.mimeType())),
                        Map.of(),
                        List.of(file))))
        .toList();
  }

  /**
   * Typed documents in a container; the main type is the type's own where it has one.
   *
   * @param second the place in the other cabinet, where documents lie in two of them
   */
  List<Draft> into(
      Location.Container to,
      List<SourceFile> files,
      TypedFields typed,
      Optional<Location.Container> second) {
    Optional<MainType> fixed = schema.type(typed.type()).flatMap(ObjectType::mainType);
    return files.stream()
        .map(
            file ->
                new Draft(
                    file.name(),
                    new Operation.Insert(
                        to,
                        Optional.of(typed.type()),
                        fixed.or(() -> Optional.of(MainType.forTypeless(file.mimeType()))),
                        typed.fields(),
                        List.of(file),
                        second)))
        .toList();
  }

  List<Draft> fileAway(DropDecision.AskTypeOfTray filing, TypeId type) {
    return filing.documents().stream()
        .map(
            document ->
                new Draft(
                    titleOf(document),
                    new Operation.FileAway(
                        document.id(),
                        filing.to(),
                        document.isTypeless() ? Optional.of(type) : Optional.empty(),
                        Map.of())))
        .toList();
  }

  List<Draft> fileAway(DropDecision.FileAway filing) {
    return filing.documents().stream()
        .map(
            document ->
                new Draft(
                    titleOf(document),
                    new Operation.FileAway(document.id(), filing.to(), Optional.empty(), Map.of())))
        .toList();
  }

  List<Draft> move(DropDecision.Move move) {
    return move.objects().stream()
        .flatMap(
            object ->
                typeOf(object)
                    .map(
                        type ->
                            new Draft(
                                titleOf(object),
                                new Operation.Move(object.id(), type, move.from(), move.to()))))
        .toList();
  }

  List<Draft> addLocations(DropDecision.AddLocations adding) {
    return adding.documents().stream()
        .flatMap(
            document ->
                document.type().stream()
                    .map(
                        type ->
                            new Draft(
                                titleOf(document),
                                new Operation.AddLocation(document.id(), type, adding.to()))))
        .toList();
  }

  Draft make(Making making, TypedFields typed) {
    Operation operation =
        making instanceof Making.Reference(DmsObject.Document original, Location.Container to)
            ? new Operation.InsertReference(original.id(), to, typed.type(), typed.fields())
            : new Operation.Insert(
                making.target(),
                Optional.of(typed.type()),
                Optional.empty(),
                typed.fields(),
                List.of());
    return new Draft(titleOf(typed), operation);
  }

  /** What an object with these index data will be called. */
  String titleOf(TypedFields typed) {
    return schema
        .type(typed.type())
        .map(
            type -> {
              String title = ObjectTitle.of(type, typed.fields(), messages.locale());
              return title.isEmpty() ? type.name().in(messages.locale()) : title;
            })
        .orElse("");
  }

  /** What an object is called. */
  String titleOf(DmsObject object) {
    String title =
        typeOf(object)
            .flatMap(type -> schema.type(type).stream())
            .map(type -> ObjectTitle.of(type, object.fields(), messages.locale()))
            .findFirst()
            .orElse("");
    return title.isEmpty()
        ? outbox
            .nameOf(server, object.id())
            .orElseGet(() -> messages.get("object", object.id().value()))
        : title;
  }

  private static Stream<TypeId> typeOf(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container -> Stream.of(container.type());
      case DmsObject.Document document -> document.type().stream();
    };
  }
}
