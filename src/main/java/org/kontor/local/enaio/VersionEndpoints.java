package org.kontor.local.enaio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;
import org.kontor.local.store.VersionTable;
import org.kontor.local.store.VersionTable.Version;
import org.kontor.local.text.Message;

/** Former index data and files of an object, and the way back to them (reference 3.11). */
final class VersionEndpoints {
  static final String CURRENT = "CURRENT";

  private final Archive archive;
  private final Downloads downloads;

  VersionEndpoints(Archive archive) {
    this.archive = archive;
    this.downloads = new Downloads(archive.contents());
  }

  Response list(Request request) throws HttpFailure {
    boolean withoutFields = request.flag("excludeIndexDataVersions", false);
    boolean withoutFiles = request.flag("excludeContentVersions", false);
    boolean fields = request.flag("includeIndexData", false);
    return Reach.read(
        archive,
        request,
        reach -> {
          StoredObject object = reach.live(request.segment("id"));
          List<Version> versions =
              new ArrayList<>(new VersionTable(reach.session()).of(object.id()));
          versions.removeIf(it -> it.fields().isPresent() ? withoutFields : withoutFiles);
          ResultWriter result = new ResultWriter(archive, reach.session(), reach.caller());
          for (Version version : versions) {
            result.version(object, Optional.of(version), fields);
          }
          result.version(object, Optional.empty(), fields);
          return Response.json(200, result.finish(List.of(), request.locale()));
        });
  }

  Response one(Request request) throws HttpFailure {
    return Reach.read(
        archive,
        request,
        reach -> {
          StoredObject object = reach.live(request.segment("id"));
          Optional<Version> version = named(reach, object, request);
          if (version.isPresent() && version.get().fields().isEmpty()) {
            throw new HttpFailure(400, Message.of("version.content"));
          }
          ResultWriter result = new ResultWriter(archive, reach.session(), reach.caller());
          result.version(object, version, true);
          return Response.json(200, result.finish(List.of(), request.locale()));
        });
  }

  Response file(Request request) throws IOException, HttpFailure {
    List<StoredContent> files =
        Reach.read(
            archive,
            request,
            reach -> {
              StoredObject object = reach.live(request.segment("id"));
              Optional<Version> version = named(reach, object, request);
              return version.isPresent()
                  ? new VersionTable(reach.session()).files(object.id(), version.get().position())
                  : new ContentTable(reach.session()).of(object.id());
            });
    return downloads.all(
        files, request.segment("id"), request.query().getOrDefault("filename", "file"));
  }

  Response delete(Request request) throws HttpFailure {
    return Reach.write(
        archive,
        request,
        reach -> {
          StoredObject object = reach.live(request.segment("id"));
          Version version = former(reach, object, request);
          if (version.fields().isPresent()) {
            throw new HttpFailure(400, Message.of("version.index"));
          }
          reach.check(Right.CONTENT, object);
          reach.checkLock(object);
          archive.contents().dropVersion(reach.session(), object.id(), version.position());
          return Response.empty(204);
        });
  }

  Response restore(Request request) throws HttpFailure {
    return Reach.write(
        archive,
        request,
        reach -> {
          StoredObject object = reach.live(request.segment("id"));
          reach.checkLock(object);
          Version version = former(reach, object, request);
          restore(reach, object, version);
          if (request.flag("minimalResponse", false)) {
            return Response.empty(204);
          }
          ResultWriter result = new ResultWriter(archive, reach.session(), reach.caller());
          result.written(object.id(), false);
          return Response.json(200, result.finish(List.of(), request.locale()));
        });
  }

  private void restore(Reach reach, StoredObject object, Version version) throws HttpFailure {
    long now = System.currentTimeMillis();
    Chronicle chronicle = new Chronicle(reach.session(), reach.caller(), now);
    reach.check(version.fields().isEmpty() ? Right.CONTENT : Right.WRITE, object);
    if (version.fields().isEmpty() && object.archived().isPresent()) {
      throw Reach.refused("archive.content", object.id());
    }
    if (version.fields().isEmpty()) {
      chronicle.keepFiles(object);
      archive.contents().bringBack(reach.session(), object.id(), version.position());
      chronicle.note(object.id(), Action.CONTENT_UPDATED);
    } else {
      ObjectType type = archive.definition().type(object.type()).orElseThrow();
      FieldTable table = new FieldTable(reach.session(), type);
      Map<Field, Object> former = Chronicle.fields(type, version.fields().get());
      chronicle.keepFields(object, table.read(object.id()), former);
      table.replace(object.id(), former);
      new Restoration(archive, reach).checkKeys(object, type);
      chronicle.note(object.id(), Action.UPDATED);
    }
    new ObjectTable(reach.session()).touch(object.id(), reach.caller().number(), now);
  }

  private static Version former(Reach reach, StoredObject object, Request request)
      throws HttpFailure {
    return named(reach, object, request)
        .orElseThrow(() -> new HttpFailure(400, Message.of("version.current")));
  }

  /** The version that the path names; empty for the present state. */
  private static Optional<Version> named(Reach reach, StoredObject object, Request request)
      throws HttpFailure {
    String guid = request.segment("version");
    if (guid.equals(CURRENT)) {
      return Optional.empty();
    }
    Optional<Version> version =
        new VersionTable(reach.session())
            .of(object.id()).stream().filter(it -> it.guid().equals(guid)).findFirst();
    if (version.isEmpty()) {
      throw new HttpFailure(404, Message.of("version.missing", object.id(), guid));
    }
    return version;
  }
}
