package org.kontor.enaio;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kontor.dms.Account;
import org.kontor.dms.LastSeen;
import org.kontor.http.HttpFailure;
import org.kontor.http.Json;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The person and the object definition of the last time that a service could be reached. */
final class Recollection {
  private static final String PERSON = "person";
  private static final String DEFINITION = "definition";

  private final LastSeen kept;

  Recollection(LastSeen kept) {
    this.kept = kept;
  }

  void keep(Inspection.Person person) {
    ObjectNode json = Json.object();
    json.put("name", person.account().name());
    json.put("fullName", person.account().fullName());
    person.number().ifPresent(number -> json.put("id", number));
    keep(PERSON, json);
  }

  /** As the service wrote it. */
  void keep(JsonNode definition) {
    keep(DEFINITION, definition);
  }

  Optional<Inspection.Person> person() {
    return recall(PERSON).flatMap(Recollection::person);
  }

  Optional<Schema> schema() {
    return recall(DEFINITION)
        .flatMap(
            json -> {
              try {
                return Optional.of(schema(json));
              } catch (HttpFailure.SenselessAnswer _) {
                return Optional.empty();
              }
            });
  }

  /** Reads a definition in either of the writings that services have. */
  static Schema schema(JsonNode json) throws HttpFailure.SenselessAnswer {
    return PlainSchemaReader.fits(json) ? PlainSchemaReader.read(json) : SchemaReader.read(json);
  }

  private static Optional<Inspection.Person> person(JsonNode json) {
    Optional<String> name = Lenient.text(json, "name");
    return name.map(
        known ->
            new Inspection.Person(
                Lenient.text(json, "id"),
                new Account(known, Lenient.text(json, "fullName").orElse(known))));
  }

  private void keep(String what, JsonNode json) {
    kept.keep(what, new String(Json.write(json), StandardCharsets.UTF_8));
  }

  private Optional<JsonNode> recall(String what) {
    return kept.recall(what)
        .flatMap(
            text -> {
              try {
                return Optional.of(Json.read(text.getBytes(StandardCharsets.UTF_8)));
              } catch (HttpFailure.SenselessAnswer _) {
                return Optional.empty();
              }
            });
  }
}
