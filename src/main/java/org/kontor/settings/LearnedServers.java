package org.kontor.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was found out about servers at sign-in, so that it is found out once: names to texts, by the
 * server's address. Nothing in it is a choice or a secret; deleting the file costs only finding out
 * anew.
 */
public final class LearnedServers {
  private final JsonFile file;

  public LearnedServers(Path file) {
    this.file = new JsonFile(file);
  }

  /** What is known of a server; empty for one that was never met. */
  public synchronized Map<String, String> of(ServerProfile profile) throws IOException {
    Map<String, String> facts = new HashMap<>();
    file.read()
        .path(profile.server())
        .forEachEntry(
            (String name, JsonNode fact) -> {
              if (fact.isString()) {
                facts.put(name, fact.stringValue());
              }
            });
    return facts;
  }

  /** Replaces what is known of a server. */
  public synchronized void keep(ServerProfile profile, Map<String, String> facts)
      throws IOException {
    ObjectNode root = file.read();
    ObjectNode server = root.putObject(profile.server());
    new TreeMap<>(facts).forEach(server::put);
    file.replace(root);
  }
}
