package org.kontor.ui.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Feature;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.FileNames;
import org.kontor.model.ObjectId;
import org.kontor.model.Rights;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.OutboxListener;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;
import org.kontor.ui.common.FileReader;
import org.kontor.ui.common.ObjectNames;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Sentences;

/**
 * Checks documents out and in: between the server, the outbox and the working copies. All of it
 * blocks. Safe from several threads.
 */
final class CheckOuts {
  private static final Duration LONGEST_LOCK = Duration.ofSeconds(30);

  private final OpenArchive archive;
  private final WorkingCopies copies;
  private final ObjectNames names;
  private final Sentences sentences;

  CheckOuts(OpenArchive archive, Path folder) {
    this.archive = archive;
    copies = new WorkingCopies(folder);
    names = new ObjectNames(archive);
    sentences = new Sentences(archive.locale());
  }

  /** The copy that is there already, or a new one of a document checked out for it. */
  WorkingCopy checkOut(ObjectId id, CancelToken cancel, Consumer<Progress> progress)
      throws CannotEdit, DmsException, IOException, InterruptedException {
    Optional<WorkingCopy> there = of(id);
    if (there.isPresent()) {
      return there.get();
    }
    if (!(archive.server().inspect(id) instanceof DmsObject.Document document)) {
      throw new CannotEdit(CannotEdit.Reason.NO_FILE);
    }
    TypeId type = editable(document);
    String title = names.of(document);
    boolean own = document.facts().lock().isPresent();
    boolean locked = own || archive.offers(Feature.LOCK);
    if (locked && !own) {
      lock(id, type, title);
    }
    Path folder = copies.newFolder();
    try {
      ContentInfo seen = document.contents().getFirst();
      String name = FileNames.of(title, seen.fileName());
      String digest = download(id, folder.resolve(name), seen.length(), cancel, progress);
      WorkingCopy copy =
          new WorkingCopy(
              folder,
              archive.key(),
              id,
              type,
              title,
              name,
              digest,
              seen,
              locked,
              false,
              Optional.empty(),
              Optional.empty());
      copies.keep(copy);
      return copy;
    } catch (DmsException | IOException | RuntimeException | InterruptedException failure) {
      WorkingCopies.deleteFolder(folder);
      if (locked && !own) {
        accept(title, new Operation.Unlock(id, type));
      }
      throw failure;
    }
  }

  /** How all copies stand now; those whose upload has arrived are done with. */
  synchronized List<CheckedOut> look() throws IOException, InterruptedException {
    List<CheckedOut> standing = new ArrayList<>();
    for (WorkingCopy copy : copies.of(archive.key())) {
      try {
        look(copy).ifPresent(standing::add);
      } catch (DmsException notNow) {
        // What became of its upload is asked again with the next look.
        standing.add(new CheckedOut(copy, CheckedOut.Condition.SENDING, ""));
      } catch (IOException inUse) {
        standing.add(
            new CheckedOut(copy, CheckedOut.Condition.NEEDS_YOU, sentences.of(inUse).happened()));
      }
    }
    return standing;
  }

  /**
   * Sends the file, unless it is as on the server.
   *
   * @param end whether the document is free again afterwards
   * @param over whether it takes the place of whatever the server has now
   */
  synchronized void send(WorkingCopy known, boolean end, boolean over)
      throws IOException, DmsException, InterruptedException {
    Optional<WorkingCopy> found = of(known.object());
    if (found.isEmpty()) {
      return;
    }
    WorkingCopy copy = found.get();
    if (copy.sending().isPresent() && !over) {
      return;
    }
    String digest = FileBytes.digest(copy.file());
    if (digest.equals(copy.sha256())) {
      if (end) {
        finish(copy);
      }
      return;
    }
    ContentInfo seen = copy.seen();
    if (over) {
      copy.sending().ifPresent(archive.outbox()::cancel);
      seen = present(copy.object());
    }
    EntryId entry =
        accept(
            copy.title(),
            new Operation.ReplaceContent(
                copy.object(),
                Optional.of(copy.type()),
                List.of(SourceFile.of(copy.file())),
                List.of(seen)));
    copies.keep(copy.sending(entry, digest, seen, end));
  }

