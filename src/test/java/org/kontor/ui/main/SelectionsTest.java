package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.ui.preview.PreviewState;

/** What selecting does to the other panes, without a toolkit. */
final class SelectionsTest {
  @TempDir private Path folder;
  private final CountDownLatch objectsPass = new CountDownLatch(1);
  private final StubServer server = new StubServer(objectsPass);
  private Windowless desk;
  private MainViewModel model;

  @AfterEach
  void close() {
    objectsPass.countDown();
    desk.close();
  }

  private void start(DmsObject.Document... documents) throws IOException {
    desk = new Windowless(folder, server, Locale.UK, documents);
    model = desk.model;
  }

  private void until(BooleanSupplier condition) {
    desk.until(condition);
  }

  private static DmsObject.Document withFile(String id) {
    DmsObject.Document plain = Samples.document(id, Optional.empty());
    return new DmsObject.Document(
        plain.id(),
        plain.type(),
        plain.mainType(),
        plain.fields(),
        List.of(new ContentInfo(1, 5, "text/plain", id + ".txt", Optional.empty())),
        plain.provenance());
  }

  @Test
  void theFirstEntryIsReadAheadAsSoonAsTheTrayIsThereAndThenTheFollowingOnes() throws IOException {
    start(withFile("1"), withFile("2"), withFile("3"));
    until(() -> server.contentsAsked.equals(List.of(new ObjectId("1"))));

    model.selections().next();
    until(() -> server.contentsAsked.contains(new ObjectId("2")));
    assertTrue(!server.contentsAsked.contains(new ObjectId("3")));
  }

  @Test
  void anEntryWhoseFileTheListingDoesNotTellIsReadAheadToo() throws IOException {
    server.objects.put(new ObjectId("1"), withFile("1"));
    objectsPass.countDown();
    start(Samples.document("1", Optional.empty()));
    until(() -> server.contentsAsked.equals(List.of(new ObjectId("1"))));
  }

  @Test
  void theOldPreviewGoesWhileTheFileOfTheNextIsLookedFor() throws IOException {
    start(withFile("1"), Samples.document("2", Optional.empty()));
    server.objects.put(new ObjectId("2"), withFile("2"));
    model.selections().next();
    until(() -> model.preview().stateProperty().get() instanceof PreviewState.Failure);

    model.selections().next();
    assertEquals(new PreviewState.Loading("Document 2"), model.preview().stateProperty().get());
    model.tray().selection().only(1);
    assertTrue(model.preview().busyProperty().get());

    objectsPass.countDown();
    until(() -> server.contentsAsked.contains(new ObjectId("2")));
    until(() -> model.preview().stateProperty().get() instanceof PreviewState.Failure);
  }
}
