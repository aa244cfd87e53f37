package org.kontor.outbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.dms.VersionId;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** What a person does with one document, one after the other: together, changes of every kind. */
final class ChangeScripts {
  private static final FieldValue ONE = FieldValue.of("one");
  private static final FieldValue TWO = FieldValue.of("two");
  private static final LocalDate SOON = LocalDate.of(2030, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2040, 1, 1);

  private final TypeId type;
  private final List<Location.Container> places;

  /**
   * @param places three; the documents lie at the first
   */
  ChangeScripts(TypeId type, List<Location.Container> places) {
    this.type = type;
    this.places = places;
  }

  /** One of the scripts for a document as it is now. */
  List<Operation> any(Random random, DmsObject.Document document) {
    ObjectId id = document.id();
    return switch (random.nextInt(8)) {
      case 0 -> moves(id);
      case 1 -> contents(document, random.nextInt(30, 40));
      case 2 -> keeping(id);
      case 3 -> bin(id);
      case 4 -> pages(document, random.nextInt(40, 50));
      case 5 -> List.of(new Operation.DeleteObject(id, Optional.of(type), false, true));
      case 6 -> references(id);
      default -> versions(id);
    };
  }

  private List<Operation> moves(ObjectId id) {
    return List.of(
        update(id, ONE, FieldValue.empty()),
        new Operation.Move(id, type, places.get(0), places.get(1)),
        update(id, TWO, ONE),
        new Operation.AddLocation(id, type, places.get(2)),
        new Operation.RemoveLocation(id, type, places.get(1)));
  }

  private List<Operation> contents(DmsObject.Document document, int number) {
    ObjectId id = document.id();
    VersionId former = new VersionId(id + "-1");
    return List.of(
        new Operation.Lock(id, type),
        new Operation.ReplaceContent(
            id, Optional.of(type), List.of(Samples.file(number)), document.contents()),
        new Operation.Unlock(id, type),
        new Operation.RestoreVersion(id, type, former, Optional.of(former)));
  }

  private List<Operation> keeping(ObjectId id) {
    return List.of(
        new Operation.SetRetention(id, type, SOON, Optional.empty()),
        update(id, ONE, FieldValue.empty()),
        new Operation.ReleaseForArchiving(id, type),
        new Operation.MoveAndUpdate(
            id, type, places.get(0), places.get(1), Map.of("a", TWO), Map.of("a", ONE)),
        new Operation.SetRetention(id, type, LATER, Optional.of(SOON)));
  }

  private List<Operation> bin(ObjectId id) {
    Optional<TypeId> named = Optional.of(type);
    return List.of(
        new Operation.DeleteObject(id, named, false, false),
        new Operation.RestoreObject(id, named, false),
        new Operation.DeleteObject(id, named, true, false),
        new Operation.EmptyFromBin(id, named));
  }

  private List<Operation> pages(DmsObject.Document document, int number) {
    ObjectId id = document.id();
    List<ContentInfo> first = document.contents();
    List<ContentInfo> second = new ArrayList<>(first);
    SourceFile inserted = Samples.file(number);
    second.addFirst(info(inserted, first.getFirst()));
    List<ContentInfo> third = new ArrayList<>(second);
    SourceFile replacing = Samples.file(number + 10);
    third.set(1, info(replacing, first.getFirst()));
    return List.of(
        new Operation.InsertPage(id, type, 1, inserted, first),
        new Operation.ReplacePage(id, type, 2, replacing, second),
        new Operation.RemovePage(id, type, 1, third));
  }

  private List<Operation> references(ObjectId id) {
    return List.of(
        reference(id, places.get(1), "r1"),
        update(id, ONE, FieldValue.empty()),
        reference(id, places.get(2), "r2"));
  }

  private Operation reference(ObjectId id, Location.Container place, String mark) {
    return new Operation.InsertReference(
        id, place, type, Map.of("mark", FieldValue.of(mark + "-" + id)));
  }

  private List<Operation> versions(ObjectId id) {
    VersionId former = new VersionId(id + "-1");
    return List.of(
        update(id, ONE, FieldValue.empty()),
        new Operation.RestoreVersion(id, type, former, Optional.of(former)),
        update(id, TWO, FieldValue.empty()));
  }

  private Operation update(ObjectId id, FieldValue value, FieldValue before) {
    return new Operation.UpdateFields(id, type, Map.of("a", value), Map.of("a", before));
  }

  /** As the server will describe the file, as far as that counts. */
  private static ContentInfo info(SourceFile file, ContentInfo like) {
    return new ContentInfo(
        1,
        file.length(),
        file.mimeType(),
        file.name(),
        like.sha256().isPresent() ? file.sha256() : Optional.empty());
  }
}
