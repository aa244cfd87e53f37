package org.kontor.ui.main;

import org.kontor.dms.Account;
import org.kontor.dms.Acquaintance;
import org.kontor.dms.DmsServer;
import org.kontor.model.Schema;

/**
 * A server that a person is signed in to.
 *
 * @param server what the window reads from
 * @param key of the server's profile, as the outbox knows it
 * @param name what the profile is called
 * @param address as typed for the profile
 * @param accent colour of the line that tells servers apart, in the writing of style sheets: {@code
 *     #0969da}
 */
public record ServerSession(
    DmsServer server,
    Schema schema,
    Account account,
    String key,
    String name,
    String address,
    String accent) {
  /** The same under another name, as in another language. */
  public ServerSession named(String other) {
    return new ServerSession(server, schema, account, key, other, address, accent);
  }

  /** The same with what the server says of itself now. */
  public ServerSession after(Acquaintance met) {
    return new ServerSession(server, met.schema(), met.account(), key, name, address, accent);
  }

  /** The person's name as it is shown. */
  String userName() {
    return account.fullName();
  }
}
