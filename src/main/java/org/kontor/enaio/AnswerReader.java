package org.kontor.enaio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.kontor.dms.Operation;
import org.kontor.dms.WriteResult;
import org.kontor.http.HttpFailure;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/**
 * Reads the answer to a POST /objects that says it is done (reference 3.1.2). It is believed only
 * when it names every object: known ones by their id, new ones by as many ids as were sent.
 */
final class AnswerReader {
  private AnswerReader() {}

  /**
   * One result for each operation.
   *
   * @throws HttpFailure.SenselessAnswer when it names fewer, more or other objects than were sent
   */
  static List<WriteResult> read(List<Operation> operations, JsonNode answer)
      throws HttpFailure.SenselessAnswer {
    Set<ObjectId> known = known(operations);
    Map<ObjectId, WriteResult.Accepted> existing = new HashMap<>();
    Deque<WriteResult.Accepted> inserted = new ArrayDeque<>();
    for (JsonNode entry : Lenient.list(answer.path(Wire.OBJECTS))) {
      WriteResult.Accepted accepted = accepted(entry);
      if (known.contains(accepted.object())) {
        existing.put(accepted.object(), accepted);
      } else {
        inserted.add(accepted);
      }
    }
    check(operations, existing, inserted);
    List<WriteResult> results = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof Operation.OnObject on) {
        results.add(existing.get(on.object()));
      } else {
        results.add(inserted.remove());
      }
    }
    return results;
  }

  /** An entry of the answer as a result. */
  static WriteResult.Accepted accepted(JsonNode entry) throws HttpFailure.SenselessAnswer {
    Optional<TypeId> type =
        ObjectReader.property(entry.path(Wire.PROPERTIES), Wire.TYPE)
            .filter(text -> !text.isBlank() && !TypeNumbers.isTypeless(text))
            .map(TypeId::new);
    return new WriteResult.Accepted(ObjectReader.id(entry), type);
  }

  static Set<ObjectId> known(List<Operation> operations) {
    Set<ObjectId> ids = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof Operation.OnObject on) {
        ids.add(on.object());
      }
    }
    return ids;
  }

  private static void check(
      List<Operation> operations,
      Map<ObjectId, WriteResult.Accepted> existing,
      Deque<WriteResult.Accepted> inserted)
      throws HttpFailure.SenselessAnswer {
    if (!existing.keySet().containsAll(known(operations))) {
      throw new HttpFailure.SenselessAnswer("the answer does not name every object that was sent");
    }
    List<Operation> inserts =
        operations.stream().filter(Operation.NewObject.class::isInstance).toList();
    long different = inserted.stream().map(WriteResult.Accepted::object).distinct().count();
    if (inserts.size() != inserted.size() || different != inserted.size()) {
      throw new HttpFailure.SenselessAnswer(
          "%d new objects were sent and %d were answered".formatted(inserts.size(), different));
    }
    int at = 0;
    for (WriteResult.Accepted accepted : inserted) {
      if (contradicts(inserts.get(at).namedType(), accepted.type())) {
        throw new HttpFailure.SenselessAnswer("the answer names objects of another type");
      }
      at++;
    }
  }

  /** Names may be written in other ways, and the main type be chosen for each document. */
  private static boolean contradicts(Optional<TypeId> sent, Optional<TypeId> answered) {
    if (sent.isEmpty() || answered.isEmpty()) {
      return false;
    }
    OptionalInt mine = TypeNumbers.number(sent.get());
    OptionalInt theirs = TypeNumbers.number(answered.get());
    return mine.isPresent() && theirs.isPresent() && !mine.equals(theirs);
  }
}
