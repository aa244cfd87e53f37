package org.kontor.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** The journal in an SQLite database. */
final class SqliteJournal implements Journal {
  /** What is over is kept so long, for undo and for looking up. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final String OPEN = "state NOT IN ('DONE', 'CANCELLED')";

  private final JournalJson json;
  private final JournalThread thread;

  /**
   * @param database opened and up to date
   */
  SqliteJournal(JournalFile file, Connection database, Path spool) {
    json = new JournalJson(spool);
    thread = new JournalThread(file::open, database);
  }

  /**
   * Forgets what is long over, counted from the last entry: a clock that is set wrong makes nothing
   * old. Claims stay: they are the names of objects.
   */
  void tidy(Instant now) throws IOException {
    thread.run(
        database -> {
          String newest = text(database, "SELECT max(accepted) FROM entry").orElse("0");
          long before = Math.min(now.toEpochMilli(), Long.parseLong(newest)) - KEPT.toMillis();
          execute(database, "DELETE FROM entry WHERE NOT (" + OPEN + ") AND accepted < " + before);
          execute(database, "DELETE FROM digest WHERE entry NOT IN (SELECT id FROM entry)");
          return execute(
              database,
              "DELETE FROM baseline WHERE id NOT IN (SELECT json_extract(attempt, '$.baseline')"
                  + " FROM entry WHERE "
                  + OPEN
                  + ")");
        });
  }

  @Override
  public List<Item> append(String server, Lane lane, List<Fresh> entries, Instant now)
      throws IOException {
    if (entries.isEmpty()) {
      return List.of();
    }
    List<String> operations = entries.stream().map(e -> json.write(e.operation())).toList();
    return thread.run(
        database -> {
          long batch = lastId(database) + 1;
          List<Item> items = new ArrayList<>();
          try (PreparedStatement insert =
              database.prepareStatement(
                  "INSERT INTO entry (id, server, batch, lane, title, operation, accepted, state,"
                      + " attempts, problem, attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)")) {
            for (int i = 0; i < entries.size(); i++) {
              Item item = fresh(server, lane, entries.get(i), batch, batch + i, now);
              insert.setLong(1, item.id().number());
              insert.setString(2, server);
              insert.setLong(3, batch);
              insert.setString(4, lane.name());
              insert.setString(5, item.entry().title());
              insert.setString(6, operations.get(i));
              insert.setLong(7, now.toEpochMilli());
              insert.setString(8, item.state().name());
              text(insert, 9, item.entry().problem());
              insert.setString(10, json.write(item.attempt()));
              insert.addBatch();
              items.add(item);
            }
            insert.executeBatch();
          }
          JournalIndex.note(database, items);
          return items;
        });
  }

  private static Item fresh(
      String server, Lane lane, Fresh fresh, long batch, long id, Instant now) {
    EntryState state = fresh.problem().isPresent() ? EntryState.REFUSED : EntryState.WAITING;
    return new Item(
        new Entry(
            new EntryId(id),
            server,
            batch,
            lane,
            fresh.title(),
            fresh.operation(),
            state,
            0,
            0,
            fresh.problem(),
            Optional.empty(),
            Instant.ofEpochMilli(now.toEpochMilli())),
        Attempt.NONE,
        Pace.at(now));
  }

  @Override
  public void write(Collection<Item> changed) throws IOException {
    thread.run(
        database -> {
          writeStates(database, changed);
          JournalIndex.noteReceipts(database, changed);
          return true;
        });
  }

  @Override
  public void rewrite(Collection<Item> changed) throws IOException {
    thread.run(
        database -> {
          writeStates(database, changed);
          writeOperations(database, changed);
          JournalIndex.note(database, changed);
          return true;
        });
  }

  private void writeStates(Connection database, Collection<Item> changed) throws SQLException {
    try (PreparedStatement update =
        database.prepareStatement(
            "UPDATE entry SET state = ?, attempts = ?, problem = ?, receipt = ?, attempt = ?"
                + " WHERE id = ?")) {
      for (Item item : changed) {
        update.setString(1, item.state().name());
        update.setInt(2, item.entry().attempts());
        text(update, 3, item.entry().problem());
        text(update, 4, item.entry().receipt());
        update.setString(5, json.write(item.attempt()));
        update.setLong(6, item.id().number());
        update.addBatch();
      }
      update.executeBatch();
    }
    Claims.note(database, changed);
  }

  private void writeOperations(Connection database, Collection<Item> changed) throws SQLException {
    try (PreparedStatement update =
        database.prepareStatement("UPDATE entry SET operation = ? WHERE id = ?")) {
      for (Item item : changed) {
        update.setString(1, json.write(item.operation()));
        update.setLong(2, item.id().number());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  @Override
  public List<Item> unfinished(Instant now) throws IOException {
    return thread.run(
        database -> {
          List<Item> items = new ArrayList<>();
          try (PreparedStatement select =
                  database.prepareStatement("SELECT * FROM entry WHERE " + OPEN + " ORDER BY id");
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              items.add(item(row, now));
            }
          }
          return items;
        });
  }

  @Override
  public Optional<Entry> entry(EntryId id) throws IOException {
    return thread.run(
        database -> {
          List<Entry> found = select(database, "id = ?", Long.toString(id.number()));
          return found.stream().findFirst();
        });
  }

  @Override
  public List<Entry> having(String server, Collection<String> sha256) throws IOException {
    return thread.run(
        database -> {
          List<Entry> entries = new ArrayList<>();
          for (long number : JournalIndex.having(database, sha256)) {
            entries.addAll(
                select(
                    database,
                    "id = ? AND server = ? AND state <> 'CANCELLED'",
                    Long.toString(number),
                    server));
          }
          return entries;
        });
  }

  @Override
  public List<Entry> latest(String server, int batches) throws IOException {
    return thread.run(
        database -> {
          List<Entry> entries = new ArrayList<>();
          // A batch has the number of its first entry.
          try (PreparedStatement select =
              database.prepareStatement(
                  "SELECT * FROM entry WHERE server = ?1 AND id >= (SELECT coalesce(min(id), 0)"
                      + " FROM (SELECT id FROM entry WHERE server = ?1 AND id = batch"
                      + " ORDER BY id DESC LIMIT ?2)) ORDER BY id DESC")) {
            select.setString(1, server);
            select.setInt(2, batches);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                entries.add(item(row, Instant.EPOCH).entry());
              }
            }
          }
          return entries;
        });
  }

