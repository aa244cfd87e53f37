package org.kontor.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.rillsoft.RillsoftOptions;

/**
 * How a local server is started.
 *
 * @param port port of 127.0.0.1, 0 for any free one
 * @param data folder that holds the archive; created where needed, used by one process at a time
 * @param definition file with the object definition; empty for the one that Kontor brings along
 * @param accounts who may sign in; when empty, {@code demo} with the password {@code demo}
 * @param demo whether an empty archive is filled with a demo archive; needs Kontor's definition
 * @param behaviour which service it passes itself off as; other than usual only to test clients
 * @param rillsoft how the Rillsoft API is answered beside it; empty when it is not
 */
public record LocalServerOptions(
    int port,
    Path data,
    Optional<Path> definition,
    List<Account> accounts,
    boolean demo,
    Behaviour behaviour,
    Optional<RillsoftOptions> rillsoft) {
  /** Keeps an own copy of the accounts. */
  public LocalServerOptions {
    accounts = List.copyOf(accounts);
  }

  /** A server of the present version in the usual readings. */
  public LocalServerOptions(
      int port, Path data, Optional<Path> definition, List<Account> accounts, boolean demo) {
    this(port, data, definition, accounts, demo, Behaviour.USUAL);
  }

  /** A server that answers the enaio API alone. */
  public LocalServerOptions(
      int port,
      Path data,
      Optional<Path> definition,
      List<Account> accounts,
      boolean demo,
      Behaviour behaviour) {
    this(port, data, definition, accounts, demo, behaviour, Optional.empty());
  }

  /** The same with the Rillsoft API at the same address. */
  public LocalServerOptions with(RillsoftOptions options) {
    return new LocalServerOptions(
        port, data, definition, accounts, demo, behaviour, Optional.of(options));
  }
}
