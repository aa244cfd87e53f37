package org.kontor.local.enaio;

import org.kontor.local.http.Routes;

/** The paths of the enaio DMS API (reference 3.0). */
public final class EnaioApi {
  private static final String OBJECTS = "/api/dms/objects";
  private static final String ONE = OBJECTS + "/{id}";
  private static final String RENDITIONS = ONE + "/contents/renditions";
  private static final String VERSION = ONE + "/versions/{version}";

  private EnaioApi() {}

  /** Adds what this server answers. */
  public static void addTo(Routes routes, Archive archive) {
    WriteEndpoints write = new WriteEndpoints(archive);
    DeleteEndpoints delete = new DeleteEndpoints(archive);
    LockEndpoints lock = new LockEndpoints(archive);
    ContentEndpoints content = new ContentEndpoints(archive);
    HistoryEndpoints history = new HistoryEndpoints(archive);
    VersionEndpoints version = new VersionEndpoints(archive);
    RenditionEndpoints rendition = new RenditionEndpoints(archive);
    ReadEndpoints read = new ReadEndpoints(archive);
    DefinitionEndpoints definition = new DefinitionEndpoints(archive.definition());
    routes
        .add("GET", "/api/dms/schema", definition::schema)
        .add("GET", "/api/dms/schema/native", definition::nativeSchema)
        .add("GET", "/api/dms/info/native", InfoEndpoint::info)
        .add("POST", OBJECTS + "/search", new SearchEndpoint(archive)::search)
        .add("POST", OBJECTS, write::post)
        .add("GET", ONE, read::object)
        .add("PATCH", ONE, write::patchOne)
        .add("POST", ONE, write::postOne)
        .add("DELETE", ONE, delete::delete)
        .add("DELETE", ONE + "/actions/trash", delete::trash)
        .add("POST", ONE + "/actions/trash/restore", delete::restore)
        .add("PATCH", ONE + "/contents/native/lock", lock::lock)
        .add("PATCH", ONE + "/contents/native/unlock", lock::unlock)
        .add("GET", RENDITIONS + "/text", rendition::text)
        .add("GET", RENDITIONS + "/pdf", rendition::pdf)
        .add("GET", RENDITIONS + "/thumbnail/{index}", rendition::thumbnail)
        .add("GET", ONE + "/history", history::read)
        .add("POST", ONE + "/history", history::add)
        .add("GET", ONE + "/versions", version::list)
        .add("GET", VERSION, version::one)
        .add("DELETE", VERSION, version::delete)
        .add("GET", VERSION + "/contents/file", version::file)
        .add("POST", VERSION + "/actions/restore", version::restore)
        .add("GET", ONE + "/contents", read::contents)
        .add("GET", ONE + "/contents/file", read::file)
        .add("POST", ONE + "/contents/file", content::replaceAll)
        .add("DELETE", ONE + "/contents/file", content::clear)
        .add("GET", ONE + "/contents/file/{index}", read::fileByIndex)
        .add("POST", ONE + "/contents/file/{index}", content::replaceOne)
        .add("PUT", ONE + "/contents/file/{index}", content::insert);
  }
}