  @Override
  public List<Entry> batch(long number) throws IOException {
    return thread.run(database -> select(database, "batch = ?", Long.toString(number)));
  }

  @Override
  public Optional<String> mark(String name) throws IOException {
    return thread.run(database -> JournalIndex.mark(database, name));
  }

  @Override
  public void mark(String name, String value) throws IOException {
    thread.run(
        database -> {
          JournalIndex.mark(database, name, value);
          return true;
        });
  }

  private List<Entry> select(Connection database, String condition, String... parameters)
      throws SQLException, IOException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement select =
        database.prepareStatement("SELECT * FROM entry WHERE " + condition + " ORDER BY id")) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(item(row, Instant.EPOCH).entry());
        }
      }
    }
    return entries;
  }

  private Item item(ResultSet row, Instant now) throws SQLException, IOException {
    return new Item(
        new Entry(
            new EntryId(row.getLong("id")),
            row.getString("server"),
            row.getLong("batch"),
            Lane.valueOf(row.getString("lane")),
            row.getString("title"),
            json.read(row.getString("operation"), Operation.class),
            EntryState.valueOf(row.getString("state")),
            row.getInt("attempts"),
            0,
            value(row.getString("problem"), Problem.class),
            value(row.getString("receipt"), Receipt.class),
            Instant.ofEpochMilli(row.getLong("accepted"))),
        json.read(row.getString("attempt"), Attempt.class),
        Pace.at(now));
  }

  @Override
  public Baseline keep(String server, Baseline baseline) throws IOException {
    return thread.run(
        database -> {
          try (PreparedStatement insert =
              database.prepareStatement("INSERT INTO baseline (server, content) VALUES (?, ?)")) {
            insert.setString(1, server);
            insert.setString(2, json.write(baseline));
            insert.executeUpdate();
          }
          return baseline.numbered(number(database, "SELECT last_insert_rowid()"));
        });
  }

  @Override
  public Optional<Baseline> baseline(long number) throws IOException {
    return thread.run(
        database -> {
          Optional<String> content =
              text(database, "SELECT content FROM baseline WHERE id = ?", Long.toString(number));
          return content.isEmpty()
              ? Optional.<Baseline>empty()
              : Optional.of(json.read(content.get(), Baseline.class).numbered(number));
        });
  }

  @Override
  public Set<ObjectId> claimed(String server, Collection<ObjectId> objects) throws IOException {
    return claimants(server, objects).keySet();
  }

  @Override
  public boolean mayHaveBrought(String server, ObjectId object, Location place) throws IOException {
    return thread.run(
        database -> {
          try (PreparedStatement select =
              database.prepareStatement(
                  "SELECT operation FROM entry WHERE server = ? AND attempts > 0"
                      + " AND json_extract(operation, '$.object.value') = ?")) {
            select.setString(1, server);
            select.setString(2, object.value());
            try (ResultSet row = select.executeQuery()) {
              boolean brought = false;
              while (row.next() && !brought) {
                brought =
                    Concern.brings(json.read(row.getString("operation"), Operation.class), place);
              }
              return brought;
            }
          }
        });
  }

  @Override
  public Map<ObjectId, EntryId> firstAbout(String server, Collection<ObjectId> objects)
      throws IOException {
    if (objects.isEmpty()) {
      return Map.of();
    }
    return thread.run(database -> Claims.firstAbout(database, server, objects));
  }

  @Override
  public Map<ObjectId, EntryId> claimants(String server, Collection<ObjectId> objects)
      throws IOException {
    if (objects.isEmpty()) {
      return Map.of();
    }
    return thread.run(database -> Claims.entries(database, server, objects));
  }

  @Override
  public Optional<EntryId> claimant(String server, ObjectId object) throws IOException {
    return Optional.ofNullable(claimants(server, List.of(object)).get(object));
  }

  @Override
  public Optional<String> nameOf(String server, ObjectId object) throws IOException {
    return thread.run(database -> Claims.name(database, server, object));
  }

  @Override
  public void close() {
    thread.close();
  }

  static Optional<String> text(Connection database, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement select = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static long lastId(Connection database) throws SQLException {
    return number(
        database, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'entry'");
  }

  private static long number(Connection database, String sql) throws SQLException {
    return text(database, sql).map(Long::parseLong).orElse(0L);
  }

  private static int execute(Connection database, String sql) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      return statement.executeUpdate();
    }
  }

  private void text(PreparedStatement statement, int index, Optional<?> value) throws SQLException {
    if (value.isPresent()) {
      statement.setString(index, json.write(value.get()));
    } else {
      statement.setNull(index, Types.VARCHAR);
    }
  }

  private <T> Optional<T> value(@Nullable String text, Class<T> type) throws IOException {
    return text == null ? Optional.empty() : Optional.of(json.read(text, type));
  }
}
