package org.kontor.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.preview.decode.SampleDocuments;

/** Looking for words in what is previewed, with one thread in the window's place. */
final class FinderTest {
  private static final int DEADLINE = 60;

  private static final int LONG = 200;

  /** Half of what the places of all letters would take: 16 bytes each. */
  private static final long MOST_HELD = LONG * SampleDocuments.DENSE * 8L;

  @TempDir private Path folder;

  private final ExecutorService ui =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final BackgroundTasks tasks = new BackgroundTasks(ui);
  private final ContentServer server = new ContentServer();
  private PreviewViewModel model;
  private Finder finder;

  @BeforeEach
  void open() {
    model = new PreviewViewModel(server, tasks, ui, Locale.UK);
    finder = model.finder();
  }

  @AfterEach
  void close() throws Exception {
    onUi(() -> model.close());
    tasks.close();
    ui.shutdown();
    assertTrue(ui.awaitTermination(DEADLINE, TimeUnit.SECONDS));
  }

  @Test
  void hitsOfAllFilesFollowFromThePageShownAroundTheDocument() throws Exception {
    show(new PreviewSource.Files(List.of(pdf("1", 2), pdf("2", 1), pdf("3", 2))));
    await(() -> model.stateProperty().get() instanceof PreviewState.Page);
    onUi(() -> model.goToPage(2));
    onUi(
        () -> {
          finder.open();
          finder.typedProperty().set("PAGE");
        });
    awaitSaid("2 of 5");
    assertEquals(2, page(), "it begins where one is");
    awaitShown(0);
    ShownHits shown = onUi(() -> finder.hitsProperty().get());
    TextQuery.Span span = shown.currentSpan().orElseThrow();
    assertEquals("page", shown.text().text().substring(span.start(), span.end()));
    assertEquals(1, shown.text().boxes(span.start(), span.end()).size());

    onUi(finder::next);
    assertEquals("3 of 5", said());
    assertEquals(3, page(), "the next file");
    awaitShown(0);
    onUi(finder::next);
    onUi(finder::next);
    assertEquals("5 of 5", said());
    onUi(finder::next);
    assertEquals("1 of 5. From the beginning again.", said());
    assertEquals(1, page());
    onUi(finder::next);
    assertEquals("2 of 5", said());
    onUi(finder::previous);
    onUi(finder::previous);
    assertEquals("5 of 5. From the end again.", said());
    assertEquals(5, page());
    onUi(() -> model.goToPage(2));
    onUi(finder::next);
    assertEquals("2 of 5", said(), "from where one has turned to");
  }

  @Test
  void whatIsTypedOnIsLookedForAnewAndStaysForTheNextDocument() throws Exception {
    onUi(() -> model.show(text("1", "Rechnung\nRechnungen\n" + "\n".repeat(20_000) + "Rechner")));
    onUi(
        () -> {
          finder.open();
          finder.typedProperty().set("rech");
        });
    awaitSaid("1 of 3");
    onUi(() -> finder.typedProperty().set("rechner"));
    awaitSaid("1 of 1");
    assertEquals(2, page());
    onUi(() -> finder.typedProperty().set("rechners"));
    awaitSaid("Not found.");
    assertFalse(onUi(() -> finder.foundProperty().get()));
    onUi(finder::next);
    assertEquals("Not found.", said());

    onUi(() -> model.show(text("2", "nichts\nRECHNERS\n")));
    awaitSaid("1 of 1");
    awaitShown(0);
    onUi(finder::close);
    assertEquals("", said());
    assertEquals(ShownHits.NONE, onUi(() -> finder.hitsProperty().get()));
    onUi(finder::open);
    awaitSaid("1 of 1");
    onUi(() -> model.show(new PreviewSource.Several(3)));
    assertEquals("What is shown here holds no text that could be searched.", said());
    assertFalse(onUi(finder::isOffered));
  }

