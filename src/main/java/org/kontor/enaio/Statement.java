package org.kontor.enaio;

import java.util.Map;
import java.util.Set;
import org.kontor.dms.PageRequest;
import org.kontor.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question to the search (reference 3.8).
 *
 * @param parameters name without {@code @} to value
 */
record Statement(String text, Map<String, String> parameters, Set<Extra> extras) {
  /** What is asked for beside the hits' columns. */
  enum Extra {
    /** The facts of the hits' files. */
    FILES,
    /** What was deleted, instead of what was not. */
    DELETED
  }

  Statement {
    parameters = Map.copyOf(parameters);
    extras = Set.copyOf(extras);
  }

  Statement(String text, Map<String, String> parameters) {
    this(text, parameters, Set.of());
  }

  ObjectNode toJson(PageRequest page) {
    ObjectNode body = Json.object();
    ObjectNode query = body.putObject("query");
    query.put("statement", text);
    if (!parameters.isEmpty()) {
      ObjectNode values = query.putObject("parameters");
      parameters.forEach(values::put);
    }
    query.put("skipCount", page.skip());
    query.put("maxItems", page.size());
    query.put(
        "handleDeletedDocuments",
        extras.contains(Extra.DELETED) ? "DELETED_DOCUMENTS_ONLY" : "DELETED_DOCUMENTS_EXCLUDE");
    ObjectNode options = query.putObject("options");
    options.put("Rights", 0);
    options.put("FileInfo", extras.contains(Extra.FILES) ? 1 : 0);
    return body;
  }
}
