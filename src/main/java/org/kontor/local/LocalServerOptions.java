package org.kontor.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a local server is started.
 *
 * @param port port of 127.0.0.1, 0 for any free one
 * @param data folder that holds the archive; created where needed, used by one process at a time
 * @param definition file with the object definition; empty for the one that Kontor brings along
 * @param accounts who may sign in; when empty, {@code demo} with the password {@code demo}
 * @param demo whether an empty archive is filled with a demo archive; needs Kontor's definition
 */
public record LocalServerOptions(
    int port, Path data, Optional<Path> definition, List<Account> accounts, boolean demo) {
  /** Keeps an own copy of the accounts. */
  public LocalServerOptions {
    accounts = List.copyOf(accounts);
  }
}
