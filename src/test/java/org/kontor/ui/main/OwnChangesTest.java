package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.dms.DmsException;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.VersionId;
import org.kontor.model.ContentInfo;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;

final class OwnChangesTest {
  private static final ObjectId SCAN = new ObjectId("7");

  private static final ContentInfo PAGE =
      new ContentInfo(1, 5, "image/tiff", "1.tif", Optional.empty());

  private final StubServer server = new StubServer();

  @Test
  void afterAnUndoTheOneBeforeItCanBeTakenBackToo() throws InterruptedException {
    server.versions.addAll(versions("1", "2", "3"));
    List<Entry> entries = List.of(done(1, "1"), done(2, "2"), done(3, "3"));
    assertEquals(Optional.of(new VersionId("3")), newestAllowed("1", entries));
  }

  @Test
  void whatAnotherPersonHasChangedInBetweenIsNotWrittenOver() throws InterruptedException {
    server.versions.addAll(versions("1", "2", "3"));
    List<Entry> entries = List.of(done(1, "1"), done(3, "3"));
    assertEquals(Optional.of(new VersionId("1")), newestAllowed("1", entries));
  }

  @Test
  void aServerThatCannotBeAskedLeavesItToTheOutbox() throws InterruptedException {
    server.versions.addAll(versions("1", "2"));
    server.failure = new DmsException.Unreachable("no network", null);
    assertEquals(
        Optional.of(new VersionId("1")), newestAllowed("1", List.of(done(1, "1"), done(2, "2"))));
  }

  private Optional<VersionId> newestAllowed(String version, List<Entry> entries)
      throws InterruptedException {
    VersionId wanted = new VersionId(version);
    Draft draft =
        new OwnChanges(server)
            .allowFor(
                new Draft(
                    "Scan",
                    new Operation.RestoreVersion(
                        SCAN, Samples.PHOTO.id(), wanted, Optional.of(wanted))),
                1,
                entries);
    Operation.RestoreVersion restore = (Operation.RestoreVersion) draft.operation();
    assertEquals(wanted, restore.version());
    return restore.newest();
  }

  /** Oldest first, and the present one. */
  private static List<ObjectVersion> versions(String... former) {
    return Stream.concat(
            Stream.of(former)
                .map(number -> new ObjectVersion(number, false, true, Provenance.UNKNOWN)),
            Stream.of(new ObjectVersion("CURRENT", true, true, Provenance.UNKNOWN)))
        .toList();
  }

  private static Entry done(long id, String former) {
    Receipt receipt =
        new Receipt(SCAN, Optional.of(Samples.PHOTO.id()), 1, Optional.empty(), Instant.EPOCH);
    return new Entry(
        new EntryId(id),
        "registry",
        id,
        Lane.INTERACTIVE,
        "Scan",
        new Operation.RemovePage(SCAN, Samples.PHOTO.id(), 1, List.of(PAGE)),
        EntryState.DONE,
        1,
        0,
        Optional.empty(),
        Optional.of(receipt.replacing(new VersionId(former))),
        Instant.EPOCH);
  }
}
