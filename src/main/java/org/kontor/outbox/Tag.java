package org.kontor.outbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.TypeId;

/**
 * What tells a typed insert from all others on a server whose profile names a field for it. It is
 * made of the entry alone, so an outbox that died, or that was restored, knows it again.
 *
 * @param field that takes it
 * @param text {@value #LENGTH} characters
 */
record Tag(String field, String text) {
  private static final int BYTES = 10;
  private static final String PREFIX = "K";

  /** Characters of each. */
  static final int LENGTH = PREFIX.length() + 2 * BYTES;

  /** Empty where there is no field for it, or where the person filled the field herself. */
  static Optional<Tag> of(DmsServer server, Item item) throws DmsException, InterruptedException {
    if (!(item.operation() instanceof Operation.Insert insert) || insert.type().isEmpty()) {
      return Optional.empty();
    }
    TypeId type = insert.type().get();
    return server
        .evidence()
        .tagField(type, LENGTH)
        .filter(field -> insert.fields().getOrDefault(field, FieldValue.empty()).isEmpty())
        .map(field -> new Tag(field, text(item.entry(), insert)));
  }

  /** Two computers make the same only of the same title, number and millisecond. */
  private static String text(Entry entry, Operation.Insert insert) {
    StringBuilder all = new StringBuilder();
    all.append(entry.server()).append('\n').append(entry.id().number()).append('\n');
    all.append(entry.accepted().toEpochMilli()).append('\n').append(entry.title()).append('\n');
    for (SourceFile file : insert.files()) {
      all.append(file.name()).append('\n').append(file.length()).append('\n');
    }
    byte[] digest = FileDigests.sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8));
    return PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
  }

  /** Whether an object carries another tag. What carries none may have been made without. */
  boolean isNotOf(DmsObject object) {
    FieldValue held = object.fields().getOrDefault(field, FieldValue.empty());
    return !held.isEmpty() && !FieldMatch.same(FieldValue.of(text), held);
  }

  /** The insert with the tag in its field. */
  Operation.Insert on(Operation.Insert insert) {
    Map<String, FieldValue> fields = new HashMap<>(insert.fields());
    fields.put(field, FieldValue.of(text));
    return new Operation.Insert(
        insert.target(), insert.type(), insert.mainType(), fields, insert.files(), insert.also());
  }
}
