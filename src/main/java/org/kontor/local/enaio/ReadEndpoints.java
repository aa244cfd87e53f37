package org.kontor.local.enaio;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/** One object and its contents (reference 3.2, 3.7). */
final class ReadEndpoints {
  private final Archive archive;
  private final Downloads downloads;

  ReadEndpoints(Archive archive) {
    this.archive = archive;
    this.downloads = new Downloads(archive.contents());
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
            request.flag("followDocLink", false),
            request.flag("includeIcons", false),
            Optional.ofNullable(request.query().get("outputCatalogueLocale"))
                .filter(it -> !it.isEmpty())
                .map(it -> Locale.forLanguageTag(it.replace('_', '-'))));
    byte[] json =
        archive
            .database()
            .read(
                session -> {
                  ResultWriter result = new ResultWriter(archive, session, request.caller());
                  result.full(object.id(), extent);
                  return result.finish(List.of(), request.locale());
                });
    return Response.json(200, json);
  }

  Response contents(Request request) throws HttpFailure {
    List<StoredContent> contents = files(find(request, false));
    return ContentEndpoints.listed(contents);
  }

  /** All files: the one as it is, several TIFFs as one, others as a ZIP. */
  Response file(Request request) throws IOException, HttpFailure {
    return downloads.all(files(find(request, false)), request.segment("id"), name(request));
  }

  /** One file by its index, counted from 1; not for typeless objects. */
  Response fileByIndex(Request request) throws IOException, HttpFailure {
    StoredObject object = find(request, false);
    if (object.typeless()) {
      throw new HttpFailure(400, Message.of("content.typeless"));
    }
    for (StoredContent content : files(object)) {
      if (Integer.toString(content.position()).equals(request.segment("index"))) {
        return downloads.one(content, name(request));
      }
    }
    throw new HttpFailure(
        404, Message.of("content.index", request.segment("id"), request.segment("index")));
  }

  private static String name(Request request) {
    return request.query().getOrDefault("filename", "file");
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
