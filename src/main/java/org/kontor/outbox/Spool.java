package org.kontor.outbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;

/**
 * Copies of the files that are still to be sent, one folder for each batch. Larger files are not
 * copied but pinned by path, length and time of change.
 */
final class Spool {
  /** Larger files are only referenced. */
  static final long LARGEST_COPY = 32L << 20;

  /** Syncs wait for the disk, which takes several together. */
  private static final int COPIES_AT_ONCE = 16;

  private final Path folder;
  private final Disk disk;
  private final FileDigests digests;

  Spool(Path folder, Disk disk, FileDigests digests) throws IOException {
    this.folder = folder;
    this.disk = disk;
    this.digests = digests;
    disk.createFolder(folder);
  }

  /**
   * Takes the files in, durably.
   *
   * @return for each draft what is to be sent; with the problem where a file of it is unusable
   * @throws IOException when the spool cannot be written: then nothing is left of it
   */
  List<Journal.Fresh> pin(List<Draft> drafts) throws IOException {
    boolean empty = drafts.stream().allMatch(draft -> draft.operation().files().isEmpty());
    if (empty) {
      return drafts.stream()
          .map(draft -> new Journal.Fresh(draft.title(), draft.operation(), Optional.empty()))
          .toList();
    }
    Path batch = folder.resolve(UUID.randomUUID().toString());
    disk.createFolder(batch);
    try {
      List<Journal.Fresh> pinned = copyAll(drafts, batch);
      disk.forceFolder(batch);
      disk.forceFolder(folder);
      return pinned;
    } catch (IOException failure) {
      drop(batch, failure);
      throw failure;
    }
  }

  /** Deletes the copies of an operation that is over. What cannot be deleted goes at a start. */
  void release(Operation operation) {
    for (SourceFile file : operation.files()) {
      digests.forget(file);
      if (file.path().startsWith(folder)) {
        try {
          disk.delete(file.path());
          disk.delete(Objects.requireNonNull(file.path().getParent()));
        } catch (DirectoryNotEmptyException _) {
          // Others of its batch are still to be sent.
        } catch (IOException failure) {
          System.getLogger(Spool.class.getName())
              .log(System.Logger.Level.DEBUG, "a copy is left for the next start", failure);
        }
      }
    }
  }

  /** Deletes copies that nothing refers to: what a program left that died between two steps. */
  void sweep(Collection<Operation> kept) throws IOException {
    Set<Path> wanted = new HashSet<>();
    for (Operation operation : kept) {
      operation.files().forEach(file -> wanted.add(file.path()));
    }
    for (Path batch : disk.list(folder)) {
      List<Path> copies = disk.list(batch);
      int left = copies.size();
      for (Path copy : copies) {
        if (!wanted.contains(copy)) {
          disk.delete(copy);
          left--;
        }
      }
      if (left == 0) {
        disk.delete(batch);
      }
    }
  }

  private List<Journal.Fresh> copyAll(List<Draft> drafts, Path batch) throws IOException {
    List<Future<Journal.Fresh>> copies = new ArrayList<>();
    List<Journal.Fresh> pinned = new ArrayList<>();
    ExecutorService copiers =
        Executors.newFixedThreadPool(
            Math.min(COPIES_AT_ONCE, drafts.size()),
            Thread.ofPlatform().daemon().name("spool-", 0).factory());
    try {
      for (int i = 0; i < drafts.size(); i++) {
        Draft draft = drafts.get(i);
        String name = Integer.toString(i);
        copies.add(copiers.submit(() -> pin(draft, batch, name)));
      }
      for (Future<Journal.Fresh> copy : copies) {
        pinned.add(copy.get());
      }
      return pinned;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files were taken in");
    } catch (ExecutionException failure) {
      throw new IOException("the spool cannot be written", failure.getCause());
    } finally {
      copiers.shutdownNow();
      copiers.close();
    }
  }

  private Journal.Fresh pin(Draft draft, Path batch, String name) throws IOException {
    Operation operation = draft.operation();
    List<SourceFile> files = new ArrayList<>();
    try {
      for (int i = 0; i < operation.files().size(); i++) {
        files.add(pin(operation.files().get(i), batch.resolve(name + "-" + i)));
      }
    } catch (Unusable unusable) {
      return new Journal.Fresh(
          draft.title(),
          operation,
          Optional.of(new Problem(Problem.Cause.FILE_UNUSABLE, unusable.getMessage(), Map.of())));
    }
    return new Journal.Fresh(draft.title(), carrying(operation, files), Optional.empty());
  }

  /** The same operation with its files as they were taken in. */
  private static Operation carrying(Operation operation, List<SourceFile> files) {
    return switch (operation) {
      case Operation.Insert insert ->
          new Operation.Insert(
              insert.target(), insert.type(), insert.mainType(), insert.fields(), files);
      case Operation.ReplaceContent content ->
          new Operation.ReplaceContent(content.object(), content.type(), files, content.before());
      case Operation.InsertPage page ->
          new Operation.InsertPage(
              page.object(), page.type(), page.index(), files.getFirst(), page.before());
      case Operation.ReplacePage page ->
          new Operation.ReplacePage(
              page.object(), page.type(), page.index(), files.getFirst(), page.before());
      default -> operation;
    };
  }

  private SourceFile pin(SourceFile file, Path target) throws IOException, Unusable {
    Disk.Facts before = facts(file.path());
    if (before.length() > LARGEST_COPY) {
      return pinned(file, file.path().toAbsolutePath(), before, Optional.empty());
    }
    Disk.Copied copied;
    try {
      copied = disk.copy(file.path(), target);
    } catch (Disk.SourceUnreadable failure) {
      if (failure.getCause() instanceof ClosedByInterruptException) {
        throw failure;
      }
      throw new Unusable(describe(failure));
    }
    if (!before.equals(facts(file.path())) || copied.length() != before.length()) {
      throw new Unusable("the file is still being written");
    }
    return pinned(file, target, disk.facts(target), Optional.of(copied.sha256()));
  }

  private Disk.Facts facts(Path file) throws Unusable {
    try {
      return disk.facts(file);
    } catch (IOException failure) {
      throw new Unusable(describe(failure));
    }
  }

  private static String describe(IOException failure) {
    Throwable cause = failure.getCause();
    return (cause == null ? failure : cause).getClass().getSimpleName();
  }

  private static SourceFile pinned(
      SourceFile file, Path path, Disk.Facts facts, Optional<String> sha256) {
    return new SourceFile(
        path, file.name(), file.mimeType(), facts.length(), sha256, facts.modifiedMillis());
  }

  private void drop(Path batch, IOException failure) {
    try {
      for (Path copy : disk.list(batch)) {
        disk.delete(copy);
      }
      disk.delete(batch);
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  /** A file that cannot be taken in. */
  private static final class Unusable extends Exception {
    Unusable(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
