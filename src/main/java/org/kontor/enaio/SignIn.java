package org.kontor.enaio;

import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.dms.Account;
import org.kontor.dms.DmsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Finds the API, has the credentials checked, and learns who and what answers (G48). */
final class SignIn {
  private final EnaioReads reads;
  private final Service service;
  private final String user;
  private final Definition definition;

  /** Reads the object definition, which needs a sign-in. */
  @FunctionalInterface
  interface Definition {
    Object read() throws DmsException, InterruptedException;
  }

  SignIn(EnaioReads reads, Service service, String user, Definition definition) {
    this.reads = reads;
    this.service = service;
    this.user = user;
    this.definition = definition;
  }

  Inspection.Person recognise() throws DmsException, InterruptedException {
    String before = service.way(Point.API_PATH);
    JsonNode info;
    try {
      info = new Ways(service).first(Point.API_PATH, this::info);
    } catch (DmsException nowhere) {
      reads.useApiPath(before);
      throw nowhere;
    }
    service.identify(version(info));
    return person(info);
  }

  private JsonNode info(String path) throws DmsException, InterruptedException {
    reads.useApiPath(path);
    try {
      return reads.get(EnaioWrites.INFO);
    } catch (DmsException.NotFound
        | DmsException.NotOffered
        | DmsException.ProtocolViolation notDocumented) {
      // Not documented for every version (G48); the definition needs a sign-in as well.
      definition.read();
      return MissingNode.getInstance();
    }
  }

  private Inspection.Person person(JsonNode info) {
    JsonNode person = info.path("user");
    Account account =
        new Account(
            Lenient.text(person, "name", "userName").orElse(user),
            Lenient.text(person, "fullName").orElse(user));
    return new Inspection.Person(Lenient.text(person, "id", "userId"), account);
  }

  private static Optional<ServiceVersion> version(JsonNode info) {
    return Stream.of(info.path("service"), info.path("dms"), info.path("info"), info)
        .flatMap(owner -> Lenient.text(owner, "version", "serviceVersion").stream())
        .flatMap(text -> ServiceVersion.of(text).stream())
        .findFirst();
  }
}
