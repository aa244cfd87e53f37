package org.kontor.local.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one request while they arrive. Memory stays constant: what is not small, and small
 * ones beyond a budget, go to temporary files at once. Closing it removes whatever no object took.
 */
public final class Intake implements AutoCloseable {
  private static final int BUFFER = 128 * 1024;
  private static final int BUDGET = 4 * 1024 * 1024;

  private final ContentStore store;
  private final Path folder;
  private final List<Path> temporary = new ArrayList<>();
  private final List<Digest> placed = new ArrayList<>();
  private int inMemory;

  Intake(ContentStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * Reads a file to its end.
   *
   * @param name the uploaded name, only its extension matters; may be empty
   * @param mimeType may be empty
   * @throws DiskException when it cannot be kept; any other exception comes from the stream
   */
  public Received receive(InputStream in, String name, String mimeType) throws IOException {
    String mime = MimeTypes.clean(mimeType, name);
    String extension = MimeTypes.extension(name, mime);
    MessageDigest algorithm = Digest.algorithm();
    byte[] start = in.readNBytes(ContentStore.SMALL + 1);
    algorithm.update(start);
    if (start.length <= ContentStore.SMALL && inMemory + start.length <= BUDGET) {
      inMemory += start.length;
      return Received.inMemory(Digest.of(algorithm.digest()), start, mime, extension);
    }
    Path file = temporary();
    long length = start.length;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      write(channel, start, start.length);
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        algorithm.update(buffer, 0, count);
        write(channel, buffer, count);
        length += count;
      }
      if (length > ContentStore.SMALL) {
        force(channel);
      }
    }
    return Received.onDisk(Digest.of(algorithm.digest()), length, mime, extension, file);
  }

  /** Brings large files to their place, before the commit that refers to them. */
  public void place(List<Received> files) throws DiskException {
    for (Received file : files) {
      Path path = file.file();
      if (path != null && !file.small() && temporary.remove(path)) {
        placed.add(file.digest());
        try {
          store.place(file.digest(), path);
        } catch (IOException failed) {
          throw new DiskException(failed);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path file : temporary) {
      Files.deleteIfExists(file);
    }
    placed.forEach(store::leave);
  }

  private Path temporary() throws DiskException {
    try {
      Path file = Files.createTempFile(folder, "upload", ".part");
      temporary.add(file);
      return file;
    } catch (IOException failed) {
      throw new DiskException(failed);
    }
  }

  private static void write(FileChannel channel, byte[] bytes, int count) throws DiskException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException failed) {
      throw new DiskException(failed);
    }
  }

  private static void force(FileChannel channel) throws DiskException {
    try {
      channel.force(true);
    } catch (IOException failed) {
      throw new DiskException(failed);
    }
  }
}
