package org.kontor.local.enaio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.kontor.local.definition.Right;
import org.kontor.local.http.Disposition;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.DiskException;
import org.kontor.local.store.Intake;
import org.kontor.local.store.Received;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;
import tools.jackson.core.JsonGenerator;

/** Replacing, inserting and removing the files of a document (reference 3.7). */
final class ContentEndpoints {
  private static final System.Logger LOG = System.getLogger(ContentEndpoints.class.getName());

  private final Archive archive;

  ContentEndpoints(Archive archive) {
    this.archive = archive;
  }

  /** What is done with the file that came in. */
  @FunctionalInterface
  private interface Change {
    void apply(Contents contents, StoredObject object, Received file) throws Refusal;
  }

  /** The body becomes the only file. */
  Response replaceAll(Request request) throws IOException, HttpFailure {
    return change(request, (contents, object, file) -> contents.replace(object, List.of(file)));
  }

  /** The body takes the place of one file. */
  Response replaceOne(Request request) throws IOException, HttpFailure {
    return change(
        request,
        (contents, object, file) -> contents.replaceAt(object, request.segment("index"), file));
  }

  /** The body is put before one file. */
  Response insert(Request request) throws IOException, HttpFailure {
    return change(
        request,
        (contents, object, file) -> contents.insertBefore(object, request.segment("index"), file));
  }

  /** Removes one file. The documentation that could be seen has no such call (reference 3.7). */
  Response removeOne(Request request) throws HttpFailure {
    return Reach.write(
        archive,
        request,
        reach -> {
          StoredObject object = changeable(reach, request);
          try {
            contents(reach).removeAt(object, request.segment("index"));
          } catch (Refusal refusal) {
            throw failure(refusal);
          }
          return listed(new ContentTable(reach.session()).of(object.id()));
        });
  }

  /** Removes all files. */
  Response clear(Request request) throws HttpFailure {
    return Reach.write(
        archive,
        request,
        reach -> {
          StoredObject object = changeable(reach, request);
          try {
            contents(reach).clear(object);
          } catch (Refusal refusal) {
            throw failure(refusal);
          }
          if (request.flag("minimalResponse", false)) {
            return Response.empty(204);
          }
          ResultWriter result = new ResultWriter(archive, reach.session(), reach.caller());
          result.full(object.id(), ResultWriter.Extent.FULL);
          return Response.json(200, result.finish(List.of(), request.locale()));
        });
  }

  private Response change(Request request, Change change) throws IOException, HttpFailure {
    try (Intake intake = archive.contents().intake()) {
      Received file = receive(request, intake);
      intake.place(List.of(file));
      return Reach.write(
          archive,
          request,
          reach -> {
            StoredObject object = changeable(reach, request);
            try {
              change.apply(contents(reach), object, file);
            } catch (Refusal refusal) {
              throw failure(refusal);
            }
            return listed(new ContentTable(reach.session()).of(object.id()));
          });
    } catch (DiskException full) {
      LOG.log(System.Logger.Level.WARNING, "A file could not be kept", full);
      throw new HttpFailure(507, Message.of("request.disk"));
    }
  }

  private static Received receive(Request request, Intake intake) throws IOException, HttpFailure {
    String name =
        request
            .header("Content-Disposition")
            .flatMap(value -> Disposition.parse(value).fileName())
            .orElse("");
    Received file = intake.receive(request.body(), name, request.mediaType());
    String announced = request.header("Content-Length").orElse("");
    if (!announced.isEmpty() && !announced.equals(Long.toString(file.length()))) {
      throw new HttpFailure(400, Message.of("request.cut"));
    }
    return file;
  }

  private static StoredObject changeable(Reach reach, Request request) throws HttpFailure {
    StoredObject object = reach.live(request.segment("id"));
    reach.check(Right.CONTENT, object);
    reach.checkLock(object);
    return object;
  }

  private Contents contents(Reach reach) {
    return new Contents(archive, reach.session(), reach.caller(), System.currentTimeMillis());
  }

  private static HttpFailure failure(Refusal refusal) {
    Message reason = refusal.reasons().getFirst();
    return new HttpFailure(reason.key().equals("content.index") ? 404 : 400, reason);
  }

  /** The array of content elements. */
  static Response listed(List<StoredContent> contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      ResultWriter.contents(json, contents);
    }
    return Response.json(200, bytes.toByteArray());
  }
}
