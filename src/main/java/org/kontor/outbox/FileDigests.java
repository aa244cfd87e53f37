package org.kontor.outbox;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.dms.DmsException;
import org.kontor.dms.SourceFile;

/**
 * Digests of the files to be sent: those of copies are known, those of large files that are only
 * referenced are learned while they are sent, or computed when first asked for. Safe from any
 * thread.
 */
final class FileDigests {
  private final Disk disk;
  private final Map<SourceFile, String> computed = new ConcurrentHashMap<>();

  FileDigests(Disk disk) {
    this.disk = disk;
  }

  /** Lower-case hex SHA-256; empty when the file is no longer what was accepted. */
  Optional<String> of(SourceFile file) {
    return file.sha256().or(() -> Optional.ofNullable(computed.get(file))).or(() -> compute(file));
  }

  /** Fails when a referenced file is no longer what was accepted. */
  void check(SourceFile file) throws DmsException.FileUnusable {
    if (file.sha256().isPresent()) {
      return;
    }
    try {
      if (!isUnchanged(file)) {
        throw new DmsException.FileUnusable("the file has changed since", null);
      }
    } catch (IOException failure) {
      throw new DmsException.FileUnusable("the file cannot be read", failure);
    }
  }

  /**
   * Keeps the digest of what has left, which the server may hold from now on; whatever becomes of
   * the file itself.
   */
  void learn(SourceFile file, String sha256) {
    if (file.sha256().isEmpty()) {
      computed.put(file, sha256);
    }
  }

  /** Forgets what was computed for a file that is no longer needed. */
  void forget(SourceFile file) {
    computed.remove(file);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has it", impossible);
    }
  }

  private Optional<String> compute(SourceFile file) {
    try {
      if (!isUnchanged(file)) {
        return Optional.empty();
      }
      String digest = disk.sha256(file.path());
      if (!isUnchanged(file)) {
        return Optional.empty();
      }
      computed.put(file, digest);
      return Optional.of(digest);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private boolean isUnchanged(SourceFile file) throws IOException {
    Disk.Facts facts = disk.facts(file.path());
    return facts.length() == file.length() && facts.modifiedMillis() == file.modifiedMillis();
  }
}
