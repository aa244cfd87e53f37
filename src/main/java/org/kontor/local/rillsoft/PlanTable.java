package org.kontor.local.rillsoft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.local.store.Session;

/** Clients, projects, elements, DMS folders and portfolios seen through one session. */
final class PlanTable {
  private static final String PROJECT =
      "SELECT id, client, uuid, version, name, code, path, start, finish, deleted FROM project";
  private static final String ELEMENT =
      "SELECT uuid, project, parent, type, name, number, wbs, code, start, finish FROM element";
  private static final String FOLDER = "SELECT id, client, parent, name FROM dms_folder";

  private final Session session;

  PlanTable(Session session) {
    this.session = session;
  }

  List<Client> clients() {
    return session.list(
        "SELECT id, name, description, size_limit FROM client ORDER BY id",
        row -> new Client(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)));
  }

  Optional<Client> client(long id) {
    return clients().stream().filter(client -> client.id() == id).findFirst();
  }

  void add(Client client) {
    session.update(
        "INSERT INTO client VALUES (?, ?, ?, ?)",
        client.id(),
        client.name(),
        client.description(),
        client.sizeLimit());
  }

  /** Projects of a client that are not deleted. */
  List<Project> projects(long client) {
    return session.list(
        PROJECT + " WHERE client = ? AND deleted = 0 ORDER BY id", PlanTable::project, client);
  }

  /** A project of a client that is not deleted. */
  Optional<Project> project(long client, long id) {
    return session.first(
        PROJECT + " WHERE id = ? AND client = ? AND deleted = 0", PlanTable::project, id, client);
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getBoolean(10));
  }

  void add(Project project) {
    session.update(
        "INSERT INTO project VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        project.id(),
        project.client(),
        project.uuid(),
        project.version(),
        project.name(),
        project.code(),
        project.path(),
        project.start(),
        project.finish(),
        project.deleted());
  }

  /** The whole plan of a project in its order, the project itself first. */
  List<Element> elements(long project) {
    return session.list(
        ELEMENT + " WHERE project = ? ORDER BY number", PlanTable::element, project);
  }

  /** An element of a project. */
  Optional<Element> element(long project, String uuid) {
    return session.first(
        ELEMENT + " WHERE uuid = ? AND project = ?",
        PlanTable::element,
        uuid.toLowerCase(Locale.ROOT),
        project);
  }

  private static Element element(ResultSet row) throws SQLException {
    return new Element(
        row.getString(1),
        row.getLong(2),
        Optional.ofNullable(row.getString(3)),
        Element.Type.valueOf(row.getString(4)),
        row.getString(5),
        row.getInt(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }

  void add(Element element) {
    session.update(
        "INSERT INTO element VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        element.uuid(),
        element.project(),
        element.parent().orElse(null),
        element.type().name(),
        element.name(),
        element.number(),
        element.wbs(),
        element.code(),
        element.start(),
        element.finish());
  }

  /** The filing plan of a client, parents before their children. */
  List<Folder> folders(long client) {
    return session.list(FOLDER + " WHERE client = ? ORDER BY id", PlanTable::folder, client);
  }

  /** A DMS folder of a client. */
  Optional<Folder> folder(long client, long id) {
    return session.first(FOLDER + " WHERE id = ? AND client = ?", PlanTable::folder, id, client);
  }

  private static Folder folder(ResultSet row) throws SQLException {
    long parent = row.getLong(3);
    boolean root = row.wasNull();
    return new Folder(
        row.getLong(1),
        row.getLong(2),
        root ? Optional.empty() : Optional.of(parent),
        row.getString(4));
  }

  void add(Folder folder) {
    session.update(
        "INSERT INTO dms_folder (id, client, parent, name) VALUES (?, ?, ?, ?)",
        folder.id(),
        folder.client(),
        folder.parent().orElse(null),
        folder.name());
  }

  List<Project.Portfolio> portfolios(long client) {
    return session.list(
        "SELECT id, name, projects FROM portfolio WHERE client = ? ORDER BY id",
        row ->
            new Project.Portfolio(
                row.getLong(1),
                row.getString(2),
                Arrays.stream(row.getString(3).split(",")).map(Long::valueOf).toList()),
        client);
  }

  void add(long client, Project.Portfolio portfolio) {
    session.update(
        "INSERT INTO portfolio VALUES (?, ?, ?, ?)",
        portfolio.id(),
        client,
        portfolio.name(),
        String.join(",", portfolio.projects().stream().map(String::valueOf).toList()));
  }
}
