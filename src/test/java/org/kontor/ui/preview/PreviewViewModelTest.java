package org.kontor.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.preview.decode.SampleDocuments;

/** Showing, reading ahead, dropping and failing, with one thread in the window's place. */
final class PreviewViewModelTest {
  private static final int DEADLINE = 30;

  @TempDir private Path folder;

  /** Work that ends after the window is gone is dropped, as the window's own thread does. */
  private final ExecutorService ui =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final Semaphore handled = new Semaphore(0);
  private final BackgroundTasks tasks =
      new BackgroundTasks(
          handler ->
              ui.execute(
                  () -> {
                    handler.run();
                    handled.release();
                  }));
  private final ContentServer server = new ContentServer();
  private PreviewViewModel model;

  @BeforeEach
  void open() {
    model = new PreviewViewModel(server, tasks, ui, Locale.UK);
  }

  @AfterEach
  void close() throws Exception {
    onUi(() -> model.close());
    tasks.close();
    ui.shutdown();
    assertTrue(ui.awaitTermination(DEADLINE, TimeUnit.SECONDS));
  }

  @Test
  void documentOfTheServerIsShownAndItsPagesTurned() throws Exception {
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 3), "a.pdf");
    onUi(() -> model.show(source));
    await(PreviewState.Page.class);
    assertEquals(3, model.pageCountProperty().get());
    assertEquals(1, model.pageProperty().get());
    PreviewState first = model.stateProperty().get();
    onUi(() -> model.nextPage());
    await(state -> state instanceof PreviewState.Page && !state.equals(first));
    assertEquals(2, model.pageProperty().get());
    onUi(
        () -> {
          model.goToPage(3);
          model.nextPage();
        });
    assertEquals(3, model.pageProperty().get(), "there is no fourth");
    onUi(() -> model.goToPage(1));
    await(first::equals);
    assertEquals(1, server.downloads.get());
  }

  @Test
  void pagesOfSeveralFilesFollowOneAnother() throws Exception {
    var first = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 2), "a.pdf");
    var second = server.holds("2", SampleDocuments.pdf(folder.resolve("b.pdf"), 1), "b.pdf");
    var third = server.holds("3", SampleDocuments.pdf(folder.resolve("c.pdf"), 3), "c.pdf");
    onUi(() -> model.show(new PreviewSource.Files(List.of(first, second, third))));
    await(PreviewState.Page.class);
    PreviewState start = model.stateProperty().get();
    awaitHandled(3);
    assertEquals(6, onUi(() -> model.pageCountProperty().get()), "2, 1 and 3");
    assertEquals(1, model.pageProperty().get());

    onUi(() -> model.goToPage(4));
    await(state -> state instanceof PreviewState.Page && !state.equals(start));
    assertEquals(4, model.pageProperty().get());
    PreviewState fourth = model.stateProperty().get();
    onUi(() -> model.goToPage(2));
    await(
        state ->
            state instanceof PreviewState.Page && !state.equals(start) && !state.equals(fourth));
    assertEquals(2, model.pageProperty().get(), "the last page of the first file");
    assertEquals(6, model.pageCountProperty().get());
    onUi(() -> model.previousPage());
    await(start::equals);
    assertEquals(3, server.downloads.get(), "each file once");
  }

  @Test
  void whatWasReadAheadIsThereAtOnce() throws Exception {
    var first = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 1), "a.pdf");
    var second = server.holds("2", SampleDocuments.pdf(folder.resolve("b.pdf"), 2), "b.pdf");
    onUi(() -> model.readAhead(second));
    awaitHandled(1);
    onUi(() -> model.show(first));
    await(PreviewState.Page.class);
    PreviewState shown =
        onUi(
            () -> {
              model.show(second);
              return model.stateProperty().get();
            });
    assertInstanceOf(PreviewState.Page.class, shown);
    assertEquals(2, model.pageCountProperty().get());
    assertEquals(2, server.downloads.get());
  }

  @Test
  void readingAheadThatIsUnderWayIsNotStartedAgain() throws Exception {
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 1), "a.pdf");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    server.holdBack("1", asked, release);
    onUi(() -> model.readAhead(source));
    assertTrue(asked.await(DEADLINE, TimeUnit.SECONDS));
    onUi(() -> model.show(source));
    release.countDown();
    await(PreviewState.Page.class);
    assertEquals(1, server.downloads.get());
  }

  @Test
  void whatComesLateIsDropped() throws Exception {
    var slow = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 5), "a.pdf");
    var quick = server.holds("2", SampleDocuments.pdf(folder.resolve("b.pdf"), 2), "b.pdf");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    server.holdBack("1", asked, release);
    onUi(() -> model.show(slow));
    assertTrue(asked.await(DEADLINE, TimeUnit.SECONDS));
    assertEquals(new PreviewState.Loading("a.pdf"), model.stateProperty().get());
    onUi(() -> model.show(quick));
    await(PreviewState.Page.class);
    release.countDown();
    awaitHandled(2);
    assertEquals(2, model.pageCountProperty().get());
    onUi(() -> model.show(new PreviewSource.Several(4)));
    assertEquals(new PreviewState.Several(4), model.stateProperty().get());
    assertEquals(0, model.pageCountProperty().get());
    onUi(() -> model.show(new PreviewSource.Nothing()));
    assertEquals(new PreviewState.Empty(), model.stateProperty().get());
  }

  @Test
  void largeFileIsFetchedOnlyWhenThePersonInsists() throws Exception {
    byte[] picture =
        Files.readAllBytes(
            SampleDocuments.image(
                folder.resolve("a.png"),
                "png",
                SampleDocuments.redAndBlue(80, 60, BufferedImage.TYPE_INT_RGB)));
    server.holds("1", picture, "scan.png");
    onUi(() -> model.show(ContentServer.source("1", 300_000_000, "scan.png")));
    PreviewState.Note note = (PreviewState.Note) await(PreviewState.Note.class);
    assertTrue(note.loadable());
    assertEquals("PNG file, 300\u00a0MB", note.facts());
    assertEquals(0, server.downloads.get());
    onUi(() -> model.loadAnyway());
    await(PreviewState.Page.class);
  }

  @Test
  void endlessFileIsLeftAtTheLimit() throws Exception {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII)),
            new Endless(new AtomicLong()));
    onUi(() -> model.show(server.streams("1", endless, 0, "a.pdf")));
    assertTrue(((PreviewState.Note) await(PreviewState.Note.class)).loadable());
  }

  @Test
  void onlyTheHeadIsFetchedOfWhatCannotBeShown() throws Exception {
    AtomicLong read = new AtomicLong();
    onUi(() -> model.show(server.streams("1", new Endless(read), 90_000_000, "film.mp4")));
    PreviewState.Note note = (PreviewState.Note) await(PreviewState.Note.class);
    assertEquals("There is no preview for this kind of file.", note.sentence());
    assertFalse(note.loadable());
    assertTrue(read.get() < 100_000, "read " + read);
  }

  @Test
  void longTextIsFetchedInPartAndShownInPages() throws Exception {
    String line = "a line of a long log file\n";
    AtomicLong read = new AtomicLong();
    InputStream text =
        new SequenceInputStream(
            new ByteArrayInputStream(line.repeat(60_000).getBytes(StandardCharsets.UTF_8)),
            new Endless(read));
    onUi(() -> model.show(server.streams("1", text, 0, "a.log")));
    PreviewState.Text first = (PreviewState.Text) await(PreviewState.Text.class);
    assertTrue(first.text().startsWith(line));
    assertFalse(first.cut());
    onUi(() -> model.goToPage(model.pageCountProperty().get()));
    assertTrue(((PreviewState.Text) model.stateProperty().get()).cut());
    assertEquals(0, read.get());
  }

  @Test
  void failuresAreToldAndCanBeTriedAgain() throws Exception {
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 1), "a.pdf");
    server.answers(
        "1",
        () -> {
          throw new DmsException.Unreachable("refused", null);
        });
    onUi(() -> model.show(source));
    PreviewState.Failure failure = (PreviewState.Failure) await(PreviewState.Failure.class);
    assertTrue(failure.repeatable());
    server.holds("1", folder.resolve("a.pdf"), "a.pdf");
    onUi(() -> model.reload());
    await(PreviewState.Page.class);
  }

  @Test
  void downloadThatEndsEarlyIsNotShown() throws Exception {
    byte[] whole = Files.readAllBytes(SampleDocuments.pdf(folder.resolve("a.pdf"), 1));
    var source = server.holds("1", whole, "a.pdf");
    server.answers(
        "1",
        () ->
            new Content(
                new ByteArrayInputStream(whole, 0, whole.length / 2),
                OptionalLong.of(whole.length),
                "",
                ""));
    onUi(() -> model.show(source));
    assertEquals(
        new PreviewState.Failure("The file did not arrive completely.", true),
        await(PreviewState.Failure.class));
  }

  @Test
  void emptyAndUnreadableFilesHaveTheirSentence() throws Exception {
    onUi(() -> model.show(server.holds("1", new byte[0], "leer.txt")));
    assertEquals(
        "The file is empty.", ((PreviewState.Note) await(PreviewState.Note.class)).sentence());
    Path gone = folder.resolve("gone.pdf");
    onUi(
        () ->
            model.show(
                new PreviewSource.OnDisk(gone, Optional.empty(), "application/pdf", "gone.pdf")));
    await(PreviewState.Failure.class);
  }

  @Test
  void mailIsShownInTheLanguageOfThePerson() throws Exception {
    String mail =
        "From: a@example.org\nDate: Thu, 12 Nov 2026 09:20:00 +0000\nSubject: Hi\n\nText\n";
    var source = server.holds("1", mail.getBytes(StandardCharsets.UTF_8), "a.eml");
    onUi(() -> model.show(source));
    PreviewState.Mail shown = (PreviewState.Mail) await(PreviewState.Mail.class);
    assertEquals("Hi", shown.lines().subject());
    assertTrue(shown.lines().date().startsWith("12 November 2026"), shown.lines().date());
    assertEquals("Text", shown.text());
    assertEquals(1, model.pageCountProperty().get());
  }

  @Test
  void zoomStaysFromDocumentToDocumentAndRotationDoesNot() throws Exception {
    var first = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 1), "a.pdf");
    var second = server.holds("2", SampleDocuments.pdf(folder.resolve("b.pdf"), 1), "b.pdf");
    onUi(() -> model.magnifier().fitInto(400, 2));
    onUi(() -> model.show(first));
    awaitWidth(800);
    onUi(() -> model.magnifier().zoomIn());
    awaitWidth(1000);
    onUi(() -> model.rotate());
    await(state -> state instanceof PreviewState.Page page && heightOf(page) < widthOf(page));
    onUi(() -> model.show(second));
    awaitWidth(1000);
    assertEquals(0, model.magnifier().quarterTurnsProperty().get());
    onUi(() -> model.magnifier().fitWidth());
    awaitWidth(800);
  }

  @Test
  void pageFollowsThePaneAtItsLastWidth() throws Exception {
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 1), "a.pdf");
    onUi(() -> model.show(source));
    await(PreviewState.Page.class);
    onUi(
        () -> {
          for (int width = 300; width <= 500; width += 10) {
            model.magnifier().fitInto(width, 1);
          }
        });
    awaitWidth(500);
  }

  @Test
  void fileOnThisComputerIsReadAgainWhenItHasChanged() throws Exception {
    Path file = SampleDocuments.pdf(folder.resolve("a.pdf"), 1);
    var source = new PreviewSource.OnDisk(file, Optional.empty(), "application/pdf", "a.pdf");
    onUi(() -> model.show(source));
    await(PreviewState.Page.class);
    onUi(() -> model.show(new PreviewSource.Nothing()));
    SampleDocuments.pdf(file, 4);
    onUi(() -> model.show(source));
    await(_ -> model.pageCountProperty().get() == 4);
  }

  @Test
  void aCopyAmongOthersIsShownAsAFileOfItsOwn() throws Exception {
    byte[] document = Files.readAllBytes(SampleDocuments.pdf(folder.resolve("a.pdf"), 3));
    byte[] pack = new byte[document.length + 2_000];
    System.arraycopy(document, 0, pack, 1_000, document.length);
    Path file = Files.write(folder.resolve("pack"), pack);
    var part = new PreviewSource.OnDisk.Part(1_000, document.length);
    onUi(
        () ->
            model.show(
                new PreviewSource.OnDisk(file, Optional.of(part), "application/pdf", "a.pdf")));
    await(PreviewState.Page.class);
    assertEquals(3, model.pageCountProperty().get());
    Files.delete(file);
    onUi(() -> model.nextPage());
    await(state -> model.pageProperty().get() == 2 && state instanceof PreviewState.Page);
  }

  @Test
  void downloadsAreDeletedAtTheEnd() throws Exception {
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 1), "a.pdf");
    onUi(() -> model.show(source));
    await(PreviewState.Page.class);
    assertTrue(cacheFolders() > 0);
    onUi(() -> model.close());
    assertEquals(0, cacheFolders());
  }

  private static long cacheFolders() throws Exception {
    String own = "kontor-preview-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith(own)).count();
    }
  }

  private void awaitWidth(int width) throws Exception {
    await(state -> state instanceof PreviewState.Page page && widthOf(page) == width);
  }

  private static int widthOf(PreviewState.Page page) {
    return page.page().pixels().width();
  }

  private static int heightOf(PreviewState.Page page) {
    return page.page().pixels().height();
  }

  private PreviewState await(Class<? extends PreviewState> kind) throws Exception {
    return await(kind::isInstance);
  }

  private PreviewState await(Predicate<PreviewState> wanted) throws Exception {
    CompletableFuture<PreviewState> found = new CompletableFuture<>();
    ChangeListener<PreviewState> listener =
        (_, _, now) -> {
          if (wanted.test(now)) {
            found.complete(now);
          }
        };
    onUi(
        () -> {
          model.stateProperty().addListener(listener);
          listener.changed(null, null, model.stateProperty().get());
        });
    PreviewState state =
        found.completeOnTimeout(new PreviewState.Empty(), DEADLINE, TimeUnit.SECONDS).get();
    onUi(() -> model.stateProperty().removeListener(listener));
    assertTrue(wanted.test(state), () -> "in vain, last was " + model.stateProperty().get());
    return state;
  }

  /** Waits until so many tasks have ended and been dealt with. */
  private void awaitHandled(int count) throws InterruptedException {
    assertTrue(handled.tryAcquire(count, DEADLINE, TimeUnit.SECONDS));
  }

  private void onUi(Runnable verb) throws Exception {
    ui.submit(verb).get(DEADLINE, TimeUnit.SECONDS);
  }

  private <T> T onUi(Callable<T> verb) throws Exception {
    return ui.submit(verb).get(DEADLINE, TimeUnit.SECONDS);
  }

  /** Bytes without end, counted. */
  private static final class Endless extends InputStream {
    private final AtomicLong count;

    Endless(AtomicLong count) {
      this.count = count;
    }

    @Override
    public int read() {
      count.incrementAndGet();
      return 0;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      count.addAndGet(length);
      Arrays.fill(target, offset, offset + length, (byte) 0);
      return length;
    }
  }
}
