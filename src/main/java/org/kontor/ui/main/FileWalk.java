package org.kontor.ui.main;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.task.CancelToken;

/** The files below what was dropped, folders taken apart. */
public final class FileWalk {
  /** What desktops leave in folders for themselves; taken only when dropped by hand. */
  private static final Set<String> DESKTOP_FILES = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private FileWalk() {}

  /**
   * What a walk found.
   *
   * @param files readable or not, in the order of their names within each folder
   * @param skipped folders that could not be opened, and links that lead back into themselves
   */
  public record Found(List<Path> files, List<Path> skipped) {
    public Found {
      files = List.copyOf(files);
      skipped = List.copyOf(skipped);
    }
  }

  /** Blocks for the disk. Links are followed; a file that is not there counts as a file. */
  public static Found below(List<Path> dropped, CancelToken cancel) throws IOException {
    Collector collector = new Collector(cancel);
    for (Path path : dropped) {
      collector.startAt(path);
    }
    return new Found(collector.files, collector.skipped);
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final CancelToken cancel;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> skipped = new ArrayList<>();

    Collector(CancelToken cancel) {
      this.cancel = cancel;
    }

    void startAt(Path path) throws IOException {
      if (!Files.isDirectory(path)) {
        files.add(path);
        return;
      }
      int before = files.size();
      Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
      files.subList(before, files.size()).sort(null);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
      cancel.check();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
      cancel.check();
      if (facts.isRegularFile() && !DESKTOP_FILES.contains(file.getFileName().toString())) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      skipped.add(path);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        skipped.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
