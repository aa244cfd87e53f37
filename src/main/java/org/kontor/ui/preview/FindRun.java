package org.kontor.ui.preview;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;
import org.kontor.ui.preview.decode.Decoded;
import org.kontor.ui.preview.decode.PageText;

/**
 * Looks for something on all pages of a document, once: from one page on to the end, then from the
 * beginning. On a background thread. A page or a file that cannot be read is told and left out.
 */
final class FindRun {
  private final Plan plan;
  private final PreviewLoader loader;
  private final BooleanSupplier superseded;
  private final Consumer<Step> told;
  private final CancelToken cancel;
  private final Consumer<Progress> progress;
  private @Nullable Preview other;
  private int looked;

  /**
   * What is looked through for what.
   *
   * @param shown the file of the page that is looked through first
   * @param from looked through first
   * @param texts of pages that were read before; keeps those that are read now
   */
  record Plan(
      List<PreviewSource.OfFile> files,
      Preview shown,
      PageAt from,
      TextQuery query,
      PageTexts texts) {
    Plan {
      files = List.copyOf(files);
    }
  }

  /** What is told on the way. */
  sealed interface Step {
    /** A file was opened. */
    record Opened(Preview file) implements Step {}

    /** A page was looked through. */
    record Looked(HitPages.Looked page) implements Step {}
  }

  /**
   * @param superseded whether it is to end after the page that it is at
   * @param told on the background thread
   */
  FindRun(
      Plan plan,
      PreviewLoader loader,
      BooleanSupplier superseded,
      Consumer<Step> told,
      CancelToken cancel,
      Consumer<Progress> progress) {
    this.plan = plan;
    this.loader = loader;
    this.superseded = superseded;
    this.told = told;
    this.cancel = cancel;
    this.progress = progress;
  }

  /**
   * @throws CancellationException when superseded
   */
  void run() throws InterruptedException {
    PageAt from = plan.from();
    plan.texts().count(from.file(), plan.shown().pageCount());
    look(from.file(), from.page(), Integer.MAX_VALUE);
    for (int file = from.file() + 1; file < plan.files().size(); file++) {
      look(file, 0, Integer.MAX_VALUE);
    }
    for (int file = 0; file < from.file(); file++) {
      look(file, 0, Integer.MAX_VALUE);
    }
    look(from.file(), 0, from.page());
  }

  private void look(int file, int first, int most) throws InterruptedException {
    int end = first < most ? Math.min(most, pagesOf(file)) : first;
    for (int page = first; page < end; page++) {
      check();
      PageAt at = new PageAt(file, page);
      PageTexts.Kept text = textOf(at);
      int hits = plan.query().in(text.text()).size();
      looked++;
      progress.accept(new Progress(looked, pages()));
      told.accept(new Step.Looked(new HitPages.Looked(at, hits, text.picture(), text.complete())));
    }
  }

  /** Of all files; one that was not opened yet counts as one page. */
  private int pages() {
    int pages = 0;
    for (int file = 0; file < plan.files().size(); file++) {
      pages += plan.texts().pagesOf(file).orElse(1);
    }
    return pages;
  }

  private int pagesOf(int file) throws InterruptedException {
    if (plan.texts().pagesOf(file).isEmpty()) {
      try {
        opened(file);
      } catch (CancellationException ended) {
        throw ended;
      } catch (DmsException | IOException | RuntimeException _) {
        plan.texts().giveUp(file);
      }
    }
    return plan.texts().pagesOf(file).orElse(1);
  }

  private PageTexts.Kept textOf(PageAt at) throws InterruptedException {
    PageTexts.Kept known = plan.texts().of(at).orElse(null);
    if (known != null) {
      return known;
    }
    try {
      Preview file = opened(at.file());
      PageText read = loader.text(file, at.page(), cancel);
      boolean picture = file.decoded() instanceof Decoded.Paged && read.text().isBlank();
      PageTexts.Kept text =
          new PageTexts.Kept(read.text(), picture && read.isComplete(), read.isComplete());
      plan.texts().keep(at, text);
      return text;
    } catch (CancellationException ended) {
      throw ended;
    } catch (DmsException | IOException | RuntimeException _) {
      plan.texts().giveUp(at.file());
      return PageTexts.Kept.UNREADABLE;
    }
  }

  /** No more than one beside the file that is shown is held. */
  private Preview opened(int file) throws DmsException, IOException, InterruptedException {
    PreviewSource.OfFile source = plan.files().get(file);
    if (plan.shown().source().equals(source)) {
      return plan.shown();
    }
    Preview open = other;
    if (open == null || !open.source().equals(source)) {
      open = loader.load(source, false, plan.shown().fit(), cancel, _ -> {});
      other = open;
      plan.texts().count(file, open.pageCount());
      told.accept(new Step.Opened(open));
    }
    return open;
  }

  private void check() {
    cancel.check();
    if (superseded.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
