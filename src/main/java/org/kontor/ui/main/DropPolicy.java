package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Feature;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.MimeTypes;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.main.DropDecision.Reason;
import org.kontor.ui.main.DropDecision.Refuse;

/**
 * What may land where, by the object definition and the server's capabilities alone. Pure and
 * cheap: asked with every move of the pointer.
 */
final class DropPolicy {
  private final Schema schema;
  private final Capabilities capabilities;

  DropPolicy(Schema schema, Capabilities capabilities) {
    this.schema = schema;
    this.capabilities = capabilities;
  }

  /**
   * @param further whether a further location is wanted instead of a move
   */
  DropDecision decide(Dragged dragged, Location target, boolean further) {
    return switch (target) {
      case Location.Tray _ -> ontoTray(dragged);
      case Location.Top _ -> new Refuse(Reason.TOP_TAKES_NOTHING);
      case Location.Container container ->
          switch (dragged) {
            case Dragged.Files files -> files(files.paths(), container);
            case Dragged.TrayDocuments tray -> trayDocuments(tray.documents(), container);
            case Dragged.Objects objects when further ->
                objectsProblem(objects, container)
                    .<DropDecision>map(problem -> problem)
                    .orElseGet(() -> addLocations(objects.objects(), container));
            case Dragged.Objects objects -> move(objects, container);
            case Dragged.Scattered hits when further -> link(hits.objects(), container);
            case Dragged.Scattered hits -> gather(hits.found(), container);
          };
    };
  }

  /** Whether a document may be made there that shows the dragged one's file. */
  DropDecision decideReference(Dragged dragged, Location target) {
    if (!capabilities.offers(Feature.REFERENCES)) {
      return new Refuse(Reason.NO_REFERENCES);
    }
    List<DmsObject> objects =
        switch (dragged) {
          case Dragged.Objects(var _, List<DmsObject> carried) -> carried;
          case Dragged.Scattered scattered -> scattered.objects();
          case Dragged.Files _, Dragged.TrayDocuments _ -> List.of();
        };
    if (objects.size() != 1
        || !(objects.getFirst() instanceof DmsObject.Document original)
        || original.isTypeless()) {
      return new Refuse(Reason.REFERENCE_TO_ONE_DOCUMENT);
    }
    if (!(target instanceof Location.Container to)) {
      return new Refuse(Reason.TOP_TAKES_NOTHING);
    }
    return documentTypes(to).isEmpty()
        ? new Refuse(Reason.TAKES_NO_DOCUMENTS)
        : new DropDecision.MakeReference(original, to);
  }

  /** The document types that a container takes and that fit files of these names. */
  List<ObjectType> typesFor(Location.Container container, List<Path> files) {
    return documentTypes(container).stream()
        .filter(type -> files.stream().allMatch(file -> fits(type, file)))
        .toList();
  }

  private DropDecision ontoTray(Dragged dragged) {
    return switch (dragged) {
      case Dragged.Files _ when !capabilities.tray() -> new Refuse(Reason.NO_TRAY);
      case Dragged.Files files -> new DropDecision.ToTray(files.paths());
      case Dragged.TrayDocuments _ -> new Refuse(Reason.OWN_PLACE);
      case Dragged.Objects _, Dragged.Scattered _ -> new Refuse(Reason.NOT_BACK_TO_TRAY);
    };
  }

  private DropDecision files(List<Path> paths, Location.Container to) {
    List<ObjectType> all = documentTypes(to);
    List<ObjectType> fitting = typesFor(to, paths);
    if (all.isEmpty()) {
      return new Refuse(Reason.TAKES_NO_DOCUMENTS);
    }
    return fitting.isEmpty()
        ? new Refuse(Reason.NO_TYPE_FITS_THE_FILES)
        : new DropDecision.AskTypeOfFiles(paths, to, fitting, all.size());
  }

  private DropDecision trayDocuments(List<DmsObject.Document> documents, Location.Container to) {
    if (documentTypes(to).isEmpty()) {
      return new Refuse(Reason.TAKES_NO_DOCUMENTS);
    }
    Optional<Refuse> unfit = unfit(documents, to);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Optional<DropDecision> many = tooMany(documents, to);
    if (many.isPresent()) {
      return many.get();
    }
    return documents.stream().anyMatch(DmsObject.Document::isTypeless)
        ? new DropDecision.AskTypeOfTray(documents, to)
        : new DropDecision.FileAway(documents, to);
  }

  private DropDecision move(Dragged.Objects dragged, Location.Container to) {
    return objectsProblem(dragged, to)
        .<DropDecision>map(problem -> problem)
        .or(() -> tooMany(dragged.objects(), to))
        .orElseGet(() -> new DropDecision.Move(dragged.objects(), dragged.from(), to));
  }

  /** A further location is the same wherever they lie. */
  private DropDecision link(List<DmsObject> objects, Location.Container to) {
    Optional<Refuse> unfit = unfit(objects, to);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    boolean typeless = objects.stream().anyMatch(object -> typeOf(object).findAny().isEmpty());
    return typeless ? new Refuse(Reason.SOME_IN_TRAY) : addLocations(objects, to);
  }

