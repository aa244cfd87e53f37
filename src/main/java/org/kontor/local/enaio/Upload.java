package org.kontor.local.enaio;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.http.Disposition;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.MalformedBodyException;
import org.kontor.local.http.MultipartReader;
import org.kontor.local.http.Request;
import org.kontor.local.store.Intake;
import org.kontor.local.store.Received;
import org.kontor.local.text.Message;

/**
 * The body of a writing request (reference 3.1.1): the entries, and the files by the name of their
 * part. It exists only when the body arrived whole.
 */
record Upload(List<Entry> entries, Map<String, Received> files) {
  private static final int MOST_METADATA = 16 * 1024 * 1024;
  private static final int LONGEST_BOUNDARY = 200;

  /**
   * Reads a multipart or JSON body to its end.
   *
   * @throws HttpFailure 400 for a cut or malformed body, 413 for too much metadata, 415 for another
   *     media type
   */
  static Upload read(Request request, Intake intake) throws IOException, HttpFailure {
    return switch (request.mediaType()) {
      case "application/json" ->
          new Upload(EntryReader.read(request.bytes(MOST_METADATA)), Map.of());
      case "multipart/form-data" -> multipart(request, intake);
      default -> throw new HttpFailure(415, Message.of("request.media", request.mediaType()));
    };
  }

  private static Upload multipart(Request request, Intake intake) throws IOException, HttpFailure {
    String boundary =
        request
            .header("Content-Type")
            .flatMap(type -> Disposition.parameter(type, "boundary"))
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST_BOUNDARY)
            .orElseThrow(() -> new HttpFailure(400, Message.of("request.boundary")));
    MultipartReader reader = new MultipartReader(request.body(), boundary);
    byte @Nullable [] metadata = null;
    Map<String, Received> files = new HashMap<>();
    try {
      for (Optional<MultipartReader.Part> next = reader.next();
          next.isPresent();
          next = reader.next()) {
        MultipartReader.Part part = next.get();
        String name = part.disposition().name().orElse("");
        if (name.equals("data") && metadata == null) {
          metadata = Request.bounded(part.body(), MOST_METADATA);
        } else {
          String fileName = part.disposition().fileName().orElse("");
          Received file = intake.receive(part.body(), fileName, part.mediaType().orElse(""));
          if (files.put(name, file) != null) {
            throw new HttpFailure(400, Message.of("request.part.twice", name));
          }
        }
      }
    } catch (EOFException cut) {
      throw new HttpFailure(400, Message.of("request.cut"));
    } catch (MalformedBodyException malformed) {
      throw new HttpFailure(400, Message.of("request.multipart"));
    }
    if (metadata == null) {
      throw new HttpFailure(400, Message.of("request.data"));
    }
    return new Upload(EntryReader.read(metadata), files);
  }

  /** The files of an entry in the order of its content streams. */
  List<Received> filesOf(Entry entry) throws Refusal {
    List<Received> found = new ArrayList<>();
    for (Entry.Stream stream : entry.streams()) {
      Received file = files.get(stream.cid());
      if (file == null) {
        throw Refusal.of("entry.part", stream.cid());
      }
      found.add(file.named(stream.fileName(), stream.mimeType()));
    }
    return found;
  }
}
