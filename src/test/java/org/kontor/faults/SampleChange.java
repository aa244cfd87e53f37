package org.kontor.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DocumentCustody.Holder;
import org.kontor.dms.Evidence.Presence;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.TypeId;

/** One change of each kind: what it needs, and what must be so afterwards and when taken back. */
enum SampleChange {
  ASSIGN_TYPE(
      Operation.AssignType.class,
      a ->
          new Operation.AssignType(
              a.typelessInTray(), a.note, Map.of("noteTitle", FieldValue.of("new"))),
      a -> assertEquals("new", a.title())),
  FILE_AWAY(
      Operation.FileAway.class,
      a ->
          new Operation.FileAway(
              a.typelessInTray(),
              a.there,
              Optional.of(a.note),
              Map.of("noteTitle", FieldValue.of("new"))),
      a -> assertTrue(a.liesAt(a.there))),
  MOVE(
      Operation.Move.class,
      a -> new Operation.Move(a.noteHere(), a.note, a.here, a.there),
      a -> assertTrue(a.liesAt(a.there)),
      a -> assertTrue(a.liesAt(a.here))),
  MOVE_AND_UPDATE(
      Operation.MoveAndUpdate.class,
      a ->
          new Operation.MoveAndUpdate(
              a.noteHere(), a.note, a.here, a.there, title("new"), title("before")),
      a -> {
        assertTrue(a.liesAt(a.there));
        assertEquals("new", a.title());
      },
      a -> {
        assertTrue(a.liesAt(a.here));
        assertEquals("before", a.title());
      }),
  ADD_LOCATION(
      Operation.AddLocation.class,
      a -> new Operation.AddLocation(a.noteHere(), a.note, a.there),
      a -> assertTrue(a.liesAt(a.here, a.there)),
      a -> assertTrue(a.liesAt(a.here))),
  REMOVE_LOCATION(
      Operation.RemoveLocation.class,
      a -> {
        a.make(new Operation.AddLocation(a.noteHere(), a.note, a.there));
        return new Operation.RemoveLocation(a.document, a.note, a.there);
      },
      a -> assertTrue(a.liesAt(a.here)),
      a -> assertTrue(a.liesAt(a.here, a.there))),
  UPDATE_FIELDS(
      Operation.UpdateFields.class,
      a -> new Operation.UpdateFields(a.noteHere(), a.note, title("new"), title("before")),
      a -> assertEquals("new", a.title()),
      a -> assertEquals("before", a.title())),
  INSERT_REFERENCE(
      Operation.InsertReference.class,
      a -> new Operation.InsertReference(a.noteHere(), a.there, a.note, title("reference")),
      a -> assertEquals(1, a.server.evidence().references(a.document, a.note).size())),
  REPLACE_CONTENT(
      Operation.ReplaceContent.class,
      a -> {
        a.noteHere();
        return new Operation.ReplaceContent(
            a.document, Optional.of(a.note), List.of(a.file("second")), a.contents());
      },
      a -> {
        assertEquals("second", a.text(1));
        assertEquals(1, formerVersions(a).size());
      },
      a -> assertEquals("first", a.text(1))),
  REPLACE_CONTENT_BY_SEVERAL(
      Operation.ReplaceContent.class,
      a -> {
        a.receiptHere();
        return new Operation.ReplaceContent(
            a.document,
            Optional.of(a.type("receiptScan")),
            List.of(a.file("one"), a.file("two"), a.file("three")),
            a.contents());
      },
      a -> {
        assertEquals(3, a.contents().size());
        assertEquals("three", a.text(3));
      },
      a -> assertEquals(2, a.contents().size())),
  INSERT_PAGE(
      Operation.InsertPage.class,
      a -> {
        a.receiptHere();
        return new Operation.InsertPage(
            a.document, a.type("receiptScan"), 2, a.file("between"), a.contents());
      },
      a -> {
        assertEquals(3, a.contents().size());
        assertEquals("between", a.text(2));
      },
      a -> assertEquals(2, a.contents().size())),
  REPLACE_PAGE(
      Operation.ReplacePage.class,
      a -> {
        a.receiptHere();
        return new Operation.ReplacePage(
            a.document, a.type("receiptScan"), 1, a.file("page ein"), a.contents());
      },
      a -> assertEquals("page ein", a.text(1)),
      a -> assertEquals("page one", a.text(1))),
  REMOVE_PAGE(
      Operation.RemovePage.class,
      a -> {
        a.receiptHere();
        return new Operation.RemovePage(a.document, a.type("receiptScan"), 1, a.contents());
      },
      a -> assertEquals(1, a.contents().size()),
      a -> assertEquals(2, a.contents().size())),
  DELETE_TO_THE_BIN(
      Operation.DeleteObject.class,
      a -> new Operation.DeleteObject(a.noteHere(), Optional.of(a.note), false, false),
      a -> assertEquals(Presence.IN_BIN, a.server.evidence().presence(a.document)),
      a -> assertTrue(a.liesAt(a.here))),
  DELETE_A_TYPELESS_DOCUMENT(
      Operation.DeleteObject.class,
      a -> new Operation.DeleteObject(a.typelessInTray(), Optional.empty(), false, false),
      a -> assertEquals(Presence.NOWHERE, present(a)),
      a -> assertEquals(Presence.PRESENT, present(a))),
  DELETE_A_REGISTER_WITH_CONTENTS(
      Operation.DeleteObject.class,
      a -> {
        a.noteHere();
        return new Operation.DeleteObject(a.here.id(), Optional.of(a.here.type()), true, false);
      },
      a -> assertEquals(Presence.IN_BIN, a.server.evidence().presence(a.document)),
      a -> assertTrue(a.liesAt(a.here))),
  DELETE_FOR_GOOD(
      Operation.DeleteObject.class,
      a -> new Operation.DeleteObject(a.noteHere(), Optional.of(a.note), false, true),
      a -> assertEquals(Presence.NOWHERE, a.server.evidence().presence(a.document))),
  EMPTY_FROM_BIN(
      Operation.EmptyFromBin.class,
      a -> {
        a.make(new Operation.DeleteObject(a.noteHere(), Optional.of(a.note), false, false));
        return new Operation.EmptyFromBin(a.document, Optional.of(a.note));
      },
      a -> assertEquals(Presence.NOWHERE, a.server.evidence().presence(a.document))),
  RESTORE(
      Operation.RestoreObject.class,
      a -> {
        a.make(new Operation.DeleteObject(a.noteHere(), Optional.of(a.note), false, false));
        return new Operation.RestoreObject(a.document, Optional.of(a.note), false);
      },
      a -> assertTrue(a.liesAt(a.here)),
      a -> assertEquals(Presence.IN_BIN, a.server.evidence().presence(a.document))),
  LOCK(
      Operation.Lock.class,
      a -> new Operation.Lock(a.noteHere(), a.note),
      a -> assertEquals(Holder.ME, holder(a)),
      a -> assertEquals(Holder.NOBODY, holder(a))),
  UNLOCK(
      Operation.Unlock.class,
      a -> {
        a.make(new Operation.Lock(a.noteHere(), a.note));
        return new Operation.Unlock(a.document, a.note);
      },
      a -> assertEquals(Holder.NOBODY, holder(a)),
      a -> assertEquals(Holder.ME, holder(a))),
  SET_RETENTION(
      Operation.SetRetention.class,
      a ->
          new Operation.SetRetention(
              a.noteHere(), a.note, LocalDate.of(2035, 12, 31), Optional.empty()),
      a ->
          assertEquals(
              Optional.of(LocalDate.of(2035, 12, 31)),
              a.server.evidence().custody(document(a)).retention())),
  RELEASE_FOR_ARCHIVING(
      Operation.ReleaseForArchiving.class,
      a -> new Operation.ReleaseForArchiving(a.noteHere(), a.note),
      a -> assertEquals(Presence.PRESENT, a.server.evidence().presence(a.document))),
  RESTORE_INDEX_DATA(
      Operation.RestoreVersion.class,
      a -> {
        a.make(new Operation.UpdateFields(a.noteHere(), a.note, title("new"), Map.of()));
        return version(a, a.note);
      },
      a -> {
        assertEquals("before", a.title());
        assertEquals(2, formerVersions(a).size());
      },
      a -> assertEquals("new", a.title())),
  RESTORE_CONTENT(
      Operation.RestoreVersion.class,
      a -> {
        a.noteHere();
        a.make(
            new Operation.ReplaceContent(
                a.document, Optional.of(a.note), List.of(a.file("second")), a.contents()));
        return version(a, a.note);
      },
      a -> {
        assertEquals("first", a.text(1));
        assertEquals(2, formerVersions(a).size());
      },
      a -> assertEquals("second", a.text(1)));

