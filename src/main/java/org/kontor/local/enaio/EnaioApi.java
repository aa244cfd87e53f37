package org.kontor.local.enaio;

import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.http.Handler;
import org.kontor.local.http.Routes;

/** The paths of the enaio DMS API (reference 3.0), as far as the service's version has them. */
public final class EnaioApi {
  private static final String OBJECTS = "/objects";
  private static final String ONE = OBJECTS + "/{id}";
  private static final String RENDITIONS = ONE + "/contents/renditions";
  private static final String VERSION = ONE + "/versions/{version}";

  private final Routes routes;
  private final Archive archive;
  private final Behaviour behaviour;
  private final String prefix;

  private EnaioApi(Routes routes, Archive archive) {
    this.routes = routes;
    this.archive = archive;
    this.behaviour = archive.behaviour();
    this.prefix = behaviour.reads(Reading.PATH_DMS) ? "/dms" : "/api/dms";
  }

  /** Adds what this server answers. */
  public static void addTo(Routes routes, Archive archive) {
    EnaioApi api = new EnaioApi(routes, archive);
    api.definition();
    api.objects();
    api.contents();
    api.past();
  }

  private EnaioApi add(String method, String path, Handler handler) {
    routes.add(method, prefix + path, handler);
    return this;
  }

  private EnaioApi since(Feature feature, String method, String path, Handler handler) {
    return behaviour.has(feature) ? add(method, path, handler) : this;
  }

  private void definition() {
    DefinitionEndpoints definition = new DefinitionEndpoints(archive.definition(), behaviour);
    add("GET", "/schema", definition::schema);
    add("GET", "/info/native", new InfoEndpoint(behaviour)::info);
    if (!behaviour.reads(Reading.SCHEMA_PLAIN_ONLY)) {
      add("GET", "/schema/native", definition::nativeSchema);
    }
  }

  private void objects() {
    WriteEndpoints write = new WriteEndpoints(archive);
    DeleteEndpoints delete = new DeleteEndpoints(archive);
    LockEndpoints lock = new LockEndpoints(archive);
    ReadEndpoints read = new ReadEndpoints(archive);
    add("POST", OBJECTS + "/search", new SearchEndpoint(archive)::search)
        .add("POST", OBJECTS, write::post)
        .add("GET", ONE, read::object)
        .add("PATCH", ONE, write::patchOne)
        .add("POST", ONE, write::postOne)
        .add("DELETE", ONE, delete::delete)
        .since(Feature.RECYCLE_BIN, "DELETE", ONE + "/actions/trash", delete::trash)
        .since(Feature.RECYCLE_BIN, "POST", ONE + "/actions/trash/restore", delete::restore)
        .since(Feature.LOCK, "PATCH", ONE + "/contents/native/lock", lock::lock)
        .since(Feature.LOCK, "PATCH", ONE + "/contents/native/unlock", lock::unlock);
  }

  private void contents() {
    ContentEndpoints content = new ContentEndpoints(archive);
    RenditionEndpoints rendition = new RenditionEndpoints(archive);
    ReadEndpoints read = new ReadEndpoints(archive);
    since(Feature.RENDITIONS, "GET", RENDITIONS + "/text", rendition::text)
        .since(Feature.RENDITIONS, "GET", RENDITIONS + "/pdf", rendition::pdf)
        .since(Feature.RENDITIONS, "GET", RENDITIONS + "/thumbnail/{index}", rendition::thumbnail)
        .add("GET", ONE + "/contents", read::contents)
        .add("GET", ONE + "/contents/file", read::file)
        .add("POST", ONE + "/contents/file", content::replaceAll)
        .since(Feature.DELETE_CONTENT, "DELETE", ONE + "/contents/file", content::clear)
        .add("GET", ONE + "/contents/file/{index}", read::fileByIndex)
        .add("POST", ONE + "/contents/file/{index}", content::replaceOne)
        .add("PUT", ONE + "/contents/file/{index}", content::insert);
    since(Feature.DELETE_CONTENT, "DELETE", ONE + "/contents/file/{index}", content::removeOne);
  }

  private void past() {
    HistoryEndpoints history = new HistoryEndpoints(archive);
    VersionEndpoints version = new VersionEndpoints(archive);
    Feature restore = Feature.VERSION_RESTORE;
    since(Feature.HISTORY, "GET", ONE + "/history", history::read)
        .since(Feature.OWN_HISTORY, "POST", ONE + "/history", history::add)
        .since(Feature.VERSIONS, "GET", ONE + "/versions", version::list)
        .since(Feature.VERSIONS, "GET", VERSION, version::one)
        .since(restore, "DELETE", VERSION, version::delete)
        .since(restore, "GET", VERSION + "/contents/file", version::file)
        .since(restore, "POST", VERSION + "/actions/restore", version::restore);
  }
}
