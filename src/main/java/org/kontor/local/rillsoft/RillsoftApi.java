package org.kontor.local.rillsoft;

import org.kontor.local.http.Handler;
import org.kontor.local.http.Routes;

/** The paths below {@code /api/v2} (reference 3.0, 3.6). */
final class RillsoftApi {
  private static final String CLIENT = "/clients/{client}";
  private static final String PROJECT = CLIENT + "/projects/{project}";
  private static final String DMS = CLIENT + "/dms";
  private static final String IN_PROJECT = DMS + "/projects/{project}";
  private static final String IN_FOLDER = IN_PROJECT + "/folders/{folder}";
  private static final String IN_ELEMENT = IN_FOLDER + "/parent/{parent}/documents";
  private static final String DOCUMENT = IN_PROJECT + "/documents/{document}";

  private final Routes routes;
  private final RillsoftStore store;
  private final RillsoftOptions options;

  private RillsoftApi(Routes routes, RillsoftStore store, RillsoftOptions options) {
    this.routes = routes;
    this.store = store;
    this.options = options;
  }

  /** Adds what this server answers to signed-in callers. */
  static void addTo(Routes routes, RillsoftStore store, RillsoftOptions options) {
    RillsoftApi api = new RillsoftApi(routes, store, options);
    api.plan();
    api.lists();
    api.changes();
    api.versions();
  }

  private RillsoftApi add(String method, String path, Handler handler) {
    routes.add(method, "/api/v2" + path, handler);
    return this;
  }

  private boolean reads(RillsoftReading reading) {
    return options.reads(reading);
  }

  private void plan() {
    PlanEndpoints plan = new PlanEndpoints(store, options);
    add("GET", "/clients", plan::clients)
        .add("GET", CLIENT + "/projects", plan::projects)
        .add("GET", CLIENT + "/portfolios", plan::portfolios)
        .add("GET", DMS + "/folders", plan::folders);
    if (reads(RillsoftReading.ELEMENTS_FLAT)) {
      add("GET", PROJECT + "/elements", plan::elements);
    } else if (!reads(RillsoftReading.NO_ELEMENTS)) {
      add("GET", PROJECT, plan::project);
    }
  }

  private void lists() {
    DocumentEndpoints documents = new DocumentEndpoints(store, options);
    add("GET", DMS + "/documents", documents::ofClient);
    if (!reads(RillsoftReading.CLIENT_LIST_ONLY)) {
      add("GET", IN_PROJECT + "/documents", documents::ofProject)
          .add("GET", IN_FOLDER + "/documents", documents::ofFolder)
          .add("GET", IN_ELEMENT, documents::ofElement);
    }
  }

  private void changes() {
    WriteEndpoints write = new WriteEndpoints(store, options);
    add("POST", IN_ELEMENT, write::create)
        .add("POST", DOCUMENT, write::post)
        .add("PUT", DOCUMENT, write::put)
        .add("PATCH", DOCUMENT, write::put);
    if (!reads(RillsoftReading.DELETE_BY_OVERRIDE)) {
      add("DELETE", DOCUMENT, write::delete);
    }
  }

  private void versions() {
    VersionEndpoints version = new VersionEndpoints(store, options);
    if (reads(RillsoftReading.DOWNLOAD_SUFFIX)) {
      add("GET", DOCUMENT, version::metadata).add("GET", DOCUMENT + "/file", version::download);
    } else {
      add("GET", DOCUMENT, version::download);
    }
    if (reads(RillsoftReading.NO_VERSIONS)) {
      return;
    }
    add("POST", DOCUMENT + "/restore", version::restore);
    if (reads(RillsoftReading.VERSIONS_AS_REVISIONS)) {
      add("GET", DOCUMENT + "/revisions", version::versions)
          .add("GET", DOCUMENT + "/revisions/{version}", version::version);
    } else {
      add("GET", DOCUMENT + "/versions", version::versions)
          .add("GET", DOCUMENT + "/versions/{version}", version::version);
    }
  }
}
