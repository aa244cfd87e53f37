package org.kontor.enaio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kontor.client.CallFailures;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.http.Answer;
import org.kontor.http.HttpFailure;
import org.kontor.http.HttpSession;
import org.kontor.http.RequestBody;
import org.kontor.http.Resource;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

/**
 * Writing calls. Everything that was at least partly sent and did not get a sensible answer is in
 * doubt; the outbox relies on it (reference 6).
 */
final class EnaioWrites {
  private static final Resource OBJECTS = Resource.of("objects").with("minimalResponse", "true");
  static final Resource INFO = Resource.of("info", "native");

  /** In a batch they may be said about one object, after others were stored. */
  private static final Set<Integer> ABOUT_ONE_OBJECT = Set.of(400, 403, 404, 409, 410, 423);

  private final HttpSession session;
  private final Supplier<Optional<Schema>> schema;
  private final Predicate<Ability> service;

  /**
   * @param schema the definition, if it was read already: only used to explain refusals
   * @param service what it can do
   */
  EnaioWrites(HttpSession session, Supplier<Optional<Schema>> schema, Predicate<Ability> service) {
    this.session = session;
    this.schema = schema;
    this.service = service;
  }

  /** One POST for neighbours that can share it, and one request for each of the others. */
  List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException {
    List<WriteResult> results = new ArrayList<>();
    long sent = 0;
    for (List<Operation> run : runs(operations)) {
      long before = sent;
      try {
        results.addAll(run(run, progress.behind(before)));
      } catch (DmsException failure) {
        if (results.isEmpty()) {
          throw failure;
        }
        return filledUp(results, operations.size(), failure);
      }
      sent += files(run).stream().mapToLong(SourceFile::length).sum();
    }
    return results;
  }

  private List<WriteResult> run(List<Operation> run, SendProgress progress)
      throws DmsException, InterruptedException {
    Optional<Ability> lacking = lacking(run.getFirst());
    if (lacking.isPresent()) {
      return List.of(new WriteResult.Rejected(Needs.refusal(lacking.get())));
    }
    if (run.getFirst() instanceof Operation.MoveAndUpdate both && isInSteps(both)) {
      return List.of(inSteps(both));
    }
    Optional<OwnRequest> own = OwnRequest.of(run.getFirst());
    return own.isPresent()
        ? List.of(send((Operation.OnObject) run.getFirst(), own.get(), progress))
        : post(run, progress);
  }

  /**
   * The index data first: a value that the server refuses then leaves the object as and where it
   * was, while the other order would leave it moved. Both steps may be made again without harm, so
   * whatever breaks between them, the whole is simply sent again after the probe. Only where the
   * move is refused for good the first step stands, and the reason says so.
   */
  private WriteResult inSteps(Operation.MoveAndUpdate both)
      throws DmsException, InterruptedException {
    Operation update =
        new Operation.UpdateFields(both.object(), both.type(), both.fields(), both.before());
    WriteResult updated = post(List.of(update), SendProgress.NONE).getFirst();
    if (!(updated instanceof WriteResult.Accepted)) {
      return updated;
    }
    Operation move = new Operation.Move(both.object(), both.type(), both.from(), both.to());
    return switch (post(List.of(move), SendProgress.NONE).getFirst()) {
      case WriteResult.Rejected(DmsException.Refused reason) ->
          new WriteResult.Rejected(
              new DmsException.Refused(
                  "the index data were changed, but the move was refused: " + reason.getMessage(),
                  reason.fieldMessages()));
      case WriteResult moved -> moved;
    };
  }

  private Optional<Ability> lacking(Operation operation) {
    return Needs.of(operation).filter(ability -> !service.test(ability));
  }

  private boolean isInSteps(Operation operation) {
    return operation instanceof Operation.MoveAndUpdate && !service.test(Ability.MOVE_AND_UPDATE);
  }

  private List<WriteResult> post(List<Operation> run, SendProgress progress)
      throws DmsException, InterruptedException {
    RequestBody body = OperationWriter.write(run, service.test(Ability.JSON_WRITES));
    Answer answer;
    try {
      answer = session.send(OBJECTS, body, progress::sent);
    } catch (HttpFailure failure) {
      throw judge(failure);
    } finally {
      tellDigests(run, body, progress);
    }
    return switch (answer.status()) {
      case 200, 201 -> stored(run, answer);
      case 422 -> RefusalReader.read(run, answer, schema.get());
      default -> {
        if (run.size() > 1 && ABOUT_ONE_OBJECT.contains(answer.status())) {
          yield Collections.nCopies(run.size(), WriteResult.Unclear.because(refusal(answer)));
        }
        throw refusal(answer);
      }
    };
  }

