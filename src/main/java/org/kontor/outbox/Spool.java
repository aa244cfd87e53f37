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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;

/**
 * Copies of the files that are still to be sent, one folder for each batch, in packs: a thousand
 * small files cost a few syncs. A pack goes when nothing in it is needed any more. Larger files are
 * not copied but pinned by path, length and time of change. Safe from any thread.
 */
final class Spool {
  /** Larger files are only referenced, unless somebody chose another size. */
  static final long LARGEST_COPY = 32L << 20;

  /** A pack that has reached it is closed; this much may stay for the sake of one file. */
  private static final long PACK = 16L << 20;

  /** Reading waits for slow folders, syncing for the disk. */
  private static final int COPIES_AT_ONCE = 8;

  private final Path folder;
  private final Disk disk;
  private final FileDigests digests;

  private volatile long largestCopy = LARGEST_COPY;

  /** Which offsets of a pack are still to be sent. */
  private final Map<Path, Set<Long>> needed = new ConcurrentHashMap<>();

  Spool(Path folder, Disk disk, FileDigests digests) throws IOException {
    this.folder = folder;
    this.disk = disk;
    this.digests = digests;
    disk.createFolder(folder);
  }

  void copyUpTo(long bytes) {
    largestCopy = bytes;
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
      pinned.forEach(one -> need(one.operation()));
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
      if (file.path().startsWith(folder) && isLast(file)) {
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
    needed.clear();
    kept.forEach(this::need);
    for (Path batch : disk.list(folder)) {
      List<Path> packs = disk.list(batch);
      int left = packs.size();
      for (Path pack : packs) {
        if (!needed.containsKey(pack)) {
          disk.delete(pack);
          left--;
        }
      }
      if (left == 0) {
        disk.delete(batch);
      }
    }
  }

  private void need(Operation operation) {
    for (SourceFile file : operation.files()) {
      if (file.path().startsWith(folder)) {
        needed.compute(
            file.path(),
            (_, offsets) -> {
              Set<Long> all = offsets == null ? new HashSet<>() : offsets;
              all.add(file.offset());
              return all;
            });
      }
    }
  }

  private boolean isLast(SourceFile file) {
    return needed.computeIfPresent(
            file.path(),
            (_, offsets) -> {
              offsets.remove(file.offset());
              return offsets.isEmpty() ? null : offsets;
            })
        == null;
  }

  private List<Journal.Fresh> copyAll(List<Draft> drafts, Path batch) throws IOException {
    Journal.Fresh[] pinned = new Journal.Fresh[drafts.size()];
    AtomicInteger next = new AtomicInteger();
    int threads = Math.min(COPIES_AT_ONCE, drafts.size());
    ExecutorService copiers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("spool-", 0).factory());
    try {
      List<Future<?>> copies = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String name = Integer.toString(thread);
        copies.add(
            copiers.submit(
                () -> {
                  copy(drafts, next, pinned, new Packs(disk, batch, name, PACK));
                  return null;
                }));
      }
      for (Future<?> copy : copies) {
        copy.get();
      }
      return List.of(pinned);
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

  private void copy(List<Draft> drafts, AtomicInteger next, Journal.Fresh[] pinned, Packs packs)
      throws IOException {
    try (packs) {
      for (int at = next.getAndIncrement(); at < drafts.size(); at = next.getAndIncrement()) {
        pinned[at] = pin(drafts.get(at), packs);
      }
      packs.force();
    } finally {
      // Where one fails, what the others copy is of no use.
      next.set(drafts.size());
    }
  }

  private Journal.Fresh pin(Draft draft, Packs packs) throws IOException {
    Operation operation = draft.operation();
    List<SourceFile> files = new ArrayList<>();
    try {
      for (SourceFile file : operation.files()) {
        files.add(pin(file, packs));
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
              insert.target(),
              insert.type(),
              insert.mainType(),
              insert.fields(),
              files,
              insert.also());
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

  private SourceFile pin(SourceFile file, Packs packs) throws IOException, Unusable {
    Disk.Facts before = facts(file.path());
    if (before.length() > largestCopy) {
      return new SourceFile(
          file.path().toAbsolutePath(),
          file.name(),
          file.mimeType(),
          before.length(),
          Optional.empty(),
          before.modifiedMillis());
    }
    Packs.Copy copy;
    try {
      copy = packs.append(file.path(), file.name());
    } catch (Disk.SourceUnreadable failure) {
      if (failure.getCause() instanceof ClosedByInterruptException) {
        throw failure;
      }
      throw new Unusable(describe(failure));
    }
    if (!before.equals(facts(file.path())) || copy.copied().length() != before.length()) {
      throw new Unusable("the file is still being written");
    }
    return new SourceFile(
        copy.pack(),
        copy.copied().offset(),
        file.name(),
        file.mimeType(),
        before.length(),
        Optional.of(copy.copied().sha256()),
        before.modifiedMillis());
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