  /** Throws the file away and gives the document free. */
  synchronized void discard(WorkingCopy known) throws IOException {
    Optional<WorkingCopy> found = of(known.object());
    if (found.isPresent()) {
      found.get().sending().ifPresent(archive.outbox()::cancel);
      finish(found.get());
    }
  }

  /**
   * Another file in the place of all that a document has.
   *
   * @return what the document is called
   */
  String replace(ObjectId id, Path file)
      throws CannotEdit, DmsException, IOException, InterruptedException {
    if (!(archive.server().inspect(id) instanceof DmsObject.Document document)) {
      throw new CannotEdit(CannotEdit.Reason.NO_FILE);
    }
    changeable(document);
    String title = names.of(document);
    accept(
        title,
        new Operation.ReplaceContent(
            id, document.type(), List.of(SourceFile.of(file)), document.contents()));
    return title;
  }

  /** A document's file to be looked at only. */
  Path toRead(ObjectId id, Path folder, CancelToken cancel, Consumer<Progress> progress)
      throws CannotEdit, DmsException, IOException, InterruptedException {
    if (!(archive.server().object(id) instanceof DmsObject.Document document)
        || document.contents().isEmpty()) {
      throw new CannotEdit(CannotEdit.Reason.NO_FILE);
    }
    return toRead(
        () -> names.of(document), () -> archive.server().content(id, 0), folder, cancel, progress);
  }

  /** As above, whatever it is that the server holds. */
  Path toRead(
      Supplier<String> title,
      FileReader.Source source,
      Path folder,
      CancelToken cancel,
      Consumer<Progress> progress)
      throws DmsException, IOException, InterruptedException {
    WorkingCopies.createPrivate(folder);
    Path own = Files.createTempDirectory(folder, "read-");
    Path file;
    try (Content content = source.open()) {
      file = own.resolve(FileNames.of(title.get(), content.fileName()));
      FileBytes.write(content, file, 0, cancel, progress);
    }
    // What is typed into it would be lost: programs say so when it is read-only.
    if (!file.toFile().setReadOnly()) {
      throw new IOException("the file cannot be made read-only");
    }
    return file;
  }

  private Optional<WorkingCopy> of(ObjectId id) throws IOException {
    return copies.of(archive.key()).stream().filter(it -> it.object().equals(id)).findFirst();
  }

  private static TypeId editable(DmsObject.Document document) throws CannotEdit {
    if (document.contents().isEmpty()) {
      throw new CannotEdit(CannotEdit.Reason.NO_FILE);
    }
    if (document.contents().size() > 1) {
      throw new CannotEdit(CannotEdit.Reason.SEVERAL_FILES);
    }
    changeable(document);
    return document.type().orElseThrow(() -> new CannotEdit(CannotEdit.Reason.UNTYPED));
  }

  /** Whether this person may change its files now. */
  private static void changeable(DmsObject.Document document) throws CannotEdit {
    Facts facts = document.facts();
    if (facts.source().isPresent()) {
      throw new CannotEdit(CannotEdit.Reason.REFERENCE);
    }
    if (facts.archived().isPresent()) {
      throw new CannotEdit(CannotEdit.Reason.ARCHIVED);
    }
    if (!facts.rights().map(Rights::writeContent).orElse(true)) {
      throw new CannotEdit(CannotEdit.Reason.NO_RIGHT);
    }
    if (facts.lock().filter(lock -> !lock.own()).isPresent()) {
      throw new CannotEdit(CannotEdit.Reason.CHECKED_OUT);
    }
  }

