package org.kontor.enaio;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.Account;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.http.Resource;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

/**
 * Everything that can be said of one object. Reading it tells index data, files and rights
 * (reference 3.2); lock, retention, source and places are only told by a search that names them
 * (2.9).
 */
final class Inspection {
  private final EnaioReads reads;
  private final Service service;
  private final Schema schema;
  private final Optional<Person> person;

  /**
   * The signed-in person.
   *
   * @param number what locks call her; empty where the server did not tell
   */
  record Person(Optional<String> number, Account account) {}

  Inspection(EnaioReads reads, Service service, Schema schema, Optional<Person> person) {
    this.reads = reads;
    this.service = service;
    this.schema = schema;
    this.person = person;
  }

  DmsObject of(ObjectId id) throws DmsException, InterruptedException {
    DmsObject object =
        EnaioReads.single(
            reads.get(Resource.of("objects", id.value()).with("includePermissions", "true")),
            schema);
    Facts facts = object.facts();
    if (object instanceof DmsObject.Document document) {
      Optional<ObjectType> type = document.type().flatMap(schema::type);
      facts = type.isPresent() ? searched(id, type.get()).or(facts) : facts;
    }
    return object.with(named(facts));
  }

  private Facts searched(ObjectId id, ObjectType type) throws DmsException, InterruptedException {
    Statements statements = new Statements(service);
    Ways ways = new Ways(service);
    String condition = service.way(Point.LOCATIONS);
    List<JsonNode> hits =
        ways.ask(
            Point.FACTS,
            columns ->
                reads
                    .search(
                        statements.locations(type, id, condition, columns),
                        PageRequest.first(PageRequest.LARGEST))
                    .entries());
    PlaceColumns columns = PlaceColumns.of(type, service);
    Set<String> places = new HashSet<>();
    Facts facts = Facts.EMPTY;
    for (JsonNode hit : hits) {
      JsonNode properties = hit.path(Wire.PROPERTIES);
      FactsReader.given(properties, columns.register())
          .or(() -> FactsReader.given(properties, columns.folder()))
          .ifPresent(places::add);
      facts = facts.or(FactsReader.read(hit));
    }
    return facts.at(places.size());
  }

  /** Locks name a number; the only one whose name is known is the signed-in person's own. */
  private Facts named(Facts facts) {
    Optional<Facts.Lock> lock =
        facts
            .lock()
            .map(
                held ->
                    person
                        .filter(own -> own.number().equals(Optional.of(held.user())))
                        .map(
                            own ->
                                new Facts.Lock(
                                    held.user(), Optional.of(own.account().fullName()), true))
                        .orElse(held));
    return new Facts(
        facts.rights(),
        lock,
        facts.archived(),
        facts.plannedRetention(),
        facts.retention(),
        facts.source(),
        facts.locations());
  }
}
