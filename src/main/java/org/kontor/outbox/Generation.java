package org.kontor.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells whether the journal is the one that was written last, or an older copy put back. The count
 * of starts and ends is kept in it and in a file beside the outbox; also which file on the disk the
 * journal is, since a copy is another one. A snapshot of the whole disk brings both back and is not
 * told.
 */
final class Generation {
  private static final String COUNT = "generation";
  private static final String FILE = "file";

  private final Path folder;
  private final Journal journal;
  private final Disk disk;

  Generation(Path folder, Journal journal, Disk disk) {
    this.folder = folder;
    this.journal = journal;
    this.disk = disk;
  }

  /** Whether an older copy was put back. */
  boolean isRestored() throws IOException {
    Optional<String> file = journal.mark(FILE);
    boolean copied = file.isPresent() && !file.get().equals(fileKey());
    return copied || beside() > count();
  }

  /** From now on this journal is the newest one. */
  void next() throws IOException {
    long next = Math.max(count(), beside()) + 1;
    journal.mark(FILE, fileKey());
    journal.mark(COUNT, Long.toString(next));
    Path mark = mark();
    Path fresh = mark.resolveSibling(mark.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    disk.createFile(fresh);
    Files.writeString(fresh, Long.toString(next), StandardCharsets.US_ASCII);
    Files.move(fresh, mark, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private long count() throws IOException {
    return number(journal.mark(COUNT).orElse("0"));
  }

  private long beside() throws IOException {
    try {
      return number(Files.readString(mark(), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException _) {
      return 0;
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException _) {
      // Half written or damaged: it says nothing.
      return 0;
    }
  }

  private Path mark() {
    return folder.resolveSibling(folder.getFileName() + ".generation");
  }

  /** Without the device, whose number may change; empty where the platform does not tell. */
  private String fileKey() throws IOException {
    Object key =
        Files.readAttributes(folder.resolve("journal.db"), BasicFileAttributes.class).fileKey();
    return key == null ? "" : key.toString().replaceFirst("^.*ino=", "");
  }
}
