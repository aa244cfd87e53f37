package org.kontor.outbox;

import java.nio.file.Path;
import java.util.List;

/** A disk for simulations, whose files exist by their digests only. */
final class NoDisk implements Disk {
  @Override
  public Facts facts(Path file) {
    return new Facts(0, 0);
  }

  @Override
  public Pack createPack(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String sha256(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createFile(Path file) {}

  @Override
  public void createFolder(Path folder) {}

  @Override
  public void forceFolder(Path folder) {}

  @Override
  public void delete(Path path) {}

  @Override
  public void move(Path from, Path to) {}

  @Override
  public List<Path> list(Path folder) {
    return List.of();
  }
}
