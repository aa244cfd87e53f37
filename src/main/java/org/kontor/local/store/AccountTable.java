package org.kontor.local.store;

import java.util.Optional;

/** The numbers of the people who ever signed in; a number is kept when the account is gone. */
public final class AccountTable {
  private final Session session;

  /** The table seen through one session. */
  public AccountTable(Session session) {
    this.session = session;
  }

  /** The number of a name, given on first use. */
  public long number(String name) {
    Optional<Long> known =
        session.first("SELECT id FROM account WHERE name = ?", row -> row.getLong(1), name);
    return known.orElseGet(() -> session.insert("INSERT INTO account (name) VALUES (?)", name));
  }

  /** The name behind a number. */
  public Optional<String> name(long number) {
    return session.first("SELECT name FROM account WHERE id = ?", row -> row.getString(1), number);
  }
}
