package org.kontor.enaio;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DocumentCustody;
import org.kontor.dms.DocumentCustody.Holder;
import org.kontor.dms.Evidence;
import org.kontor.dms.PageRequest;
import org.kontor.http.Resource;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/** Reads that only settle doubts: what the reference offers to tell whether a change was made. */
final class EnaioEvidence implements Evidence {

  /** Where the object definition comes from, which is read when first needed. */
  @FunctionalInterface
  interface Definition {
    Schema get() throws DmsException, InterruptedException;
  }

  private final EnaioReads reads;
  private final Service service;
  private final Definition definition;
  private volatile @Nullable String myNumber;

  EnaioEvidence(EnaioReads reads, Service service, Definition definition) {
    this.reads = reads;
    this.service = service;
    this.definition = definition;
  }

  @Override
  public Presence presence(ObjectId id) throws DmsException, InterruptedException {
    try {
      reads.object(id, definition.get());
      return Presence.PRESENT;
    } catch (DmsException.NotFound notHere) {
      return inBin(id);
    }
  }

  private Presence inBin(ObjectId id) throws DmsException, InterruptedException {
    Resource deleted =
        Resource.of("objects", id.value())
            .with("includePermissions", "false")
            .with("garbageMode", "true");
    try {
      reads.get(deleted);
      return Presence.IN_BIN;
    } catch (DmsException.NotFound | DmsException.NoRight | DmsException.Refused nowhere) {
      return Presence.NOWHERE;
    }
  }

  /** Asked of the search: what a GET tells of system fields is not said (reference 2.9). */
  @Override
  public DocumentCustody custody(DmsObject.Document document)
      throws DmsException, InterruptedException {
    Optional<ObjectType> type = document.type().flatMap(definition.get()::type);
    if (type.isPresent()) {
      Statement statement =
          new Statement(
              "SELECT %s, %s, %s FROM %s WHERE %s = @id"
                  .formatted(
                      Wire.ID,
                      Wire.LOCKED_BY,
                      Wire.PLANNED_RETENTION,
                      type.get().internalName(),
                      Wire.ID),
              Map.of("id", document.id().value()));
      for (JsonNode hit : reads.search(statement, PageRequest.first(1)).entries()) {
        JsonNode properties = hit.path(Wire.PROPERTIES);
        return new DocumentCustody(
            holder(ObjectReader.property(properties, Wire.LOCKED_BY)),
            ObjectReader.property(properties, Wire.PLANNED_RETENTION).flatMap(EnaioEvidence::date));
      }
    }
    // What lies in the tray is not found by searches (reference 2.3).
    return new DocumentCustody(Holder.UNKNOWN, Optional.empty());
  }

  @Override
  public Set<ObjectId> references(ObjectId original, TypeId type)
      throws DmsException, InterruptedException {
    return having(type, Wire.SOURCE, original.value());
  }

  /** A text that may be changed and is long enough; a key field is the server's own guard, too. */
  @Override
  public Optional<String> tagField(TypeId type, int length)
      throws DmsException, InterruptedException {
    String named = service.way(Point.TAG_FIELD);
    return named.isBlank()
        ? Optional.empty()
        : known(type)
            .field(named)
            .filter(field -> !field.readOnly() && takes(field.type(), length))
            .map(FieldDefinition::name);
  }

  private static boolean takes(FieldType type, int length) {
    return type instanceof FieldType.Text(int most) && (most == 0 || most >= length);
  }

  @Override
  public Set<ObjectId> having(TypeId type, String field, String value)
      throws DmsException, InterruptedException {
    Statement statement =
        new Statement(
            "SELECT %s FROM %s WHERE %s = @value"
                .formatted(Wire.ID, known(type).internalName(), field),
            Map.of("value", value));
    Set<ObjectId> found = new HashSet<>();
    PageRequest page = PageRequest.first(PageRequest.LARGEST);
    while (true) {
      ResultPage hits = reads.search(statement, page);
      for (JsonNode hit : hits.entries()) {
        ObjectReader.property(hit.path(Wire.PROPERTIES), Wire.ID)
            .map(ObjectId::new)
            .ifPresent(found::add);
      }
      if (hits.mayBeCut()) {
        throw new DmsException.PartOfList("nothing says that these are all");
      }
      if (!hits.more() || hits.entries().isEmpty()) {
        return found;
      }
      page = page.next();
    }
  }

  private ObjectType known(TypeId type) throws DmsException, InterruptedException {
    return definition
        .get()
        .type(type)
        .orElseThrow(
            () -> new DmsException.NotFound("type " + type + " is not in the object definition"));
  }

  /** The property is the number of an account (reference 3.15); whose, only info tells (G48). */
  private Holder holder(Optional<String> lockedBy) throws DmsException, InterruptedException {
    Optional<String> number = lockedBy.filter(it -> !it.isBlank() && !it.equals("0"));
    if (number.isEmpty()) {
      return Holder.NOBODY;
    }
    String mine = mine();
    if (mine.isEmpty()) {
      return Holder.UNKNOWN;
    }
    return number.get().equals(mine) ? Holder.ME : Holder.ANOTHER;
  }

  private String mine() throws DmsException, InterruptedException {
    String known = myNumber;
    if (known == null) {
      try {
        known = Lenient.text(reads.get(EnaioWrites.INFO).path("user"), "id", "userId").orElse("");
      } catch (DmsException.NotFound noSuchEndpoint) {
        known = "";
      }
      myNumber = known;
    }
    return known;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException senseless) {
      return Optional.empty();
    }
  }
}
