package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.HistoryEntry;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.http.Resource;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import tools.jackson.databind.JsonNode;

/** History and versions (reference 3.10, 3.11). */
final class PastReads {
  private static final String CURRENT = "CURRENT";

  private final EnaioReads reads;
  private final Service service;
  private final Endpoints endpoints;

  PastReads(EnaioReads reads, Service service) {
    this.reads = reads;
    this.service = service;
    endpoints = new Endpoints(reads, service);
  }

  Page<HistoryEntry> history(ObjectId id, PageRequest page)
      throws DmsException, InterruptedException {
    if (page.skip() % page.size() != 0) {
      throw new IllegalArgumentException("a history has pages of one size only");
    }
    return endpoints.call(Ability.HISTORY, id, () -> entries(id, page));
  }

  private Page<HistoryEntry> entries(ObjectId id, PageRequest page)
      throws DmsException, InterruptedException {
    Resource history = Resource.of("objects", id.value(), "history");
    if (!service.has(Ability.HISTORY_PAGES)) {
      return cut(answered(history), page);
    }
    int number = page.skip() / page.size();
    List<JsonNode> entries =
        answered(
            number == 0
                ? history.with("size", String.valueOf(page.size()))
                : numbered(history, page, number));
    if (entries.size() > page.size()) {
      service.lacks(Ability.HISTORY_PAGES);
      return cut(entries, page);
    }
    boolean more = entries.size() == page.size();
    int seen = page.skip() + entries.size() + (more ? 1 : 0);
    return new Page<>(entries.stream().map(PastReads::entry).toList(), more, seen);
  }

  private Resource numbered(Resource history, PageRequest page, int number)
      throws DmsException, InterruptedException {
    if (!service.isFixed(Point.HISTORY_FIRST_PAGE)
        && !service.isSettled(Point.HISTORY_FIRST_PAGE)) {
      settleFirstPage(history, page);
    }
    int first = Integer.parseInt(service.way(Point.HISTORY_FIRST_PAGE).strip());
    return page(history, page, number + first);
  }

  /** Without a number the first page comes: where page 1 is the same, pages count from 1. */
  private void settleFirstPage(Resource history, PageRequest page)
      throws DmsException, InterruptedException {
    List<JsonNode> first = answered(history.with("size", String.valueOf(page.size())));
    List<JsonNode> one = answered(page(history, page, 1));
    service.works(Point.HISTORY_FIRST_PAGE, first.equals(one) ? "1" : "0");
  }

  private static Resource page(Resource history, PageRequest page, int number) {
    return history.with("size", String.valueOf(page.size())).with("page", String.valueOf(number));
  }

  /** Older services answer everything at once. */
  private static Page<HistoryEntry> cut(List<JsonNode> all, PageRequest page) {
    List<HistoryEntry> here =
        all.stream().skip(page.skip()).limit(page.size()).map(PastReads::entry).toList();
    return new Page<>(here, page.skip() + here.size() < all.size(), all.size());
  }

  private List<JsonNode> answered(Resource resource) throws DmsException, InterruptedException {
    return ResultPage.of(reads.get(resource), PageRequest.first(PageRequest.LARGEST)).entries();
  }

  private static HistoryEntry entry(JsonNode json) {
    JsonNode properties = json.path(Wire.PROPERTIES);
    JsonNode action = properties.path("action");
    return new HistoryEntry(
        action.isObject()
            ? Lenient.number(action, Wire.VALUE)
            : Lenient.number(properties, "action"),
        ObjectReader.property(properties, Wire.CREATED).flatMap(ObjectReader::instant),
        ObjectReader.property(properties, Wire.CREATED_BY).orElse(""),
        ObjectReader.property(properties, "description").orElse(""),
        ObjectReader.property(properties, "detail")
            .or(() -> ObjectReader.property(properties, "details"))
            .orElse(""));
  }

  List<ObjectVersion> versions(ObjectId id) throws DmsException, InterruptedException {
    Resource list = Resource.of("objects", id.value(), "versions");
    List<JsonNode> entries = endpoints.call(Ability.VERSIONS, id, () -> answered(list));
    List<ObjectVersion> versions = new ArrayList<>();
    for (JsonNode entry : entries) {
      versions.add(version(entry));
    }
    return versions;
  }

  private static ObjectVersion version(JsonNode entry) throws DmsException.ProtocolViolation {
    JsonNode properties = entry.path(Wire.PROPERTIES);
    String number =
        ObjectReader.property(properties, Wire.VERSION_NUMBER)
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () -> new DmsException.ProtocolViolation("a version without a number", null));
    return new ObjectVersion(
        number,
        number.equalsIgnoreCase(CURRENT),
        !Lenient.list(entry.path(Wire.CONTENT_STREAMS)).isEmpty(),
        ObjectReader.provenance(properties));
  }

  DmsObject version(ObjectId id, String number, Schema schema)
      throws DmsException, InterruptedException {
    Resource one = Resource.of("objects", id.value(), "versions", number);
    return endpoints.call(Ability.VERSIONS, id, () -> EnaioReads.single(reads.get(one), schema));
  }

  Content versionContent(ObjectId id, String number) throws DmsException, InterruptedException {
    Resource file = Resource.of("objects", id.value(), "versions", number, "contents", "file");
    return endpoints.call(Ability.VERSION_CONTENT, id, () -> Contents.content(reads.open(file)));
  }
}
