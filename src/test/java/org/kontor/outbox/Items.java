package org.kontor.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Items in any state, for tests of pure functions. */
final class Items {
  static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  static final TypeId TYPE = new TypeId("262144");
  static final Location.Container HERE = container("71");
  static final Location.Container THERE = container("72");

  private Items() {}

  static Location.Container container(String id) {
    return new Location.Container(new ObjectId(id), new TypeId("1"), Kind.FOLDER);
  }

  static Operation.Insert insert(Location target, long length) {
    return new Operation.Insert(
        target,
        target instanceof Location.Tray ? Optional.empty() : Optional.of(TYPE),
        Optional.of(MainType.ANY_FILE),
        Map.of(),
        List.of(
            new SourceFile(Path.of("/x"), "x.txt", "text/plain", length, Optional.of("00"), 0)));
  }

  static Operation.UpdateFields update(String object) {
    return new Operation.UpdateFields(
        new ObjectId(object),
        TYPE,
        Map.of("a", FieldValue.of("new")),
        Map.of("a", FieldValue.of("old")));
  }

  static Item waiting(long id, Operation operation) {
    return in(id, Lane.BULK, operation, EntryState.WAITING, 0);
  }

  static Item in(long id, Lane lane, Operation operation, EntryState state, int attempts) {
    return new Item(
        new Entry(
            new EntryId(id),
            "s",
            1,
            lane,
            "title " + id,
            operation,
            state,
            attempts,
            0,
            Optional.empty(),
            Optional.empty(),
            NOW),
        Attempt.NONE,
        Pace.at(NOW));
  }
}
