package org.kontor.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The packs that one thread fills, one after the other. */
final class Packs implements Closeable {
  private final Disk disk;
  private final Path folder;
  private final String prefix;
  private final long full;
  private int count;
  private @Nullable Path path;
  private Disk.@Nullable Pack pack;

  /**
   * Makes no file yet.
   *
   * @param prefix what the names of its packs begin with
   * @param full bytes from which on a pack gets nothing more
   */
  Packs(Disk disk, Path folder, String prefix, long full) {
    this.disk = disk;
    this.folder = folder;
    this.prefix = prefix;
    this.full = full;
  }

  /** A copy, not durable before {@link #force}. */
  record Copy(Path pack, Disk.Copied copied) {}

  Copy append(Path source, String name) throws IOException {
    Path target = path;
    Disk.Pack open = pack;
    if (open == null || target == null) {
      target = folder.resolve(prefix + "-" + count++);
      open = disk.createPack(target);
      path = target;
      pack = open;
    }
    Disk.Copied copied = open.append(source, name);
    if (open.length() >= full) {
      force();
      close();
    }
    return new Copy(target, copied);
  }

  void force() throws IOException {
    Disk.Pack open = pack;
    if (open != null) {
      open.force();
    }
  }

  @Override
  public void close() throws IOException {
    Disk.Pack open = pack;
    pack = null;
    path = null;
    if (open != null) {
      open.close();
    }
  }
}
