package org.kontor.local.rillsoft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kontor.local.http.Json;
import org.kontor.local.store.Session;
import tools.jackson.databind.JsonNode;

/**
 * The two demo clients with their filing plans, projects and plans, read from {@code
 * rillsoft-plan.json}. Every server has the same ids: element UUIDs follow from project and WBS
 * code.
 */
final class DemoPlan {
  private static final String RESOURCE = "/org/kontor/local/rillsoft-plan.json";
  private static final int DAYS_PER_TASK = 11;

  private final JsonNode plan;

  private DemoPlan(JsonNode plan) {
    this.plan = plan;
  }

  static DemoPlan read() throws IOException {
    try (InputStream in = Objects.requireNonNull(DemoPlan.class.getResourceAsStream(RESOURCE))) {
      return new DemoPlan(Json.MAPPER.readTree(in.readAllBytes()));
    }
  }

  /** The UUID of the element with a WBS code, empty for the project itself. */
  static String uuid(long project, String wbs) {
    String name = "kontor:" + project + ":" + wbs;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  void write(Session session) {
    PlanTable table = new PlanTable(session);
    for (JsonNode client : plan.path("clients")) {
      long id = client.path("id").asLong();
      table.add(
          new Client(
              id,
              text(client, "name"),
              text(client, "description"),
              client.path("sizeLimit").asLong()));
      folders(table, id, Optional.empty(), client);
      client.path("projects").forEach(project -> project(table, id, project));
      for (JsonNode portfolio : client.path("portfolios")) {
        table.add(
            id,
            new Project.Portfolio(
                portfolio.path("id").asLong(),
                text(portfolio, "name"),
                portfolio.path("projects").valueStream().map(JsonNode::asLong).toList()));
      }
    }
  }

  private static void folders(PlanTable table, long client, Optional<Long> parent, JsonNode above) {
    for (JsonNode folder : above.path("folders")) {
      long id = folder.path("id").asLong();
      table.add(new Folder(id, client, parent, text(folder, "name")));
      folders(table, client, Optional.of(id), folder);
    }
  }

  private static void project(PlanTable table, long client, JsonNode json) {
    long id = json.path("id").asLong();
    Elements elements = new Elements(id, LocalDate.parse(text(json, "start")));
    elements.add(json, Optional.empty(), "");
    Element root = elements.found.getFirst();
    table.add(
        new Project(
            id,
            client,
            root.uuid(),
            id * 10 + 1,
            text(json, "name"),
            text(json, "code"),
            text(json, "path"),
            root.start(),
            root.finish(),
            json.path("deleted").asBoolean(false)));
    elements.found.forEach(table::add);
  }

  /** The elements of one project: tasks come one after the other, the others span theirs. */
  private static final class Elements {
    private final List<Element> found = new ArrayList<>();
    private final long project;
    private LocalDate day;

    Elements(long project, LocalDate first) {
      this.project = project;
      this.day = first;
    }

    void add(JsonNode json, Optional<String> parent, String wbs) {
      int index = found.size();
      String start = day + "T08:00:00";
      Element begun = element(json, parent, wbs, index + 1, start, "");
      found.add(begun);
      int position = 0;
      for (JsonNode child : json.path("plan")) {
        position++;
        String code = wbs.isEmpty() ? Integer.toString(position) : wbs + "." + position;
        add(child, Optional.of(begun.uuid()), code);
      }
      if (begun.type() == Element.Type.TASK) {
        day = day.plusDays(DAYS_PER_TASK);
      }
      String finish = day.minusDays(1) + "T17:00:00";
      found.set(index, element(json, parent, wbs, index + 1, start, finish));
    }

    private Element element(
        JsonNode json,
        Optional<String> parent,
        String wbs,
        int number,
        String start,
        String finish) {
      Element.Type type =
          json.has("task")
              ? Element.Type.TASK
              : json.has("subproject") ? Element.Type.SUBPROJECT : Element.Type.PROJECT;
      String name = text(json, type == Element.Type.PROJECT ? "name" : type.publicName());
      return new Element(
          uuid(project, wbs), project, parent, type, name, number, wbs, "", start, finish);
    }
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asString("");
  }
}
