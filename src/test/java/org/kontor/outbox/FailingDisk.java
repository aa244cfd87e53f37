package org.kontor.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The real disk, until it is told to fail. */
final class FailingDisk implements Disk {

  /** Something that happens meanwhile. */
  @FunctionalInterface
  interface Meanwhile {
    void happen() throws IOException;
  }

  private final Disk real;
  int copiesLeft = Integer.MAX_VALUE;
  Meanwhile afterCopy = () -> {};

  FailingDisk(Disk real) {
    this.real = real;
  }

  @Override
  public Facts facts(Path file) throws IOException {
    return real.facts(file);
  }

  @Override
  public Pack createPack(Path file) throws IOException {
    return new FailingPack(real.createPack(file));
  }

  @Override
  public String sha256(Path file) throws IOException {
    return real.sha256(file);
  }

  @Override
  public void createFile(Path file) throws IOException {
    real.createFile(file);
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    real.createFolder(folder);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    real.forceFolder(folder);
  }

  @Override
  public void delete(Path path) throws IOException {
    real.delete(path);
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    real.move(from, to);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return real.list(folder);
  }

  private synchronized void copyOne() throws IOException {
    if (copiesLeft-- <= 0) {
      throw new IOException("no space left on device");
    }
  }

  private final class FailingPack implements Pack {
    private final Pack real;

    FailingPack(Pack real) {
      this.real = real;
    }

    @Override
    public Copied append(Path source, String name) throws IOException {
      copyOne();
      Copied copied = real.append(source, name);
      afterCopy.happen();
      return copied;
    }

    @Override
    public long length() {
      return real.length();
    }

    @Override
    public void force() throws IOException {
      real.force();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
