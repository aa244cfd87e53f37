package org.kontor.ui.login;

import java.net.URI;
import java.util.Map;
import org.kontor.settings.ServerKind;

/**
 * A server profile as a person entered it.
 *
 * @param dialect what was settled otherwise than is usual, by key
 */
public record NewServer(
    String name, URI address, String user, ServerKind kind, Map<String, String> dialect) {
  public NewServer {
    dialect = Map.copyOf(dialect);
  }
}
