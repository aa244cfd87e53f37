package org.kontor.rillsoft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.kontor.dms.DmsException;
import org.kontor.http.Resource;

/**
 * The lists that a server gives: clients, projects, plans, DMS folders, documents. Documented are
 * projects and documents alone (reference 3.1, 3.3).
 */
final class Archive {
  private static final String PROJECTS = "clients/{client}/projects";
  private static final String DOCUMENTS = "clients/{client}/dms/documents";

  private final Calls calls;
  private final RillsoftDialect dialect;
  private final AtomicLong changes = new AtomicLong();
  private final Kept<List<Client>> clients;
  private final Map<Long, Kept<List<Project>>> projects = new ConcurrentHashMap<>();
  private final Map<Long, Kept<Filing>> filings = new ConcurrentHashMap<>();
  private final Map<Long, Kept<Documents>> documents = new ConcurrentHashMap<>();
  private final Map<Key.Project, Kept<Plan>> plans = new ConcurrentHashMap<>();

  /** By client: how many documents its list has held at most. */
  private final Map<Long, Integer> longest = new ConcurrentHashMap<>();

  Archive(Calls calls, RillsoftDialect dialect) {
    this.calls = calls;
    this.dialect = dialect;
    clients = new Kept<>(this::readClients, changes);
  }

  /** Whatever is read from here on is read anew. */
  void changed() {
    changes.incrementAndGet();
  }

  List<Client> clients() throws DmsException, InterruptedException {
    return clients.get(Kept.RECENT);
  }

  List<Project> projects(long client, Duration oldest) throws DmsException, InterruptedException {
    return projects
        .computeIfAbsent(client, id -> new Kept<>(() -> readProjects(id), changes))
        .get(oldest);
  }

  Project project(Key.Project key) throws DmsException, InterruptedException {
    return projects(key.client(), Kept.NEW).stream()
        .filter(project -> project.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new DmsException.NotFound("no project " + key.project()));
  }

  /** The plan with everything that documents hang on. */
  Plan plan(Key.Project key) throws DmsException, InterruptedException {
    return plan(key, Kept.NEW).with(documents(key.client()).all());
  }

  /** The plan alone. */
  Plan plan(Key.Project key, Duration oldest) throws DmsException, InterruptedException {
    Project project = project(key);
    return plans
        .computeIfAbsent(key, _ -> new Kept<>(() -> readPlan(project), changes))
        .get(oldest);
  }

  /** The folders with everything that documents lie in. */
  Filing filing(long client) throws DmsException, InterruptedException {
    return filing(client, Kept.NEW).with(documents(client).all());
  }

  /** The folders alone. */
  Filing filing(long client, Duration oldest) throws DmsException, InterruptedException {
    return filings
        .computeIfAbsent(client, id -> new Kept<>(() -> readFiling(id), changes))
        .get(oldest);
  }

  /**
   * All documents of a client, with all that tells one from another.
   *
   * @throws DmsException.NotOffered where the server calls some of that otherwise than it is asked:
   *     a new document could not be found again among the others
   */
  List<Doc> distinctDocuments(long client) throws DmsException, InterruptedException {
    Documents documents = documents(client);
    if (documents.untold().isPresent()) {
      throw new DmsException.NotOffered(
          documents.untold().get().key(),
          new DmsException.ProtocolViolation("no document in the list tells it", null));
    }
    return documents.all();
  }

  Documents documents(long client) throws DmsException, InterruptedException {
    return documents
        .computeIfAbsent(client, id -> new Kept<>(() -> readDocuments(id), changes))
        .get(Kept.NEW);
  }

  Optional<Doc> find(Key.Document key) throws DmsException, InterruptedException {
    return documents(key.client()).find(key);
  }

  Doc document(Key.Document key) throws DmsException, InterruptedException {
    return find(key).orElseThrow(() -> new DmsException.NotFound("no document " + key.document()));
  }

  private List<Client> readClients() throws DmsException, InterruptedException {
    List<Long> only = dialect.onlyClients();
    List<Client> told = new ArrayList<>();
    Optional<Resource> path = dialect.resource(Point.CLIENTS, Map.of());
    try {
      for (Told entry : path.isPresent() ? calls.list(path.get()).entries() : List.<Told>of()) {
        if (entry.number(Point.CLIENT_ID).isPresent()) {
          told.add(
              new Client(
                  entry.number(Point.CLIENT_ID).getAsLong(),
                  entry.text(Point.CLIENT_NAME).orElse("")));
        }
      }
    } catch (DmsException.NotFound | DmsException.NotOffered | DmsException.NoRight none) {
      if (only.isEmpty()) {
        throw new DmsException.NotOffered(Point.CLIENTS.key(), none);
      }
    }
    for (long id : only) {
      if (told.stream().noneMatch(client -> client.id() == id)) {
        told.add(new Client(id, ""));
      }
    }
    told.removeIf(client -> !only.isEmpty() && !only.contains(client.id()));
    return List.copyOf(told);
  }

  private List<Project> readProjects(long client) throws DmsException, InterruptedException {
    List<Project> read = new ArrayList<>();
    for (Told told : calls.list(dialect.resource(PROJECTS, client(client))).entries()) {
      Project.of(client, told).ifPresent(read::add);
    }
    return List.copyOf(read);
  }

  /** A server that gives no plan is one whose documents tell what they hang on (G5). */
  private Plan readPlan(Project project) throws DmsException, InterruptedException {
    Map<String, String> values =
        Map.of(
            "client", String.valueOf(project.key().client()),
            "project", String.valueOf(project.key().project()));
    for (Resource path : dialect.resources(Point.ELEMENTS, values)) {
      try {
        Optional<Listed> told = calls.listIn(path);
        if (told.isPresent()) {
          return Plan.of(project, told.get().entries());
        }
      } catch (DmsException.NotFound | DmsException.NotOffered none) {
        // The next path may be the one.
      }
    }
    return Plan.empty(project);
  }

  private Filing readFiling(long client) throws DmsException, InterruptedException {
    Optional<Resource> path = dialect.resource(Point.FOLDERS, client(client));
    if (path.isEmpty()) {
      return Filing.of(client, List.of());
    }
    try {
      return Filing.of(client, calls.list(path.get()).entries());
    } catch (DmsException.NotFound | DmsException.NotOffered none) {
      return Filing.of(client, List.of());
    }
  }

  private Documents readDocuments(long client) throws DmsException, InterruptedException {
    Listed list = calls.list(dialect.resource(DOCUMENTS, client(client)));
    return Documents.of(client, list, longest.merge(client, list.entries().size(), Math::max));
  }

  private static Map<String, String> client(long client) {
    return Map.of("client", String.valueOf(client));
  }
}
