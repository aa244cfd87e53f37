package org.kontor.local.enaio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.http.Caller;
import org.kontor.local.http.Json;
import org.kontor.local.store.AccountTable;
import org.kontor.local.store.Intake;
import org.kontor.local.store.Received;
import org.kontor.local.store.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Inserts objects without HTTP, by the same rules, all in one transaction. */
public final class DirectWriter implements AutoCloseable {
  private final Archive archive;
  private final Intake intake;
  private final List<Prepared> prepared = new ArrayList<>();

  /** What shall be inserted: the parent is the position of an earlier one, or none. */
  private record Prepared(
      Entry entry, Optional<Integer> parent, List<Received> files, String author, long time) {}

  /** A file of a document. */
  public static final class Content {
    private final String name;
    private final String mimeType;
    private final byte[] bytes;

    /** A file with its bytes, which are not copied. */
    public Content(String name, String mimeType, byte[] bytes) {
      this.name = name;
      this.mimeType = mimeType;
      this.bytes = bytes;
    }

    /** The name it was saved under. */
    public String name() {
      return name;
    }

    /** The mime type. */
    public String mimeType() {
      return mimeType;
    }

    /** The bytes in Base64, in lines. */
    public String base64() {
      return Base64.getMimeEncoder().encodeToString(bytes);
    }
  }

  /** A writer that has written nothing yet. */
  public DirectWriter(Archive archive) {
    this.archive = archive;
    this.intake = archive.contents().intake();
  }

  /**
   * Prepares an object and returns its position, by which others name it as their parent.
   *
   * @param fields texts, or a list of rows for a table field
   * @param time milliseconds of the epoch
   */
  public int add(
      String type,
      Optional<Integer> parent,
      Map<String, Object> fields,
      List<Content> contents,
      String author,
      long time)
      throws IOException {
    Map<String, JsonNode> properties = new HashMap<>();
    fields.forEach(
        (name, value) -> {
          ObjectNode property = Json.MAPPER.createObjectNode();
          property.set("value", Json.MAPPER.valueToTree(value));
          properties.put(name, property);
        });
    List<Received> files = new ArrayList<>();
    List<Entry.Stream> streams = new ArrayList<>();
    for (Content content : contents) {
      files.add(
          intake.receive(new ByteArrayInputStream(content.bytes), content.name, content.mimeType));
      streams.add(new Entry.Stream(content.name, content.mimeType, content.name));
    }
    Entry entry =
        new Entry(properties, Map.of("objecttypeid", Optional.of(type)), streams, Map.of());
    prepared.add(new Prepared(entry, parent, files, author, time));
    return prepared.size() - 1;
  }

  /** Writes everything that was prepared, or nothing. */
  public void commit() throws IOException {
    for (Prepared one : prepared) {
      intake.place(one.files());
    }
    archive.database().write(this::insert);
  }

  private int insert(Session session) {
    List<Long> ids = new ArrayList<>();
    AccountTable accounts = new AccountTable(session);
    for (Prepared one : prepared) {
      Caller author = new Caller(accounts.number(one.author()), one.author());
      EntryWriter writer = new EntryWriter(archive, session, author, one.time());
      Map<String, Optional<String>> system = new HashMap<>(one.entry().system());
      one.parent().ifPresent(it -> system.put("parentid", Optional.of(ids.get(it).toString())));
      Entry entry =
          new Entry(one.entry().fields(), system, one.entry().streams(), one.entry().options());
      try {
        ids.add(writer.write(entry, one.files()));
      } catch (Refusal refusal) {
        throw new IllegalStateException(refusal);
      }
    }
    return ids.size();
  }

  @Override
  public void close() throws IOException {
    intake.close();
  }
}
