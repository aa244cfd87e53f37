package org.kontor.local.store;

/** Something done with the database in one transaction. */
@FunctionalInterface
public interface Work<T> {
  /** Does it; what it wrote is kept only when it returns. */
  T with(Session session);
}
