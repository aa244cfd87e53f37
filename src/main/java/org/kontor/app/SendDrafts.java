package org.kontor.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldProblem;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.MimeTypes;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.model.Validation;
import org.kontor.outbox.Draft;
import org.kontor.ui.common.Messages;

/**
 * Turns a request into drafts for the outbox, checked against the server's definition if it is
 * there.
 */
final class SendDrafts {
  private final SendRequest request;
  private final Messages messages;

  SendDrafts(SendRequest request, Messages messages) {
    this.request = request;
    this.messages = messages;
  }

  /** Checks type, fields and target completely before anything is accepted. */
  List<Draft> checked(DmsServer server, List<Path> files)
      throws SendRefusal, DmsException, InterruptedException {
    Schema schema = server.schema();
    if (request.type().isEmpty() && request.to().isEmpty() && !request.fields().isEmpty()) {
      throw usage("send.fields.without.type");
    }
    Optional<ObjectType> named = Optional.empty();
    if (request.type().isPresent()) {
      named = Optional.of(typeNamed(schema, request.type().get()));
    }
    Location target = target(server);
    Optional<ObjectType> type = named.or(() -> onlyType(schema, target));
    if (type.isEmpty() && request.to().isPresent()) {
      throw usage("send.type.missing");
    }
    Optional<Location.Container> also = Optional.empty();
    if (request.also().isPresent()) {
      also = Optional.of(container(server, request.also().get()));
    } else if (type.isPresent() && server.capabilities().offers(Feature.PLACE_IN_EACH_CABINET)) {
      throw usage("send.also.missing");
    }
    Map<String, FieldValue> fields = type.isPresent() ? values(type.get()) : Map.of();
    return drafts(target, type.map(ObjectType::id), fields, also, files);
  }

  /** The one that a container takes, where there is no choice. */
  private static Optional<ObjectType> onlyType(Schema schema, Location target) {
    if (!(target instanceof Location.Container container)) {
      return Optional.empty();
    }
    List<ObjectType> types =
        schema.childTypes(container.type()).filter(type -> type.kind() == Kind.DOCUMENT).toList();
    return types.size() == 1 ? Optional.of(types.getFirst()) : Optional.empty();
  }

  /**
   * Takes the request on trust, for a server that is not there now: names stand for ids, which
   * servers accept since 5.3.0 (reference 2.2), and what is wrong is refused when it is sent.
   */
  List<Draft> unchecked(List<Path> files) throws SendRefusal {
    if (request.to().isPresent() && request.type().isEmpty()) {
      throw usage("send.type.missing");
    }
    Location target = request.to().<Location>map(SendDrafts::unknown).orElse(Location.TRAY);
    Map<String, FieldValue> fields = new HashMap<>();
    request.fields().forEach((name, text) -> fields.put(name, FieldValue.of(text)));
    return drafts(
        target,
        request.type().map(TypeId::new),
        fields,
        request.also().map(SendDrafts::unknown),
        files);
  }

  private static Location.Container unknown(String id) {
    return new Location.Container(new ObjectId(id), new TypeId("unknown"), Kind.FOLDER);
  }

  private ObjectType typeNamed(Schema schema, String name) throws SendRefusal {
    ObjectType type =
        schema
            .typeNamed(name)
            .orElseThrow(
                () ->
                    usage(
                        "send.type.unknown",
                        name,
                        schema
                            .documentTypes()
                            .map(ObjectType::internalName)
                            .collect(Collectors.joining(", "))));
    if (type.kind() != Kind.DOCUMENT) {
      throw usage("send.type.container", name);
    }
    return type;
  }

  private Location target(DmsServer server) throws SendRefusal, DmsException, InterruptedException {
    return request.to().isEmpty() ? Location.TRAY : container(server, request.to().get());
  }

  private Location.Container container(DmsServer server, String id)
      throws SendRefusal, DmsException, InterruptedException {
    try {
      return switch (server.object(new ObjectId(id))) {
        case DmsObject.Container container -> container.inside();
        case DmsObject.Document _ -> throw usage("send.target.document", id);
      };
    } catch (DmsException.NotFound _) {
      throw usage("send.target.missing", id);
    }
  }

  private Map<String, FieldValue> values(ObjectType type) throws SendRefusal {
    Map<String, FieldValue> values = new HashMap<>();
    for (FieldDefinition field : type.fields()) {
      field.initialValue().ifPresent(value -> values.put(field.name(), value));
    }
    for (Map.Entry<String, String> named : request.fields().entrySet()) {
      FieldDefinition field =
          type.field(named.getKey())
              .orElseThrow(
                  () ->
                      usage(
                          "send.field.unknown",
                          type.internalName(),
                          named.getKey(),
                          type.fields().stream()
                              .map(FieldDefinition::name)
                              .collect(Collectors.joining(", "))));
      values.put(field.name(), value(field, named.getValue()));
    }
    List<FieldProblem> problems = Validation.check(type, values);
    if (!problems.isEmpty()) {
      throw new SendRefusal(
          ExitCode.REFUSED,
          problems.stream()
              .map(problem -> sentence(type, problem))
              .collect(Collectors.joining("; ")));
    }
    return values;
  }

  private static FieldValue value(FieldDefinition field, String text) {
    return field.type() instanceof FieldType.Choice choice && choice.multiple()
        ? new FieldValue.Multiple(List.of(text.split("\\|")))
        : FieldValue.of(text);
  }

  private String sentence(ObjectType type, FieldProblem problem) {
    String label =
        type.field(problem.field())
            .map(field -> field.label().in(messages.locale()))
            .orElse(problem.field());
    return messages.get("send.invalid." + problem.reason(), label, problem.limit());
  }

  private static List<Draft> drafts(
      Location target,
      Optional<TypeId> type,
      Map<String, FieldValue> fields,
      Optional<Location.Container> also,
      List<Path> files) {
    return files.stream()
        .map(
            file -> {
              SourceFile source = source(file);
              Optional<MainType> mainType =
                  type.isPresent()
                      ? Optional.empty()
                      : Optional.of(MainType.forTypeless(source.mimeType()));
              return new Draft(
                  source.name(),
                  new Operation.Insert(target, type, mainType, fields, List.of(source), also));
            })
        .toList();
  }

  /** A file that is not there goes along: the outbox refuses it while the others go on. */
  private static SourceFile source(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      return SourceFile.of(absolute);
    } catch (IOException _) {
      String name = absolute.getFileName().toString();
      return new SourceFile(absolute, name, MimeTypes.ofName(name), 0, Optional.empty(), 0);
    }
  }

  private SendRefusal usage(String key, Object... arguments) {
    return new SendRefusal(ExitCode.USAGE, messages.get(key, arguments));
  }
}
