package org.kontor.enaio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.DmsException;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.http.Resource;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;

/** Objects wherever they lie (reference 3.8, 3.6). */
final class Searches {
  /** Beyond so many registers a search below one of them is refused: its statement would burst. */
  private static final int MOST_REGISTERS = 500;

  private final EnaioReads reads;
  private final Service service;
  private final Statements statements;
  private final Ways ways;
  private final Schema schema;
  private final ObjectReader objects;

  Searches(EnaioReads reads, Service service, Schema schema) {
    this.reads = reads;
    this.service = service;
    this.schema = schema;
    statements = new Statements(service);
    ways = new Ways(service);
    objects = new ObjectReader(schema);
  }

  Page<DmsObject> search(Query query, PageRequest page) throws DmsException, InterruptedException {
    List<ObjectType> types = types(query);
    List<ObjectId> registers = registers(query);
    QueryCompiler compiler = new QueryCompiler(service, statements, query);
    return query.words().isBlank()
        ? hits(compiler.statement(types, registers, ""), page)
        : ways.ask(Point.FULL_TEXT, way -> hits(compiler.statement(types, registers, way), page));
  }

  Page<DmsObject> recycleBin(PageRequest page) throws DmsException, InterruptedException {
    List<ObjectType> all = schema.cabinets().stream().flatMap(Cabinet::types).toList();
    return ways.ask(
        Point.RECYCLE_BIN,
        way ->
            reads
                .search(
                    statements.listing(way, all, Map.of(), Set.of(Statement.Extra.DELETED)), page)
                .read(objects::object));
  }

  DmsObject inRecycleBin(ObjectId id) throws DmsException, InterruptedException {
    return EnaioReads.single(
        reads.get(Resource.of("objects", id.value()).with("garbageMode", "true")), schema);
  }

  Page<DmsObject.Document> locked(PageRequest page) throws DmsException, InterruptedException {
    if (!service.has(Ability.LOCK)) {
      throw new DmsException.NotOffered(Ability.LOCK.toString());
    }
    return ways.ask(
        Point.LOCKED,
        way ->
            reads
                .search(
                    statements.listing(way, schema.documentTypes().toList(), Map.of(), Set.of()),
                    page)
                .read(objects::document));
  }

  Page<DmsObject.Document> references(ObjectId original, PageRequest page)
      throws DmsException, InterruptedException {
    if (!service.has(Ability.REFERENCE_DOCUMENTS)) {
      throw new DmsException.NotOffered(Ability.REFERENCE_DOCUMENTS.toString());
    }
    return ways.ask(
        Point.REFERENCES,
        way -> {
          List<String> selects =
              schema.documentTypes().map(type -> statements.where(type, way)).toList();
          Statement statement =
              new Statement(statements.ordered(selects), Map.of("id", original.value()));
          return reads.search(statement, page).read(objects::document);
        });
  }

  private Page<DmsObject> hits(Optional<Statement> statement, PageRequest page)
      throws DmsException, InterruptedException {
    return statement.isEmpty()
        ? new Page<>(List.of(), false, 0)
        : reads.search(statement.get(), page).read(objects::object);
  }

  private List<ObjectType> types(Query query) {
    List<ObjectType> named =
        query.types().isEmpty()
            ? schema.documentTypes().toList()
            : query.types().stream().flatMap(id -> schema.type(id).stream()).toList();
    Optional<Cabinet> cabinet = query.below().flatMap(place -> schema.cabinetOf(place.type()));
    return named.stream()
        .filter(type -> query.below().isEmpty() || type.kind() != Kind.FOLDER)
        .filter(type -> cabinet.isEmpty() || cabinet.get().types().anyMatch(type::equals))
        .toList();
  }

  /** The register that a query looks below, with those inside it; empty for a folder. */
  private List<ObjectId> registers(Query query) throws DmsException, InterruptedException {
    if (query.below().isEmpty() || query.below().get().kind() != Kind.REGISTER) {
      return List.of();
    }
    Set<ObjectId> found = new LinkedHashSet<>(List.of(query.below().get().id()));
    List<Location.Container> level = List.of(query.below().get());
    while (!level.isEmpty()) {
      List<Location.Container> next = new ArrayList<>();
      for (Location.Container register : level) {
        for (DmsObject.Container inside : inside(register)) {
          if (found.add(inside.id())) {
            next.add(inside.inside());
          }
        }
        if (found.size() > MOST_REGISTERS) {
          throw new DmsException.Refused(
              "more than %d registers lie below".formatted(MOST_REGISTERS), Map.of());
        }
      }
      level = next;
    }
    return List.copyOf(found);
  }

  private List<DmsObject.Container> inside(Location.Container register)
      throws DmsException, InterruptedException {
    return new Children(reads, service, schema)
        .list(register, Kind.REGISTER, PageRequest.first(MOST_REGISTERS + 1))
        .read(objects::container)
        .items();
  }
}
