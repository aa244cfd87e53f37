package org.kontor.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a request carries: JSON, a multipart form of JSON and files (reference 3.1.1), or one file.
 * Its length is known before the first byte; files are read while they are sent, 256 KiB at a time.
 * It can be sent once.
 */
public final class RequestBody {
  static final String JSON_TYPE = "application/json;charset=UTF-8";

  /** A piece of the body, in order. */
  sealed interface Segment {
    record Bytes(ByteBuffer bytes) implements Segment {}

    record File(FilePart part) implements Segment {}
  }

  private final String contentType;
  private final Optional<String> disposition;
  private final List<Segment> segments;
  private final long length;
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  private RequestBody(String contentType, List<Segment> segments, Optional<String> disposition) {
    this.contentType = contentType;
    this.disposition = disposition;
    this.segments = List.copyOf(segments);
    this.length = segments.stream().mapToLong(RequestBody::length).sum();
  }

  public static RequestBody json(byte[] json) {
    return new RequestBody(
        JSON_TYPE, List.of(new Segment.Bytes(ByteBuffer.wrap(json))), Optional.empty());
  }

  /** Nothing but the bytes of one file, its name in a header (reference 3.7). */
  public static RequestBody file(FilePart file) {
    return new RequestBody(
        PartHeaders.ANY_BYTES,
        List.of(new Segment.File(file)),
        Optional.of(PartHeaders.attachment(file.fileName())));
  }

  /**
   * A form whose first part, {@code data}, is the JSON, followed by the files in order.
   *
   * @param json must not contain the boundary, which is random
   */
  public static RequestBody multipart(byte[] json, List<FilePart> files) {
    return form(JSON_TYPE, json, files);
  }

  /** As services before 3.2.0 want it, also without files: the JSON as plain text. */
  public static RequestBody olderMultipart(byte[] json, List<FilePart> files) {
    return form("text/plain;charset=UTF-8", json, files);
  }

  /**
   * A form as a browser sends it: a file, where there is one, and values, in their order.
   *
   * @param values name to text, which goes as UTF-8
   */
  public static RequestBody values(Optional<FilePart> file, SequencedMap<String, String> values) {
    String boundary = "kontor-" + UUID.randomUUID();
    List<Segment> segments = new ArrayList<>();
    file.ifPresent(
        part -> {
          segments.add(text(PartHeaders.formFile(boundary, part)));
          segments.add(new Segment.File(part));
          segments.add(text("\r\n"));
        });
    values.forEach(
        (name, value) -> segments.add(text(PartHeaders.value(boundary, name) + value + "\r\n")));
    segments.add(text("--" + boundary + "--\r\n"));
    return new RequestBody("multipart/form-data; boundary=" + boundary, segments, Optional.empty());
  }

  private static RequestBody form(String jsonType, byte[] json, List<FilePart> files) {
    String boundary = "kontor-" + UUID.randomUUID();
    List<Segment> segments = new ArrayList<>();
    segments.add(text(PartHeaders.metadata(boundary, jsonType)));
    segments.add(new Segment.Bytes(ByteBuffer.wrap(json)));
    for (FilePart file : files) {
      segments.add(text("\r\n" + PartHeaders.file(boundary, file)));
      segments.add(new Segment.File(file));
    }
    segments.add(text("\r\n--" + boundary + "--\r\n"));
    return new RequestBody("multipart/form-data;boundary=" + boundary, segments, Optional.empty());
  }

  /**
   * The digest of a file as it was sent, lower-case hex; empty until its last byte has left.
   *
   * @param part name of the part
   */
  public Optional<String> sha256(String part) {
    return Optional.ofNullable(digests.get(part));
  }

  String contentType() {
    return contentType;
  }

  /** What the header Content-Disposition of the request says, where there is to be one. */
  Optional<String> disposition() {
    return disposition;
  }

  long length() {
    return length;
  }

  List<Segment> segments() {
    return segments;
  }

  void sent(FilePart part, String sha256) {
    digests.put(part.name(), sha256);
  }

  /** Opens every file once, so that what cannot be sent is known before anything is. */
  void checkFiles() throws HttpFailure.FileUnusable {
    for (Segment segment : segments) {
      if (segment instanceof Segment.File(FilePart part)) {
        try {
          BodyFile.open(part).close();
        } catch (IOException unusable) {
          throw new HttpFailure.FileUnusable(unusable.toString(), unusable);
        }
      }
    }
  }

  private static long length(Segment segment) {
    return switch (segment) {
      case Segment.Bytes(ByteBuffer bytes) -> bytes.remaining();
      case Segment.File(FilePart part) -> part.length();
    };
  }

  private static Segment text(String text) {
    return new Segment.Bytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