  private static void tellDigests(List<Operation> run, RequestBody body, SendProgress progress) {
    int part = 0;
    for (SourceFile file : files(run)) {
      part++;
      body.sha256(OperationWriter.partName(part))
          .ifPresent(sha256 -> progress.sentWhole(file, sha256));
    }
  }

  private static List<WriteResult> stored(List<Operation> run, Answer answer)
      throws DmsException.InDoubt {
    try {
      return AnswerReader.read(run, answer.json());
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw new DmsException.InDoubt(String.valueOf(senseless.getMessage()), senseless);
    }
  }

  private WriteResult send(Operation.OnObject operation, OwnRequest own, SendProgress progress)
      throws DmsException, InterruptedException {
    Answer answer;
    try {
      answer =
          own.body().isPresent()
              ? session.send(own.method(), own.resource(), own.body().get(), progress::sent)
              : session.send(own.method(), own.resource());
    } catch (HttpFailure failure) {
      throw judge(failure);
    } finally {
      own.body().ifPresent(body -> tellDigests(List.of(operation), body, progress));
    }
    return switch (answer.status()) {
      case 204 -> new WriteResult.Accepted(operation.object(), operation.namedType());
      case 200, 201 -> stored(operation, answer);
      case 422 -> RefusalReader.read(List.of(operation), answer, schema.get()).getFirst();
      default -> throw refusal(answer);
    };
  }

  /** It names the object, or lists its files: anything else may come from somebody in between. */
  private static WriteResult stored(Operation.OnObject operation, Answer answer)
      throws DmsException.InDoubt {
    try {
      JsonNode body = answer.json();
      if (operation instanceof Operation.ContentChange && body.isArray()) {
        return new WriteResult.Accepted(operation.object(), operation.namedType());
      }
      return AnswerReader.read(List.of(operation), body).getFirst();
    } catch (HttpFailure.SenselessAnswer senseless) {
      throw new DmsException.InDoubt(String.valueOf(senseless.getMessage()), senseless);
    }
  }

  private DmsException judge(HttpFailure failure) throws InterruptedException {
    String text = String.valueOf(failure.getMessage());
    return switch (failure) {
      case HttpFailure.NotSent unsent -> CallFailures.unsent(unsent);
      case HttpFailure.FileUnusable _ -> new DmsException.FileUnusable(text, failure);
      case HttpFailure.SenselessAnswer _ -> new DmsException.InDoubt(text, failure);
      case HttpFailure.Broken broken ->
          !broken.wholeRequestLeft() && sessionHasEnded()
              ? new DmsException.NotSignedIn(text)
              : new DmsException.InDoubt(text, failure);
    };
  }

  /**
   * An early 401 is often lost when the connection breaks under a large body. Only asked where the
   * server cannot have the whole request.
   */
  private boolean sessionHasEnded() throws InterruptedException {
    try {
      return session.get(INFO).status() == 401;
    } catch (HttpFailure unknown) {
      return false;
    }
  }

  private static DmsException refusal(Answer answer) {
    return Refusals.of(answer)
        .orElseGet(() -> new DmsException.InDoubt(ServerError.of(answer).text(), null));
  }

  /** What came before the failure stands; the rest has to be probed. */
  private static List<WriteResult> filledUp(
      List<WriteResult> results, int size, DmsException failure) {
    List<WriteResult> all = new ArrayList<>(results);
    all.addAll(Collections.nCopies(size - results.size(), WriteResult.Unclear.because(failure)));
    return all;
  }

  private List<List<Operation>> runs(List<Operation> operations) {
    List<List<Operation>> runs = new ArrayList<>();
    boolean open = false;
    for (Operation operation : operations) {
      boolean alone =
          OwnRequest.of(operation).isPresent()
              || isInSteps(operation)
              || lacking(operation).isPresent();
      if (alone || !open) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(operation);
      open = !alone;
    }
    return runs;
  }

  private static List<SourceFile> files(List<Operation> run) {
    return run.stream().flatMap(operation -> operation.files().stream()).toList();
  }
}
