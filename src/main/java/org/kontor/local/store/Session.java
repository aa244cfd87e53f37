package org.kontor.local.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One database connection with its prepared statements. Used by one thread at a time. */
public final class Session implements AutoCloseable {
  private static final int MOST_STATEMENTS = 400;

  private final Connection connection;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final Map<String, PreparedStatement> statements =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PreparedStatement> eldest) {
          if (size() <= MOST_STATEMENTS) {
            return false;
          }
          closeQuietly(eldest.getValue());
          return true;
        }
      };

  Session(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row of an answer. */
  @FunctionalInterface
  public interface Row<T> {
    /** The value of the current row. */
    T read(ResultSet row) throws SQLException;
  }

  /** A piece of work that may fail in its own way. */
  @FunctionalInterface
  public interface Attempt<T, X extends Exception> {
    /** Does the work; whatever it wrote is undone when it throws. */
    T run() throws X;
  }

  /** All rows of a query. */
  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
    try {
      PreparedStatement statement = bound(sql, values);
      try (ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(row.read(result));
        }
        return rows;
      }
    } catch (SQLException failed) {
      throw new StoreException(sql, failed);
    }
  }

  /** The first row of a query. */
  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
    try {
      PreparedStatement statement = bound(sql, values);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(row.read(result)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw new StoreException(sql, failed);
    }
  }

  /** Whether a query has a row. */
  public boolean any(String sql, @Nullable Object... values) {
    return first(sql, row -> true, values).isPresent();
  }

  /** Writes; returns the number of rows changed. */
  public int update(String sql, @Nullable Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException failed) {
      throw new StoreException(sql, failed);
    }
  }

  /** Inserts and returns the new row's number. */
  public long insert(String sql, @Nullable Object... values) {
    update(sql, values);
    return first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
  }

  /** Runs a statement that is not worth keeping prepared. */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new StoreException(sql, failed);
    }
  }

  /** Does a piece of work that leaves nothing behind when it throws. */
  public <T, X extends Exception> T attempt(Attempt<T, X> work) throws X {
    int hooks = afterCommit.size();
    update("SAVEPOINT attempt");
    boolean done = false;
    try {
      T result = work.run();
      done = true;
      return result;
    } finally {
      if (!done) {
        update("ROLLBACK TO attempt");
        afterCommit.subList(hooks, afterCommit.size()).clear();
      }
      update("RELEASE attempt");
    }
  }

  /** Has something done once the present transaction is on the disk; dropped when it fails. */
  public void afterCommit(Runnable hook) {
    afterCommit.add(hook);
  }

  List<Runnable> takeAfterCommit() {
    List<Runnable> hooks = List.copyOf(afterCommit);
    afterCommit.clear();
    return hooks;
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static void closeQuietly(PreparedStatement statement) {
    try {
      statement.close();
    } catch (SQLException failed) {
      throw new StoreException("close", failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new StoreException("close", failed);
    }
  }
}