  /** Each is moved from its own place; one that cannot be keeps all where they are. */
  private DropDecision gather(List<Dragged.Found> found, Location.Container to) {
    Map<Location.Container, List<DmsObject>> places = new LinkedHashMap<>();
    List<DmsObject> unsettled = new ArrayList<>();
    for (Dragged.Found each : found) {
      switch (each.place().orElse(null)) {
        case Location.Container from ->
            places.computeIfAbsent(from, _ -> new ArrayList<>()).add(each.object());
        case Location.Tray _ -> {
          return new Refuse(Reason.SOME_IN_TRAY);
        }
        case Location.Top _ -> {
          return new Refuse(Reason.FOLDERS_STAY);
        }
        case null -> unsettled.add(each.object());
      }
    }
    List<DropDecision.Move> moves = new ArrayList<>();
    int here = 0;
    for (Map.Entry<Location.Container, List<DmsObject>> place : places.entrySet()) {
      if (place.getKey().id().equals(to.id())) {
        here += place.getValue().size();
        continue;
      }
      Dragged.Objects together = new Dragged.Objects(place.getKey(), place.getValue());
      Optional<Refuse> problem = objectsProblem(together, to);
      if (problem.isPresent()) {
        return problem.get();
      }
      moves.add(new DropDecision.Move(together.objects(), together.from(), to));
    }
    DropDecision.Gather gather = new DropDecision.Gather(moves, unsettled, here, to);
    if (gather.objects().isEmpty()) {
      return new Refuse(Reason.OWN_PLACE);
    }
    return stays(unsettled, to)
        .or(() -> unfit(unsettled, to))
        .<DropDecision>map(problem -> problem)
        .or(() -> tooMany(gather.objects(), to))
        .orElse(gather);
  }

  private DropDecision addLocations(List<DmsObject> objects, Location.Container to) {
    if (!capabilities.severalLocations()) {
      return new Refuse(Reason.ONE_LOCATION_ONLY);
    }
    if (objects.stream().anyMatch(object -> object.kind() != Kind.DOCUMENT)) {
      return new Refuse(Reason.REGISTERS_HAVE_ONE_LOCATION);
    }
    Optional<DropDecision> many = tooMany(objects, to);
    if (many.isPresent()) {
      return many.get();
    }
    return new DropDecision.AddLocations(
        objects.stream()
            .filter(DmsObject.Document.class::isInstance)
            .map(DmsObject.Document.class::cast)
            .toList(),
        to);
  }

  private Optional<Refuse> objectsProblem(Dragged.Objects dragged, Location.Container to) {
    if (dragged.from().id().equals(to.id())) {
      return Optional.of(new Refuse(Reason.OWN_PLACE));
    }
    Optional<Refuse> stays = stays(dragged.objects(), to);
    if (stays.isPresent()) {
      return stays;
    }
    Optional<Refuse> unfit = unfit(dragged.objects(), to);
    boolean inBoth = capabilities.offers(Feature.PLACE_IN_EACH_CABINET) && unfit.isEmpty();
    // Across cabinets fields would be lost (reference 2.1), which nobody confirmed; unless the
    // document lies in both anyway.
    if (leavesCabinet(dragged.from(), to) && !inBoth) {
      return Optional.of(new Refuse(Reason.OTHER_CABINET));
    }
    return unfit;
  }

  private static Optional<Refuse> stays(List<DmsObject> objects, Location.Container to) {
    for (DmsObject object : objects) {
      if (object.id().equals(to.id())) {
        return Optional.of(new Refuse(Reason.INTO_ITSELF));
      }
      if (object.kind() == Kind.FOLDER) {
        return Optional.of(new Refuse(Reason.FOLDERS_STAY));
      }
    }
    return Optional.empty();
  }

  private Optional<Refuse> unfit(List<? extends DmsObject> objects, Location.Container to) {
    return firstUnfit(objects.stream().flatMap(DropPolicy::typeOf).toList(), to)
        .map(type -> new Refuse(Reason.TYPE_NOT_ALLOWED, Optional.of(type)));
  }

  /** Whether two places are of different cabinets. */
  boolean leavesCabinet(Location.Container from, Location.Container to) {
    return !schema.cabinetOf(from.type()).equals(schema.cabinetOf(to.type()));
  }

  private Optional<TypeId> firstUnfit(List<TypeId> types, Location.Container to) {
    Set<TypeId> allowed =
        schema.childTypes(to.type()).map(ObjectType::id).collect(Collectors.toSet());
    return new HashSet<>(types)
        .stream()
            .filter(type -> !allowed.contains(type))
            .min((a, b) -> a.value().compareTo(b.value()));
  }

  /** What the container holds already is not known here: the server has the last word. */
  private Optional<DropDecision> tooMany(List<? extends DmsObject> objects, Location.Container to) {
    Map<TypeId, Long> counts =
        objects.stream()
            .flatMap(DropPolicy::typeOf)
            .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
    return schema.type(to.type()).stream()
        .flatMap(container -> container.childLimits().entrySet().stream())
        .filter(limit -> counts.getOrDefault(limit.getKey(), 0L) > limit.getValue())
        .flatMap(
            limit ->
                schema.type(limit.getKey()).stream()
                    .map(type -> new DropDecision.TooMany(type, limit.getValue())))
        .map(DropDecision.class::cast)
        .findFirst();
  }

  private List<ObjectType> documentTypes(Location.Container container) {
    return schema
        .childTypes(container.type())
        .filter(type -> type.kind() == Kind.DOCUMENT)
        .toList();
  }

  /** Image types take images only; a folder's or unknown file's content is judged when read. */
  private static boolean fits(ObjectType type, Path file) {
    String mime = MimeTypes.ofName(String.valueOf(file.getFileName()));
    return mime.equals(MimeTypes.UNKNOWN)
        || type.mainType().map(main -> !main.isImage()).orElse(true)
        || MainType.forTypeless(mime).isImage();
  }

  private static Stream<TypeId> typeOf(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container -> Stream.of(container.type());
      case DmsObject.Document document -> document.type().stream();
    };
  }
}
