package org.kontor.enaio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.WriteResult;
import org.kontor.http.Answer;
import org.kontor.http.HttpFailure;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

/**
 * Reads a 422 (reference 5.2). A batch is not atomic, and a failure need not say which object it
 * was: what is not named by its id has to be probed (G11).
 */
final class RefusalReader {
  private final List<Operation> operations;
  private final Optional<Schema> schema;
  private final Set<ObjectId> known;
  private final Map<ObjectId, WriteResult.Accepted> stored = new HashMap<>();
  private final Map<ObjectId, String> refused = new HashMap<>();
  private final List<String> sentences = new ArrayList<>();
  private DmsException.Refused.Reason why = DmsException.Refused.Reason.RULES;
  private boolean unknownStored;

  private RefusalReader(List<Operation> operations, Optional<Schema> schema) {
    this.operations = operations;
    this.schema = schema;
    this.known = AnswerReader.known(operations);
  }

  /**
   * One result for each operation.
   *
   * @param schema for telling which fields are meant, where it is there already
   */
  static List<WriteResult> read(
      List<Operation> operations, Answer answer, Optional<Schema> schema) {
    RefusalReader reader = new RefusalReader(operations, schema);
    try {
      reader.take(answer.json());
    } catch (HttpFailure.SenselessAnswer notJson) {
      // The status alone says that something was refused.
    }
    if (reader.sentences.isEmpty()) {
      ServerError alone = ServerError.of(answer);
      reader.sentences.add(alone.words());
      reader.why = Refusals.reason(alone);
    }
    return operations.stream().map(reader::result).toList();
  }

  /** The body of 5.2; some servers put the failures alone where the whole should be. */
  private void take(JsonNode body) {
    for (JsonNode entry : Lenient.list(body.path(Wire.OBJECTS))) {
      try {
        WriteResult.Accepted accepted = AnswerReader.accepted(entry);
        stored.put(accepted.object(), accepted);
        unknownStored |= !known.contains(accepted.object());
      } catch (HttpFailure.SenselessAnswer unnamed) {
        unknownStored = true;
      }
    }
    for (JsonNode failure : Lenient.list(body.isArray() ? body : body.path("failed"))) {
      String sentence = ServerError.message(failure).orElse("");
      sentences.add(sentence);
      named(failure).ifPresent(id -> refused.merge(id, sentence, RefusalReader::joined));
    }
  }

  /** The object that a failure is about, where it says so. */
  private static Optional<ObjectId> named(JsonNode failure) {
    return ObjectReader.property(failure.path(Wire.PROPERTIES), Wire.ID)
        .or(() -> ObjectReader.property(failure, Wire.ID))
        .filter(id -> !id.isBlank())
        .map(ObjectId::new);
  }

  private static String joined(String first, String second) {
    return (first + " " + second).strip();
  }

  private WriteResult result(Operation operation) {
    String sentence = sentences.stream().distinct().reduce("", RefusalReader::joined);
    if (operation instanceof Operation.OnObject on) {
      WriteResult.Accepted accepted = stored.get(on.object());
      String own = refused.get(on.object());
      if (accepted != null && own == null) {
        return accepted;
      }
      if (own != null && accepted == null) {
        return new WriteResult.Rejected(reason(operation, own));
      }
      return operations.size() == 1 && own == null
          ? new WriteResult.Rejected(reason(operation, sentence))
          : new WriteResult.Unclear(reason(operation, sentence));
    }
    boolean alone = operations.size() == 1 && !unknownStored;
    return alone
        ? new WriteResult.Rejected(reason(operation, sentence))
        : new WriteResult.Unclear(reason(operation, sentence));
  }

  private DmsException.Refused reason(Operation operation, String sentence) {
    Map<String, String> fields =
        operation
            .namedType()
            .flatMap(id -> schema.flatMap(it -> it.type(id)))
            .map((ObjectType type) -> FieldMessages.find(sentence, type))
            .orElse(Map.of());
    String text = sentence.isEmpty() ? "HTTP 422" : sentence;
    return new DmsException.Refused(text, why, sentence, fields);
  }
}