  /** Makes what is needed, and then the operation. */
  @FunctionalInterface
  interface Preparation {
    Operation in(SampleArchive archive) throws Exception;
  }

  /** Looks at the server, past proxy and outbox. */
  @FunctionalInterface
  interface Check {
    void on(SampleArchive archive) throws Exception;
  }

  private final Class<? extends Operation> kind;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Preparation preparation;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Check check;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Check undone;

  SampleChange(Class<? extends Operation> kind, Preparation preparation, Check check) {
    this(
        kind,
        preparation,
        check,
        archive -> {
          throw new AssertionError("there is a way back after all");
        });
  }

  SampleChange(
      Class<? extends Operation> kind, Preparation preparation, Check check, Check undone) {
    this.kind = kind;
    this.preparation = preparation;
    this.check = check;
    this.undone = undone;
  }

  Class<? extends Operation> kind() {
    return kind;
  }

  Operation prepare(SampleArchive archive) throws Exception {
    return preparation.in(archive);
  }

  void check(SampleArchive archive) throws Exception {
    check.on(archive);
  }

  void checkUndone(SampleArchive archive) throws Exception {
    undone.on(archive);
  }

  private static Map<String, FieldValue> title(String text) {
    return Map.of("noteTitle", FieldValue.of(text));
  }

  private static DmsObject.Document document(SampleArchive archive) throws Exception {
    return (DmsObject.Document) archive.server.object(archive.document);
  }

  private static Holder holder(SampleArchive archive) throws Exception {
    return archive.server.evidence().custody(document(archive)).holder();
  }

  private static Presence present(SampleArchive archive) throws Exception {
    return archive.server.evidence().presence(archive.document) == Presence.PRESENT
        ? Presence.PRESENT
        : Presence.NOWHERE;
  }

  private static List<ObjectVersion> formerVersions(SampleArchive archive) throws Exception {
    return archive.server.versions(archive.document).stream()
        .filter(version -> !version.current())
        .toList();
  }

  private static Operation version(SampleArchive archive, TypeId type) throws Exception {
    List<ObjectVersion> versions = formerVersions(archive);
    return new Operation.RestoreVersion(
        archive.document, type, versions.getFirst().id(), Optional.of(versions.getLast().id()));
  }
}
