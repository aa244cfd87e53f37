package org.kontor.dms;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.model.ContentInfo;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** One operation of each kind, for tests that must forget none. */
public final class SampleOperations {
  public static final ObjectId OBJECT = new ObjectId("5");
  public static final TypeId TYPE = new TypeId("262144");
  private static final Location.Container HERE = container("71");
  private static final Location.Container THERE = container("72");
  private static final Optional<TypeId> TYPED = Optional.of(TYPE);
  private static final VersionId FORMER = new VersionId("AB12");
  private static final List<ContentInfo> BEFORE =
      List.of(new ContentInfo(1, 3, "image/tiff", "1.tif", Optional.of("ab")));

  private SampleOperations() {}

  /** In the order of the kinds. */
  public static List<Operation> all() {
    Map<String, FieldValue> fields = Map.of("a", FieldValue.of("new"));
    Map<String, FieldValue> before = Map.of("a", FieldValue.of("old"));
    return List.of(
        new Operation.Insert(HERE, TYPED, Optional.of(MainType.ANY_FILE), fields, List.of(file())),
        new Operation.InsertReference(OBJECT, THERE, TYPE, fields),
        new Operation.AssignType(OBJECT, TYPE, fields),
        new Operation.FileAway(OBJECT, HERE, TYPED, fields),
        new Operation.Move(OBJECT, TYPE, HERE, THERE),
        new Operation.MoveAndUpdate(OBJECT, TYPE, HERE, THERE, fields, before),
        new Operation.AddLocation(OBJECT, TYPE, HERE),
        new Operation.RemoveLocation(OBJECT, TYPE, HERE),
        new Operation.UpdateFields(OBJECT, TYPE, fields, before),
        new Operation.RestoreVersion(OBJECT, TYPE, FORMER, Optional.of(FORMER)),
        new Operation.ReplaceContent(OBJECT, TYPED, List.of(file(), file()), BEFORE),
        new Operation.InsertPage(OBJECT, TYPE, 1, file(), BEFORE),
        new Operation.ReplacePage(OBJECT, TYPE, 1, file(), BEFORE),
        new Operation.RemovePage(OBJECT, TYPE, 1, BEFORE),
        new Operation.DeleteObject(OBJECT, TYPED, true, false),
        new Operation.EmptyFromBin(OBJECT, TYPED),
        new Operation.RestoreObject(OBJECT, TYPED, true),
        new Operation.Lock(OBJECT, TYPE),
        new Operation.Unlock(OBJECT, TYPE),
        new Operation.SetRetention(
            OBJECT, TYPE, LocalDate.of(2035, 12, 31), Optional.of(LocalDate.of(2030, 1, 1))),
        new Operation.ReleaseForArchiving(OBJECT, TYPE));
  }

  /** Every kind there is. */
  public static Stream<Class<?>> kinds() {
    return kinds(Operation.class);
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(SampleOperations::kinds)
        : Stream.of(type);
  }

  private static SourceFile file() {
    return new SourceFile(
        Path.of("/x/f.tif").toAbsolutePath(), "f.tif", "image/tiff", 3, Optional.of("ab"), 7);
  }

  private static Location.Container container(String id) {
    return new Location.Container(new ObjectId(id), new TypeId("1"), Kind.FOLDER);
  }
}
