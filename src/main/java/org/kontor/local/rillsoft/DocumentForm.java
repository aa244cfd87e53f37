package org.kontor.local.rillsoft;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * The body of a create or update, read to its end (reference 3.4.1). Of a repeated part the last
 * counts; parts of other names are ignored.
 *
 * @param file empty when it was left out
 * @param fileName last part of the name that the file was sent with
 * @param fault what is wrong with the file; told only when all that is named exists (4.4)
 */
record DocumentForm(
    Map<String, String> fields,
    Optional<Received> file,
    String fileName,
    Optional<HttpFailure> fault) {
  private static final int MOST_TEXT = 1024 * 1024;
  private static final int LONGEST_BOUNDARY = 200;
  private static final List<String> ALLOWED = List.of("image/", "application/", "text/", "video/");
  private static final DocumentForm NOTHING =
      new DocumentForm(Map.of(), Optional.empty(), "", Optional.empty());

  /**
   * Reads it. Memory stays constant whatever the size of the file.
   *
   * @param limit bytes that a file may have
   * @throws HttpFailure 400 for a cut or malformed body, 415 for another media type
   */
  static DocumentForm read(Request request, Intake intake, long limit, RillsoftOptions options)
      throws IOException, HttpFailure {
    if (request.mediaType().isEmpty() && request.body().read() < 0) {
      return NOTHING;
    }
    if (!request.mediaType().equals("multipart/form-data")) {
      throw new HttpFailure(415, Message.of("rillsoft.media.form"));
    }
    String boundary =
        request
            .header("Content-Type")
            .flatMap(type -> Disposition.parameter(type, "boundary"))
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST_BOUNDARY)
            .orElseThrow(() -> new HttpFailure(400, Message.of("request.boundary")));
    Reading reading = new Reading(intake, limit, options);
    try {
      MultipartReader reader = new MultipartReader(request.body(), boundary);
      for (Optional<MultipartReader.Part> part = reader.next();
          part.isPresent();
          part = reader.next()) {
        reading.take(part.get());
      }
    } catch (EOFException cut) {
      throw new HttpFailure(400, Message.of("request.cut"));
    } catch (MalformedBodyException malformed) {
      throw new HttpFailure(400, Message.of("request.multipart"));
    }
    return reading.form();
  }

  /** What was read so far. */
  private static final class Reading {
    private final Intake intake;
    private final long limit;
    private final RillsoftOptions options;
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable Received file;
    private String fileName = "";
    private Optional<HttpFailure> fault = Optional.empty();

    Reading(Intake intake, long limit, RillsoftOptions options) {
      this.intake = intake;
      this.limit = limit;
      this.options = options;
    }

    void take(MultipartReader.Part part) throws IOException, HttpFailure {
      String name = part.disposition().name().orElse("");
      if (name.equals("file")) {
        file(part);
      } else {
        byte[] text = Request.bounded(part.body(), MOST_TEXT);
        fields.put(name, new String(text, StandardCharsets.UTF_8));
      }
    }

    private void file(MultipartReader.Part part) throws IOException {
      Optional<String> name = part.disposition().fileName().map(Reading::lastPart);
      if (name.isEmpty()) {
        fault = Optional.of(new HttpFailure(400, Message.of("rillsoft.file.nameless")));
        return;
      }
      LimitedStream body = new LimitedStream(part.body(), limit);
      Received received = intake.receive(body, name.get(), part.mediaType().orElse(""));
      if (name.get().isEmpty() && received.length() == 0) {
        return; // what browsers send for a file that was not chosen
      }
      file = received;
      fileName = name.get();
      fault = fault(body.exceeded(), received.mimeType());
    }

    private Optional<HttpFailure> fault(boolean exceeded, String type) {
      if (exceeded) {
        int status = options.reads(RillsoftReading.TOO_LARGE_400) ? 400 : 413;
        return Optional.of(new HttpFailure(status, Message.of("rillsoft.file.large", limit)));
      }
      if (ALLOWED.stream().noneMatch(type::startsWith)) {
        int status = options.reads(RillsoftReading.TYPE_422) ? 422 : 400;
        return Optional.of(new HttpFailure(status, Message.of("rillsoft.file.type", type)));
      }
      return Optional.empty();
    }

    private static String lastPart(String name) {
      return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    DocumentForm form() {
      return new DocumentForm(Map.copyOf(fields), Optional.ofNullable(file), fileName, fault);
    }
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Whether there is nothing to change. */
  boolean isEmpty() {
    return file.isEmpty()
        && List.of("folderId", "parentUuid", "name", "description").stream()
            .noneMatch(fields::containsKey);
  }
}
