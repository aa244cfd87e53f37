package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.model.Cabinet;
import org.kontor.model.Kind;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

/**
 * Finds out, by reading alone, how a server wants to be asked for what every session needs: the
 * tray and the children of containers. A way works when its answer is right, not when there is one:
 * children have to be those whose hits say that they lie there. What cannot be told, since nothing
 * is filed yet, stays open for the next sign-in. Costs about eight calls, four at a time.
 */
final class Probe {
  private static final System.Logger LOG = System.getLogger(Probe.class.getName());
  private static final int PAGE = 200;

  private final EnaioReads reads;
  private final Service service;
  private final Ways ways;
  private final Schema schema;
  private final List<ObjectType> types;

  Probe(EnaioReads reads, Service service, Schema schema) {
    this.reads = reads;
    this.service = service;
    this.schema = schema;
    ways = new Ways(service);
    types = schema.cabinets().stream().flatMap(Cabinet::types).distinct().toList();
  }

  /** Whether anything is still open that the usual session needs. */
  static boolean isNeeded(Service service) {
    return service.remembers()
        && (!service.isVersionKnown()
            || List.of(Point.TRAY, Point.ORDER, Point.DOCUMENT_PLACE).stream()
                .filter(point -> point != Point.TRAY || service.has(Ability.USER_TRAY))
                .anyMatch(point -> !service.isFixed(point) && !service.isSettled(point)));
  }

  /** Finds out what can be found out; a part that fails stays open. */
  void run() throws InterruptedException {
    together(List.of(this::order));
    together(
        List.of(
            this::tray,
            () -> children(Kind.DOCUMENT, Point.DOCUMENT_PLACE),
            () -> children(Kind.REGISTER, Point.REGISTER_PLACE),
            this::version));
  }

  private static void together(List<Callable<Boolean>> parts) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (Future<Boolean> part : threads.invokeAll(parts)) {
          outcome(part);
        }
      } catch (InterruptedException cancelled) {
        threads.shutdownNow();
        throw cancelled;
      }
    }
  }

  private static void outcome(Future<Boolean> part) throws InterruptedException {
    try {
      part.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof DmsException server) {
        LOG.log(System.Logger.Level.DEBUG, "A question stays open: {0}", server.toString());
      } else {
        throw new IllegalStateException(failure.getCause());
      }
    }
  }

  /** Also shows whether types go by their names or their numbers. */
  private boolean order() throws DmsException, InterruptedException {
    List<ObjectType> some = types.stream().limit(2).toList();
    settle(
        Point.TYPE_NAME,
        name -> {
          String selects =
              some.stream()
                  .map(type -> name.equals("id") ? type.id().value() : type.internalName())
                  .map(type -> "SELECT " + Wire.ID + " FROM " + type)
                  .collect(Collectors.joining(" UNION "));
          settle(
              Point.ORDER,
              order -> {
                reads.search(
                    new Statement((selects + ' ' + order).strip(), Map.of()), PageRequest.first(1));
                return true;
              });
          return true;
        });
    return true;
  }

  private boolean tray() throws DmsException, InterruptedException {
    if (service.has(Ability.USER_TRAY)) {
      Tray tray = new Tray(reads, service, schema);
      settle(Point.TRAY, way -> isTray(tray.hits(way, PageRequest.first(PAGE)).entries()));
    }
    return true;
  }

  /** A server that ignores the condition would answer with the whole archive. */
  private boolean isTray(List<JsonNode> hits) throws DmsException, InterruptedException {
    for (JsonNode hit : hits) {
      String type = ObjectReader.property(hit.path(Wire.PROPERTIES), Wire.TYPE).orElse("");
      Optional<ObjectType> known = schema.typeNamed(type);
      if (known.filter(one -> one.kind() != Kind.DOCUMENT).isPresent()) {
        throw new DmsException.ProtocolViolation("containers in the tray", null);
      }
    }
    return true;
  }

  private boolean children(Kind kind, Point place) throws DmsException, InterruptedException {
    List<Sample> taken = new ArrayList<>();
    settle(
        place,
        way -> {
          taken.add(Sample.of(kind, types, way, reads, service));
          return !taken.getLast().objects().isEmpty();
        });
    if (taken.isEmpty()) {
      taken.add(Sample.of(kind, types, service.way(place), reads, service));
    }
    Sample sample = taken.getLast();
    PlaceColumns columns = PlaceColumns.of(service.way(place));
    List<Callable<Boolean>> parts = new ArrayList<>();
    sample
        .inFolder()
        .ifPresent(
            filed ->
                parts.add(() -> lists(Children.point(Kind.FOLDER, kind), columns, filed, kind)));
    sample
        .inRegister()
        .ifPresent(
            filed ->
                parts.add(() -> lists(Children.point(Kind.REGISTER, kind), columns, filed, kind)));
    together(parts);
    return true;
  }

  /**
   * The way lists a known child, and nothing that says it lies elsewhere alone: of an object with
   * several places, all of them may come.
   */
  private boolean lists(Point point, PlaceColumns columns, Sample.Filed known, Kind kind)
      throws DmsException, InterruptedException {
    Statements statements = new Statements(service);
    String parent = known.register().orElse(known.folder());
    settle(
        point,
        way -> {
          List<String> selects =
              types.stream()
                  .filter(type -> type.kind() == kind)
                  .map(
                      type ->
                          "SELECT %s, %s FROM %s WHERE %s"
                              .formatted(
                                  Wire.ID, columns.list(), statements.name(type), columns.in(way)))
                  .toList();
          Statement statement =
              new Statement(String.join(" UNION ", selects), Map.of("parent", parent));
          ResultPage hits = reads.search(statement, PageRequest.first(PAGE));
          List<Sample.Filed> children = Sample.read(hits.entries(), columns).objects();
          Set<String> direct =
              children.stream()
                  .filter(child -> child.register().equals(known.register()))
                  .filter(
                      child ->
                          known.register().isPresent() || child.folder().equals(known.folder()))
                  .map(Sample.Filed::id)
                  .collect(Collectors.toSet());
          boolean right =
              children.size() == hits.entries().size()
                  && children.stream().allMatch(child -> direct.contains(child.id()));
          boolean complete = hits.more() || direct.contains(known.id());
          if (!right || !complete) {
            throw new DmsException.ProtocolViolation("not the children of " + parent, null);
          }
          return true;
        });
    return true;
  }

  private boolean version() throws DmsException, InterruptedException {
    if (!service.isVersionKnown()) {
      new VersionProbe(reads, service).run(types);
    }
    return true;
  }

  /** Asks in each way until one is right, and remembers that one where it could be told. */
  private void settle(Point point, Ways.Question<Boolean> question)
      throws DmsException, InterruptedException {
    if (service.isFixed(point)) {
      return;
    }
    ways.first(
        point,
        way -> {
          if (question.ask(way)) {
            service.works(point, way);
          }
          return true;
        });
  }
}
