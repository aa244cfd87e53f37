package org.kontor.settings;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions about certificates, in a file of Kontor's own: never in the operating system's
 * store, which would count for every program. Safe from any thread; all methods block for the disk.
 */
public final class TrustStore {
  private static final String SERVERS = "servers";
  private static final System.Logger LOG = System.getLogger(TrustStore.class.getName());

  private final JsonFile file;

  public TrustStore(Path file) {
    this.file = new JsonFile(file);
  }

  /** All of them, in the order in which they were made. */
  public synchronized List<TrustDecision> decisions() throws IOException {
    List<TrustDecision> all = new ArrayList<>();
    for (JsonNode node : file.read().path(SERVERS)) {
      read(node).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /**
   * The key that was decided on; the only one that counts for the server then. Where the file
   * cannot be read, no decision counts.
   */
  public Optional<String> keyOf(String host, int port) {
    try {
      return decisions().stream()
          .filter(decision -> decision.isOf(host, port))
          .map(TrustDecision::key)
          .findFirst();
    } catch (IOException unreadable) {
      LOG.log(System.Logger.Level.WARNING, "The decisions about certificates", unreadable);
      return Optional.empty();
    }
  }

  /**
   * Keeps a decision.
   *
   * @throws IllegalStateException when there is one for this server already: it is revoked first
   */
  public synchronized void add(TrustDecision decision) throws IOException {
    List<TrustDecision> all = new ArrayList<>(decisions());
    if (all.stream().anyMatch(other -> other.isOf(decision.host(), decision.port()))) {
      throw new IllegalStateException("a changed key is not taken over");
    }
    all.add(decision);
    write(all);
  }

  /** Takes a decision back: from now on the server counts as never met. */
  public synchronized void revoke(TrustDecision decision) throws IOException {
    write(
        decisions().stream()
            .filter(other -> !other.isOf(decision.host(), decision.port()))
            .collect(toCollection(ArrayList::new)));
  }

  private void write(List<TrustDecision> all) throws IOException {
    ObjectNode root = file.read();
    ArrayNode servers = root.putArray(SERVERS);
    for (TrustDecision each : all) {
      ObjectNode node =
          servers
              .addObject()
              .put("host", each.host())
              .put("port", each.port())
              .put("sha256", each.sha256())
              .put("key", each.key())
              .put("since", each.since().toString());
      ArrayNode names = node.putArray("names");
      each.names().forEach(names::add);
    }
    file.replace(root);
  }

  private static Optional<TrustDecision> read(JsonNode node) {
    try {
      List<String> names = new ArrayList<>();
      node.path("names").forEach(name -> names.add(name.asString()));
      return Optional.of(
          new TrustDecision(
              node.path("host").stringValue(),
              node.path("port").intValue(),
              names,
              node.path("sha256").stringValue(),
              node.path("key").stringValue(),
              Instant.parse(node.path("since").stringValue())));
    } catch (DateTimeException | tools.jackson.core.JacksonException odd) {
      return Optional.empty();
    }
  }
}
