package org.kontor.local.enaio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.query.Hit;
import org.kontor.local.query.Hits;
import org.kontor.local.query.QueryException;
import org.kontor.local.query.Search;
import org.kontor.local.query.SearchRequest;
import org.kontor.local.text.Message;
import tools.jackson.databind.JsonNode;

/** POST /objects/search (reference 3.8). */
final class SearchEndpoint {
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 10_000;
  private static final int SMALL_PAGE = 50;
  private static final int LONGEST_LIST = 10_000;

  private final Archive archive;

  SearchEndpoint(Archive archive) {
    this.archive = archive;
  }

  Response search(Request request) throws IOException, HttpFailure {
    JsonNode query = EntryReader.parse(request.bytes(MOST_BYTES)).path("query");
    if (!query.path("statement").isString()) {
      throw new HttpFailure(400, Message.of("query.statement"));
    }
    HitForm.check(query, archive.behaviour());
    Search search = compile(query, request);
    HitForm form = HitForm.of(query, request.locale());
    byte[] json =
        archive
            .database()
            .read(
                session -> {
                  Hits hits = search.run(session);
                  ResultWriter result = new ResultWriter(archive, session, request.caller());
                  for (Hit hit : hits.hits()) {
                    result.hit(hit, form);
                  }
                  return result.finish(hits.more(), hits.total());
                });
    return Response.json(200, json);
  }

  private Search compile(JsonNode query, Request request) throws HttpFailure {
    String deleted = query.path("handleDeletedDocuments").asString("DELETED_DOCUMENTS_EXCLUDE");
    boolean bin =
        switch (deleted) {
          case "DELETED_DOCUMENTS_EXCLUDE" -> false;
          case "DELETED_DOCUMENTS_ONLY" -> true;
          default -> throw new HttpFailure(400, Message.of("query.deleted", deleted));
        };
    SearchRequest search =
        new SearchRequest(
            query.path("statement").stringValue(),
            parameters(query.path("parameters")),
            number(query, "skipCount", 0),
            Math.min(number(query, "maxItems", USUAL_PAGE), largestPage()),
            bin,
            request.caller().number(),
            archive.definition().rights(request.caller().name()),
            request.caller().name(),
            HitForm.nullValues(query),
            archive.behaviour());
    try {
      return Search.of(search, archive.definition());
    } catch (QueryException wrong) {
      throw new HttpFailure(400, wrong.sentence());
    }
  }

  private int largestPage() {
    return archive.behaviour().reads(Reading.SMALL_PAGES) ? SMALL_PAGE : LARGEST_PAGE;
  }

  private static Map<String, List<String>> parameters(JsonNode json) throws HttpFailure {
    Map<String, List<String>> parameters = new HashMap<>();
    for (Map.Entry<String, JsonNode> parameter : json.properties()) {
      JsonNode value = parameter.getValue();
      List<String> texts = new ArrayList<>();
      for (JsonNode item : value.isArray() ? value.values() : List.of(value)) {
        if (item.isContainer() || item.isNull() || texts.size() == LONGEST_LIST) {
          throw new HttpFailure(400, Message.of("query.parameter.value", parameter.getKey()));
        }
        texts.add(item.asString());
      }
      parameters.put(parameter.getKey(), texts);
    }
    return parameters;
  }

  private static int number(JsonNode json, String name, int otherwise) throws HttpFailure {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.asString("").strip());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException notNumeric) {
      // answered below, as for a negative one
    }
    throw new HttpFailure(400, Message.of("query.count", name));
  }
}
