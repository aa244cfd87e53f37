package org.kontor.enaio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

  /**
   * @param schema the definition, if it was read already: only used to explain refusals
   */
  EnaioWrites(HttpSession session, Supplier<Optional<Schema>> schema) {
    this.session = session;
    this.schema = schema;
  }

  /** One POST for neighbours that can share it, one DELETE for each location to be removed. */
  List<WriteResult> execute(List<Operation> operations, SendProgress progress)
      throws DmsException, InterruptedException {
    List<WriteResult> results = new ArrayList<>();
    long sent = 0;
    for (List<Operation> run : runs(operations)) {
      long before = sent;
      try {
        results.addAll(run(run, new Further(progress, before)));
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
    return run.getFirst() instanceof Operation.RemoveLocation remove
        ? List.of(remove(remove))
        : post(run, progress);
  }

  private List<WriteResult> post(List<Operation> run, SendProgress progress)
      throws DmsException, InterruptedException {
    RequestBody body = OperationWriter.write(run);
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
          yield Collections.nCopies(run.size(), unclear(refusal(answer)));
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

  private WriteResult remove(Operation.RemoveLocation operation)
      throws DmsException, InterruptedException {
    Resource location =
        Resource.of("objects", operation.object().value())
            .with("location", operation.at().id().value());
    Answer answer;
    try {
      answer = session.delete(location);
    } catch (HttpFailure failure) {
      throw judge(failure);
    }
    if (answer.status() == 204) {
      return new WriteResult.Accepted(operation.object(), Optional.of(operation.type()));
    }
    throw refusal(answer);
  }

  private DmsException judge(HttpFailure failure) throws InterruptedException {
    String text = String.valueOf(failure.getMessage());
    return switch (failure) {
      case HttpFailure.NotSent _ -> new DmsException.Unreachable(text, failure);
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

  private static WriteResult unclear(DmsException reason) {
    return new WriteResult.Unclear(
        reason instanceof DmsException.Refused refused
            ? refused
            : new DmsException.Refused(String.valueOf(reason.getMessage()), Map.of()));
  }

  /** What came before the failure stands; the rest has to be probed. */
  private static List<WriteResult> filledUp(
      List<WriteResult> results, int size, DmsException failure) {
    List<WriteResult> all = new ArrayList<>(results);
    all.addAll(Collections.nCopies(size - results.size(), unclear(failure)));
    return all;
  }

  private static List<List<Operation>> runs(List<Operation> operations) {
    List<List<Operation>> runs = new ArrayList<>();
    boolean open = false;
    for (Operation operation : operations) {
      boolean alone = operation instanceof Operation.RemoveLocation;
      if (alone || !open) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(operation);
      open = !alone;
    }
    return runs;
  }

  private static List<SourceFile> files(List<Operation> run) {
    return run.stream()
        .filter(Operation.Insert.class::isInstance)
        .flatMap(insert -> ((Operation.Insert) insert).files().stream())
        .toList();
  }

  /** The progress of one of several requests. */
  private record Further(SendProgress all, long before) implements SendProgress {
    @Override
    public void sent(long bytes) {
      all.sent(before + bytes);
    }

    @Override
    public void sentWhole(SourceFile file, String sha256) {
      all.sentWhole(file, sha256);
    }
  }
}
