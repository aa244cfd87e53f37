package org.kontor.enaio;

import java.util.Map;
import org.kontor.dms.PageRequest;
import org.kontor.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question to the search (reference 3.8).
 *
 * @param parameters name without {@code @} to value
 * @param fileInfo whether the hits shall carry the facts of their files
 */
record Statement(String text, Map<String, String> parameters, boolean fileInfo) {
  Statement {
    parameters = Map.copyOf(parameters);
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
    query.put("handleDeletedDocuments", "DELETED_DOCUMENTS_EXCLUDE");
    ObjectNode options = query.putObject("options");
    options.put("Rights", 0);
    options.put("FileInfo", fileInfo ? 1 : 0);
    return body;
  }
}