  @Test
  void hitsAppearWhilePagesAreStillReadAndAnotherDocumentEndsTheReading() throws Exception {
    var first = pdf("1", 1);
    var slow = pdf("2", 1);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    server.holdBack("2", asked, release);
    onUi(finder::open);
    onUi(() -> finder.typedProperty().set("item 1"));
    onUi(() -> model.show(new PreviewSource.Files(List.of(first, slow))));
    awaitSaid("1 of 11 so far");
    assertTrue(asked.await(DEADLINE, TimeUnit.SECONDS));
    assertTrue(onUi(() -> finder.busyProperty().get()));
    onUi(finder::previous);
    assertEquals("1 of 11 so far", said(), "what is before is not known yet");

    onUi(() -> model.show(text("3", "item 1")));
    awaitSaid("1 of 1");
    assertFalse(onUi(() -> finder.busyProperty().get()));
    release.countDown();
    await(() -> tasks.underWay().isEmpty());
    assertEquals("1 of 1", said());
  }

  @Test
  void aStepWaitsForThePagesThatAreNotReadYet() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    var files = List.<PreviewSource.OfFile>of(pdf("1", 1), pdf("2", 2));
    server.holdBack("2", asked, release);
    onUi(finder::open);
    onUi(() -> finder.typedProperty().set("invoice"));
    onUi(() -> model.show(new PreviewSource.Files(files)));
    awaitSaid("1 of 1 so far");
    onUi(finder::previous);
    release.countDown();
    awaitSaid("3 of 3. From the end again.");
    assertEquals(3, page());
  }

  @Test
  void picturesAndWhatCannotBeReadAreTold() throws Exception {
    var scan = server.holds("1", SampleDocuments.scan(folder.resolve("a.tif"), 2), "a.tif");
    onUi(finder::open);
    onUi(() -> finder.typedProperty().set("invoice"));
    onUi(() -> model.show(scan));
    awaitSaid("This document holds no text that could be searched; its pages are pictures.");
    byte[] damaged = "%PDF-1.4 and then nothing".getBytes(StandardCharsets.UTF_8);
    var broken = server.holds("3", damaged, "b.pdf");
    show(new PreviewSource.Files(List.of(pdf("2", 1), scan, broken)));
    awaitSaid(
        "1 of 1. 2 of 4 pages hold no text that could be searched."
            + " 1 of 4 pages could not be read completely.");
    byte[] mail =
        "From: a@example.org\nTo: b@example.org\nSubject: Hi\n\nInvoice\n"
            .getBytes(StandardCharsets.UTF_8);
    onUi(() -> model.show(server.holds("4", mail, "a.eml")));
    awaitSaid("1 of 1");
    theHeadOfAMailIsSearchedOnce(mail);
    byte[] unknown = "PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1);
    onUi(() -> model.show(server.holds("5", unknown, "a.docx")));
    awaitSaid("What is shown here holds no text that could be searched.");
  }

  /** Each reading is a thread of its own (decision 5), by which they are counted here. */
  @Test
  void aLongPdfIsReadPageByPageOnceAndItsLettersAreNotKept() throws Exception {
    onUi(finder::open);
    onUi(() -> finder.typedProperty().set("invoice"));
    onUi(() -> model.show(text("1", "Invoice")));
    awaitSaid("1 of 1");
    Path file = SampleDocuments.densePdf(folder.resolve("long.pdf"), LONG);
    var source = new PreviewSource.OnDisk(file, Optional.empty(), "application/pdf", "long.pdf");
    onUi(finder::close);
    onUi(() -> model.show(source));
    await(() -> model.stateProperty().get() instanceof PreviewState.Page);
    await(() -> tasks.underWay().isEmpty());
    long held = heldBytes();
    long threads = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount();
    onUi(finder::open);
    awaitSaid("1 of " + LONG);
    await(() -> tasks.underWay().isEmpty());
    long reads = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount() - threads;
    assertTrue(reads >= LONG && reads < LONG + LONG / 3, () -> reads + " readings");
    long more = heldBytes() - held;
    assertTrue(more < MOST_HELD, () -> more + " bytes held");

    onUi(() -> finder.typedProperty().set("page " + LONG));
    awaitSaid("1 of 1");
    await(() -> tasks.underWay().isEmpty());
    long again = ManagementFactory.getThreadMXBean().getTotalStartedThreadCount() - threads - reads;
    assertTrue(again < LONG / 3, () -> again + " readings for another word");
  }

  private static long heldBytes() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void theHeadOfAMailIsSearchedOnce(byte[] mail) throws Exception {
    onUi(() -> finder.typedProperty().set("example.org"));
    awaitSaid("1 of 2");
    onUi(() -> finder.typedProperty().set("hi"));
    awaitSaid("1 of 1");
    onUi(() -> finder.typedProperty().set("hi a@"));
    awaitSaid("Not found.");
    String text = new String(mail, StandardCharsets.UTF_8) + "line, example.org\n".repeat(2_000);
    onUi(() -> model.show(text("6", "nothing")));
    onUi(() -> finder.typedProperty().set("a@example"));
    onUi(() -> model.show(server.holds("7", text.getBytes(StandardCharsets.UTF_8), "b.eml")));
    awaitSaid("1 of 1");
    assertTrue(onUi(() -> model.pageCountProperty().get()) > 1);
    onUi(() -> finder.typedProperty().set("invoice"));
  }

  private void show(PreviewSource source) throws Exception {
    onUi(() -> model.show(source));
  }

  private PreviewSource.OnServer pdf(String id, int pages) throws Exception {
    return server.holds(id, SampleDocuments.pdf(folder.resolve(id + ".pdf"), pages), id + ".pdf");
  }

  private PreviewSource.OnServer text(String id, String text) {
    return server.holds(id, text.getBytes(StandardCharsets.UTF_8), id + ".txt");
  }

  private int page() throws Exception {
    return onUi(() -> model.pageProperty().get());
  }

  private String said() throws Exception {
    return onUi(() -> finder.saidProperty().get());
  }

  private void awaitSaid(String sentences) throws Exception {
    await(() -> finder.saidProperty().get().equals(sentences));
  }

  /** Waits until it is known where on the page shown the current hit stands. */
  private void awaitShown(int number) throws Exception {
    await(() -> finder.hitsProperty().get().currentSpan().isPresent());
    assertEquals(number, onUi(() -> finder.hitsProperty().get().current()));
  }

  private void await(BooleanSupplier condition) throws Exception {
    CompletableFuture<Boolean> fulfilled = new CompletableFuture<>();
    InvalidationListener listener =
        _ -> {
          if (condition.getAsBoolean()) {
            fulfilled.complete(true);
          }
        };
    onUi(
        () -> {
          finder.saidProperty().addListener(listener);
          finder.hitsProperty().addListener(listener);
          model.stateProperty().addListener(listener);
          tasks.onChange(() -> ui.execute(() -> listener.invalidated(model.stateProperty())));
          listener.invalidated(model.stateProperty());
        });
    boolean done = fulfilled.completeOnTimeout(false, DEADLINE, TimeUnit.SECONDS).get();
    assertTrue(done, () -> "in vain; it says: " + finder.saidProperty().get());
    onUi(
        () -> {
          finder.saidProperty().removeListener(listener);
          finder.hitsProperty().removeListener(listener);
          model.stateProperty().removeListener(listener);
        });
  }

  private void onUi(Runnable verb) throws Exception {
    ui.submit(verb).get(DEADLINE, TimeUnit.SECONDS);
  }

  private <T> T onUi(Callable<T> verb) throws Exception {
    return ui.submit(verb).get(DEADLINE, TimeUnit.SECONDS);
  }
}
