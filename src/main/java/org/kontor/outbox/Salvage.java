package org.kontor.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.FileNames;

/**
 * What can be saved when the journal is damaged: the copies in the spool, under their own names, in
 * a folder where the person finds them. Those that the rest of the journal says are over are left
 * out. Nothing is sent again by itself, for nobody knows any more what has arrived.
 */
final class Salvage {
  private static final System.Logger LOG = System.getLogger(Salvage.class.getName());
  private static final int BUFFER = 1 << 18;

  private final Path aside;
  private final Path target;

  /**
   * @param aside where the damaged journal and its spool are
   */
  Salvage(Path aside) {
    this.aside = aside;
    target = aside.resolve("recovered");
  }

  /** Copies what is whole into {@code recovered}, as far as the disk lets it. */
  Damage run(Disk disk) {
    int files = 0;
    try {
      Set<String> over = over();
      disk.createFolder(target);
      for (Path pack : packs()) {
        for (PackRecord copy : PackRecord.in(pack)) {
          if (!over.contains(key(pack, copy.offset())) && recover(pack, copy, disk)) {
            files++;
          }
        }
      }
      disk.forceFolder(target);
    } catch (IOException failure) {
      // The packs stay where they are; the new journal must not fail because of the old.
      LOG.log(System.Logger.Level.WARNING, "not all files could be recovered", failure);
    }
    return new Damage(aside, target, files);
  }

  private List<Path> packs() throws IOException {
    Path spool = aside.resolve("spool");
    if (!Files.isDirectory(spool, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(spool)) {
      return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private boolean recover(Path pack, PackRecord copy, Disk disk) throws IOException {
    Path file = free(copy.name());
    disk.createFile(file);
    MessageDigest digest = FileDigests.sha256();
    try (FileChannel in = FileChannel.open(pack);
        FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      long end = copy.offset() + copy.length();
      for (long at = copy.offset(); at < end; ) {
        int read = in.read(buffer.clear().limit((int) Math.min(BUFFER, end - at)), at);
        if (read < 0) {
          break;
        }
        at += read;
        digest.update(buffer.flip().duplicate());
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      out.force(true);
    }
    if (HexFormat.of().formatHex(digest.digest()).equals(copy.sha256())) {
      return true;
    }
    disk.delete(file);
    return false;
  }

  /** A name in the folder that no other file has. */
  private Path free(String name) {
    String called = FileNames.of(name, name);
    Path file = target.resolve(called);
    for (int number = 2; Files.exists(file); number++) {
      file = target.resolve(number + " - " + called);
    }
    return file;
  }

  /** The copies of entries that are done or cancelled, as far as the journal can still be read. */
  private Set<String> over() {
    Path journal = aside.resolve("journal.db");
    Path spool = aside.resolve("spool");
    Set<String> over = new HashSet<>();
    JournalJson json = new JournalJson(spool);
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + journal + "?open_mode=1");
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT operation FROM entry WHERE state IN ('DONE', 'CANCELLED')")) {
      while (row.next()) {
        Operation operation = json.read(row.getString(1), Operation.class);
        for (SourceFile file : operation.files()) {
          over.add(key(file.path(), file.offset()));
        }
      }
    } catch (SQLException | IOException unreadable) {
      LOG.log(System.Logger.Level.DEBUG, "the damaged journal cannot be read on", unreadable);
    }
    return over;
  }

  private static String key(Path pack, long offset) {
    return offset + " " + pack;
  }
}
