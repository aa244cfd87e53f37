package org.kontor.local.enaio;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Json;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.store.AccountTable;
import org.kontor.local.store.HistoryTable;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The history of an object (reference 3.10). */
final class HistoryEndpoints {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 10_000;
  private static final int MOST_BYTES = 64 * 1024;
  private static final List<Integer> OWN = List.of(470, 471);

  private final Archive archive;

  HistoryEndpoints(Archive archive) {
    this.archive = archive;
  }

  Response read(Request request) throws HttpFailure {
    long size = Math.min(number(request, "size", USUAL_PAGE), LARGEST_PAGE);
    long page = number(request, "page", 1);
    return Reach.read(
        archive,
        request,
        reach -> {
          long object = reach.live(request.segment("id")).id();
          HistoryTable history = new HistoryTable(reach.session());
          ObjectNode answer = Json.MAPPER.createObjectNode();
          ArrayNode objects = answer.putArray("objects");
          AccountTable accounts = new AccountTable(reach.session());
          for (HistoryTable.Event event : history.of(object, (page - 1) * size, size)) {
            write(objects.addObject().putObject("properties"), event, accounts, request.locale());
          }
          long total = history.count(object);
          answer.put("numItems", objects.size());
          answer.put("hasMoreItems", page * size < total);
          answer.put("totalNumItems", total);
          return Response.json(200, Json.MAPPER.writeValueAsBytes(answer));
        });
  }

  private static void write(
      ObjectNode properties, HistoryTable.Event event, AccountTable accounts, Locale locale) {
    properties
        .putObject("system:createdBy")
        .put("value", accounts.name(event.account()).orElse(""));
    properties
        .putObject("description")
        .put("value", Texts.render(Message.of("history.server"), locale));
    properties.putObject("action").put("value", event.action());
    String detail =
        event.detail().isEmpty()
            ? Action.sentence(event.action()).map(it -> Texts.render(it, locale)).orElse("")
            : event.detail();
    properties.putObject("detail").put("value", detail);
    properties.putObject("system:creationDate").put("value", FieldValues.dateTime(event.time()));
  }

  /** An entry of the caller's own. */
  Response add(Request request) throws IOException, HttpFailure {
    List<Entry> entries = EntryReader.read(request.bytes(MOST_BYTES));
    if (entries.size() != 1) {
      throw new HttpFailure(400, Message.of("request.single"));
    }
    String code = text(entries.getFirst(), "action");
    String details = text(entries.getFirst(), "details");
    int action =
        OWN.stream()
            .filter(it -> Integer.toString(it).equals(code))
            .findFirst()
            .orElseThrow(() -> new HttpFailure(400, Message.of("history.action", code)));
    if (details.isEmpty()) {
      throw new HttpFailure(400, Message.of("history.details"));
    }
    return Reach.write(
        archive,
        request,
        reach -> {
          long object = reach.live(request.segment("id")).id();
          new Chronicle(reach.session(), reach.caller(), System.currentTimeMillis())
              .note(object, action, details);
          return Response.empty(204);
        });
  }

  private static String text(Entry entry, String name) {
    return Optional.ofNullable(entry.fields().get(name))
        .map((JsonNode it) -> it.path("value").asString(""))
        .orElse("");
  }

  private long number(Request request, String name, int otherwise) throws HttpFailure {
    String text = request.query().getOrDefault(name, "");
    if (text.isEmpty() || !archive.behaviour().has(Feature.HISTORY_PAGES)) {
      return otherwise;
    }
    if (text.matches("[1-9][0-9]{0,8}")) {
      return Long.parseLong(text);
    }
    throw new HttpFailure(400, Message.of("history.count", name));
  }
}
