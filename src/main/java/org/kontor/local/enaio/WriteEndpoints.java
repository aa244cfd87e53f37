package org.kontor.local.enaio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.DiskException;
import org.kontor.local.store.Intake;
import org.kontor.local.store.Received;
import org.kontor.local.text.Message;

/** POST /objects, and PATCH and POST of one object (reference 3.1, 3.3, 3.4). */
final class WriteEndpoints {
  private static final System.Logger LOG = System.getLogger(WriteEndpoints.class.getName());

  private final Archive archive;

  WriteEndpoints(Archive archive) {
    this.archive = archive;
  }

  /** What became of the entries; each one stands in exactly one of the lists. */
  private record Outcome(List<Long> written, List<Failed> failed) {}

  /** An entry with its files, or why these are not there. */
  private record Prepared(Entry entry, List<Received> files) {}

  Response post(Request request) throws IOException, HttpFailure {
    boolean json = request.mediaType().equals("application/json");
    if (json && !archive.behaviour().has(Feature.JSON_OBJECTS)) {
      throw new HttpFailure(415, Message.of("request.media", request.mediaType()));
    }
    return write(request, entry -> entry);
  }

  Response patchOne(Request request) throws IOException, HttpFailure {
    if (!request.mediaType().equals("application/json")) {
      throw new HttpFailure(415, Message.of("request.media", request.mediaType()));
    }
    return one(request);
  }

  Response postOne(Request request) throws IOException, HttpFailure {
    return one(request);
  }

  private Response one(Request request) throws IOException, HttpFailure {
    return write(request, entry -> entry.forObject(request.segment("id")));
  }

  private Response write(Request request, Function<Entry, Entry> target)
      throws IOException, HttpFailure {
    try (Intake intake = archive.contents().intake()) {
      Upload upload = Upload.read(request, intake);
      boolean single = !request.segment("id").isEmpty();
      if (single && upload.entries().size() != 1) {
        throw new HttpFailure(400, Message.of("request.single"));
      }
      List<Failed> failed = new ArrayList<>();
      List<Prepared> prepared = new ArrayList<>();
      for (Entry sent : upload.entries()) {
        Entry entry = target.apply(sent);
        try {
          List<Received> files = upload.filesOf(entry);
          intake.place(files);
          prepared.add(new Prepared(entry, files));
        } catch (Refusal refusal) {
          failed.add(new Failed(entry, refusal));
        }
      }
      Outcome outcome = write(request, prepared, failed);
      if (single
          && !outcome.failed().isEmpty()
          && outcome.failed().getFirst().refusal().isMissing()) {
        throw new HttpFailure(404, 1001, Message.of("object.missing", request.segment("id")));
      }
      boolean inserts = upload.entries().stream().anyMatch(it -> it.objectId().isEmpty());
      return answer(request, outcome, !single && inserts);
    } catch (DiskException full) {
      LOG.log(System.Logger.Level.WARNING, "A file could not be kept", full);
      throw new HttpFailure(507, Message.of("request.disk"));
    }
  }

  private Outcome write(Request request, List<Prepared> prepared, List<Failed> failed) {
    return archive
        .database()
        .write(
            session -> {
              EntryWriter writer =
                  new EntryWriter(archive, session, request.caller(), System.currentTimeMillis());
              Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(failed));
              for (Prepared one : prepared) {
                try {
                  outcome.written().add(writer.write(one.entry(), one.files()));
                } catch (Refusal refusal) {
                  outcome.failed().add(new Failed(one.entry(), refusal));
                }
              }
              return outcome;
            });
  }

  private Response answer(Request request, Outcome outcome, boolean inserts) {
    boolean minimal =
        archive.behaviour().has(Feature.MINIMAL_RESPONSE) && request.flag("minimalResponse", false);
    byte[] json =
        archive
            .database()
            .read(
                session -> {
                  ResultWriter result = new ResultWriter(archive, session, request.caller());
                  for (long id : outcome.written()) {
                    result.written(id, minimal);
                  }
                  return result.finish(outcome.failed(), request.locale());
                });
    int done = inserts && archive.behaviour().reads(Reading.CREATED_201) ? 201 : 200;
    return Response.json(outcome.failed().isEmpty() ? done : 422, json);
  }
}
