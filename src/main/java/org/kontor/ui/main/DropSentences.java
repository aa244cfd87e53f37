package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.DropVerdict.Effect;
import org.kontor.ui.common.Messages;

/** Says a {@link DropDecision} in words, for the chip beside the pointer. */
final class DropSentences {
  private static final int NAMED = 3;

  private final Messages messages;
  private final Schema schema;
  private final Function<Location.Container, String> nameOf;

  /**
   * @param nameOf what a container is called; called with every move of the pointer
   */
  DropSentences(Schema schema, Function<Location.Container, String> nameOf, Locale locale) {
    messages = Messages.of(DropSentences.class, locale);
    this.schema = schema;
    this.nameOf = nameOf;
  }

  DropVerdict verdict(DropDecision decision) {
    return switch (decision) {
      case DropDecision.ToTray drop ->
          welcome(Effect.COPY, "drop.toTray", drop.paths().size(), firstName(drop.paths()));
      case DropDecision.AskTypeOfFiles drop when drop.types().size() < drop.all() ->
          welcome(
              Effect.COPY,
              "drop.filesSomeTypes",
              drop.paths().size(),
              nameOf.apply(drop.to()),
              drop.types().size(),
              drop.all(),
              names(drop.types()));
      case DropDecision.AskTypeOfFiles drop ->
          welcome(Effect.COPY, "drop.files", drop.paths().size(), nameOf.apply(drop.to()));
      case DropDecision.AskTypeOfTray drop ->
          welcome(Effect.MOVE, "drop.askType", drop.documents().size(), nameOf.apply(drop.to()));
      case DropDecision.FileAway drop ->
          welcome(Effect.MOVE, "drop.fileAway", drop.documents().size(), nameOf.apply(drop.to()));
      case DropDecision.Move drop ->
          welcome(Effect.MOVE, "drop.move", drop.objects().size(), nameOf.apply(drop.to()));
      case DropDecision.Gather drop ->
          welcome(
              Effect.MOVE,
              "drop.gather",
              drop.objects().size(),
              nameOf.apply(drop.to()),
              drop.here());
      case DropDecision.AddLocations drop ->
          welcome(
              Effect.LINK, "drop.addLocation", drop.documents().size(), nameOf.apply(drop.to()));
      case DropDecision.MakeReference drop ->
          welcome(Effect.LINK, "drop.reference", nameOf.apply(drop.to()));
      case DropDecision.OnlyMore(ObjectType type, int more) ->
          new DropVerdict.Unwelcome(
              messages.get("drop.onlyMore", type.name().in(messages.locale()), more));
      case DropDecision.TooMany(ObjectType type, int limit) ->
          new DropVerdict.Unwelcome(
              messages.get("drop.tooMany", type.name().in(messages.locale()), limit));
      case DropDecision.Refuse refusal -> new DropVerdict.Unwelcome(why(refusal));
    };
  }

  private String why(DropDecision.Refuse refusal) {
    return switch (refusal.reason()) {
      case OWN_PLACE -> "";
      case NO_TRAY -> messages.get("drop.noTray");
      case TOP_TAKES_NOTHING -> messages.get("drop.topTakesNothing");
      case TAKES_NO_DOCUMENTS -> messages.get("drop.takesNoDocuments");
      case NO_TYPE_FITS_THE_FILES -> messages.get("drop.noTypeFits");
      case TYPE_NOT_ALLOWED -> messages.get("drop.typeNotAllowed", typeName(refusal.type()));
      case NOT_BACK_TO_TRAY -> messages.get("drop.notBackToTray");
      case OTHER_CABINET -> messages.get("drop.otherCabinet");
      case SOME_IN_TRAY -> messages.get("drop.someInTray");
      case NO_WAY_THERE -> messages.get("drop.noWayThere");
      case INTO_ITSELF -> messages.get("drop.intoItself");
      case FOLDERS_STAY -> messages.get("drop.foldersStay");
      case ONE_LOCATION_ONLY -> messages.get("drop.oneLocationOnly");
      case NO_RIGHT_TO_INSERT ->
          messages.get(
              "drop.noRight", refusal.type().isPresent() ? 1 : 0, typeName(refusal.type()));
      case NO_REFERENCES -> messages.get("drop.noReferences");
      case REFERENCE_TO_ONE_DOCUMENT -> messages.get("drop.referenceToOne");
      case REGISTERS_HAVE_ONE_LOCATION -> messages.get("drop.registersOneLocation");
    };
  }

  /** A few of them; a chip holds no long list. */
  private String names(List<ObjectType> types) {
    String few =
        types.stream()
            .limit(NAMED)
            .map(type -> type.name().in(messages.locale()))
            .collect(Collectors.joining(", "));
    return types.size() > NAMED ? few + " …" : few;
  }

  private String typeName(Optional<TypeId> type) {
    return type.flatMap(schema::type)
        .map(ObjectType::name)
        .map(name -> name.in(messages.locale()))
        .orElse("");
  }

  private DropVerdict welcome(Effect effect, String key, Object... arguments) {
    return new DropVerdict.Welcome(effect, messages.get(key, arguments));
  }

  private static String firstName(List<Path> paths) {
    return String.valueOf(paths.getFirst().getFileName());
  }
}
