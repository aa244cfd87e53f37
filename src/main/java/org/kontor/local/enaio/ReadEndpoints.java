package org.kontor.local.enaio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.local.http.Body;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;
import tools.jackson.core.JsonGenerator;

/** One object and its contents (reference 3.2, 3.7). */
final class ReadEndpoints {
  private final Archive archive;

  ReadEndpoints(Archive archive) {
    this.archive = archive;
  }

  Response object(Request request) throws HttpFailure {
    boolean bin = request.flag("garbageMode", request.flag("garbadeMode", false));
    StoredObject object = find(request, bin);
    if (bin && object.typeless()) {
      throw Reach.refused("bin.typeless");
    }
    ResultWriter.Extent extent =
        new ResultWriter.Extent(
            request.flag("includePermissions", true),
            request.flag("includeContentStreams", true),
            request.flag("includeAllowedChildObjectTypeIds", false),
            request.flag("followDocLink", false));
    byte[] json =
        archive
            .database()
            .read(
                session -> {
                  ResultWriter result = new ResultWriter(archive, session);
                  result.full(object.id(), extent);
                  return result.finish(List.of(), request.locale());
                });
    return Response.json(200, json);
  }

  Response contents(Request request) throws HttpFailure {
    List<StoredContent> contents = files(find(request, false));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
      ResultWriter.contents(json, contents);
    }
    return Response.json(200, bytes.toByteArray());
  }

  /** All files: the one as it is, several as one ZIP. */
  Response file(Request request) throws IOException, HttpFailure {
    List<StoredContent> contents = files(find(request, false));
    String name = request.query().getOrDefault("filename", "file");
    if (contents.isEmpty()) {
      throw new HttpFailure(404, Message.of("content.none", request.segment("id")));
    }
    if (contents.size() == 1) {
      return download(contents.getFirst(), name);
    }
    return new Response(
            200,
            Map.of("Content-Type", "application/zip"),
            Body.streamed(
                out -> {
                  ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                  for (StoredContent content : contents) {
                    zip.putNextEntry(new ZipEntry(content.fileName()));
                    try (InputStream in = open(content)) {
                      in.transferTo(zip);
                    }
                    zip.closeEntry();
                  }
                  zip.finish();
                }))
        .with("Content-Disposition", disposition(name + ".zip"));
  }

  /** One file by its index, counted from 1; not for typeless objects. */
  Response fileByIndex(Request request) throws IOException, HttpFailure {
    StoredObject object = find(request, false);
    if (object.typeless()) {
      throw new HttpFailure(400, Message.of("content.typeless"));
    }
    for (StoredContent content : files(object)) {
      if (Integer.toString(content.position()).equals(request.segment("index"))) {
        return download(content, request.query().getOrDefault("filename", "file"));
      }
    }
    throw new HttpFailure(
        404, Message.of("content.index", request.segment("id"), request.segment("index")));
  }

  private Response download(StoredContent content, String name) throws IOException {
    String extension = content.extension().isEmpty() ? "" : "." + content.extension();
    return new Response(
            200,
            Map.of("Content-Type", content.mimeType()),
            Body.of(open(content), content.length()))
        .with("Content-Disposition", disposition(name + extension));
  }

  private InputStream open(StoredContent content) throws IOException {
    return archive
        .contents()
        .open(content)
        .orElseThrow(() -> new IOException("removed in the meantime"));
  }

  private static String disposition(String name) {
    StringBuilder plain = new StringBuilder();
    name.chars()
        .forEach(c -> plain.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? '_' : (char) c));
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
  }

  private List<StoredContent> files(StoredObject object) {
    long owner = object.source().orElse(object.id());
    return archive.database().read(session -> new ContentTable(session).of(owner));
  }

  private StoredObject find(Request request, boolean bin) throws HttpFailure {
    String id = request.segment("id");
    return Reach.read(archive, request, reach -> bin ? reach.binned(id) : reach.live(id));
  }
}