  /** Waits for the server: nobody shall edit what another may be editing. */
  private void lock(ObjectId id, TypeId type, String title)
      throws CannotEdit, IOException, InterruptedException {
    Semaphore news = new Semaphore(0);
    OutboxListener listener = news::release;
    archive.outbox().addListener(listener);
    try {
      EntryId entry = accept(title, new Operation.Lock(id, type));
      long deadline = System.nanoTime() + LONGEST_LOCK.toNanos();
      while (true) {
        EntryState state =
            archive.outbox().outcome(entry).map(Entry::state).orElse(EntryState.CANCELLED);
        if (state == EntryState.DONE) {
          return;
        }
        long left = deadline - System.nanoTime();
        if (state.isOver() || state.needsPerson() || left <= 0) {
          archive.outbox().cancel(entry);
          throw new CannotEdit(
              state.needsPerson() ? CannotEdit.Reason.CHECKED_OUT : CannotEdit.Reason.NOT_LOCKED);
        }
        if (news.tryAcquire(left, TimeUnit.NANOSECONDS)) {
          news.drainPermits();
        }
      }
    } finally {
      archive.outbox().removeListener(listener);
    }
  }

  private Optional<CheckedOut> look(WorkingCopy copy)
      throws IOException, DmsException, InterruptedException {
    if (copy.sending().isEmpty()) {
      return Optional.of(atRest(copy));
    }
    Optional<Entry> entry = archive.outbox().outcome(copy.sending().get());
    EntryState state = entry.map(Entry::state).orElse(EntryState.CANCELLED);
    return switch (state) {
      case DONE -> arrived(copy);
      case CANCELLED -> {
        WorkingCopy resting = copy.resting();
        copies.keep(resting);
        yield Optional.of(atRest(resting));
      }
      case REFUSED, UNRESOLVED ->
          Optional.of(
              new CheckedOut(
                  copy,
                  CheckedOut.Condition.NEEDS_YOU,
                  entry
                      .flatMap(Entry::problem)
                      .map(problem -> sentences.of(problem).happened())
                      .orElse("")));
      case WAITING, SENDING, IN_DOUBT, PROVING ->
          Optional.of(new CheckedOut(copy, CheckedOut.Condition.SENDING, ""));
    };
  }

  private static CheckedOut atRest(WorkingCopy copy) throws IOException {
    try {
      return new CheckedOut(
          copy,
          FileBytes.digest(copy.file()).equals(copy.sha256())
              ? CheckedOut.Condition.UNCHANGED
              : CheckedOut.Condition.CHANGED,
          "");
    } catch (NoSuchFileException _) {
      return new CheckedOut(copy, CheckedOut.Condition.MISSING, "");
    }
  }

  private Optional<CheckedOut> arrived(WorkingCopy copy)
      throws IOException, DmsException, InterruptedException {
    String sent = copy.sent().orElse(copy.sha256());
    WorkingCopy now = copy.basedOn(sent, present(copy.object()));
    CheckedOut standing = atRest(now);
    if (copy.ending() && standing.condition() != CheckedOut.Condition.CHANGED) {
      finish(now);
      return Optional.empty();
    }
    copies.keep(now);
    return Optional.of(standing);
  }

  private ContentInfo present(ObjectId id) throws DmsException, InterruptedException {
    if (archive.server().object(id) instanceof DmsObject.Document document
        && !document.contents().isEmpty()) {
      return document.contents().getFirst();
    }
    throw new DmsException.NotFound("its file");
  }

  private void finish(WorkingCopy copy) throws IOException {
    if (copy.locked()) {
      accept(copy.title(), new Operation.Unlock(copy.object(), copy.type()));
    }
    copies.remove(copy);
  }

  private EntryId accept(String title, Operation operation) throws IOException {
    return archive
        .outbox()
        .accept(archive.key(), Lane.INTERACTIVE, List.of(new Draft(title, operation)))
        .getFirst();
  }

  private String download(
      ObjectId id, Path file, long length, CancelToken cancel, Consumer<Progress> progress)
      throws DmsException, IOException, InterruptedException {
    try (Content content = archive.server().content(id, 0)) {
      FileBytes.write(content, file, length, cancel, progress);
    }
    return FileBytes.digest(file);
  }
}
