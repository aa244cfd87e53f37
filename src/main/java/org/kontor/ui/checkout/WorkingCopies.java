package org.kontor.ui.checkout;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.kontor.model.ContentInfo;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.EntryId;

/**
 * The working copies on this computer, each in a folder of its own beside what is known of it. All
 * of it blocks for the disk.
 */
final class WorkingCopies {
  private static final System.Logger LOG = System.getLogger(WorkingCopies.class.getName());

  /** With a dot in front, as no file of a server is called here. */
  private static final String FACTS = ".kontor-checkout.properties";

  private static final String PREFIX = "document-";

  private final Path root;

  WorkingCopies(Path root) {
    this.root = root;
  }

  /** A new folder for a copy. */
  Path newFolder() throws IOException {
    createPrivate(root);
    return Files.createTempDirectory(root, PREFIX);
  }

  /** Those of a server. A folder whose facts cannot be read is left alone: it may hold work. */
  List<WorkingCopy> of(String server) throws IOException {
    List<WorkingCopy> found = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return found;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
      for (Path folder : folders) {
        Path facts = folder.resolve(FACTS);
        if (Files.isRegularFile(facts)) {
          try {
            WorkingCopy copy = read(folder, facts);
            if (copy.server().equals(server)) {
              found.add(copy);
            }
          } catch (IOException | IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "A working copy cannot be read and is left alone", damaged);
          }
        }
      }
    }
    found.sort(Comparator.comparing(WorkingCopy::title));
    return found;
  }

  /** Replaces what was known of it; after a crash the one or the other is there. */
  void keep(WorkingCopy copy) throws IOException {
    Properties facts = new Properties();
    facts.setProperty("server", copy.server());
    facts.setProperty("object", copy.object().value());
    facts.setProperty("type", copy.type().value());
    facts.setProperty("title", copy.title());
    facts.setProperty("file", copy.fileName());
    facts.setProperty("sha256", copy.sha256());
    facts.setProperty("locked", String.valueOf(copy.locked()));
    facts.setProperty("ending", String.valueOf(copy.ending()));
    facts.setProperty("seen.length", String.valueOf(copy.seen().length()));
    facts.setProperty("seen.mimeType", copy.seen().mimeType());
    facts.setProperty("seen.fileName", copy.seen().fileName());
    copy.seen().sha256().ifPresent(digest -> facts.setProperty("seen.sha256", digest));
    copy.sending().ifPresent(id -> facts.setProperty("sending", String.valueOf(id.number())));
    copy.sent().ifPresent(digest -> facts.setProperty("sent", digest));
    Path next = copy.folder().resolve(FACTS + ".new");
    try (Writer writer = Files.newBufferedWriter(next)) {
      facts.store(writer, null);
    }
    force(next);
    Files.move(
        next,
        copy.folder().resolve(FACTS),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Forgets a copy, and deletes its file. */
  void remove(WorkingCopy copy) throws IOException {
    // First what makes it a copy: a rest that some program holds open is no work any more.
    Files.deleteIfExists(copy.folder().resolve(FACTS));
    deleteFolder(copy.folder());
  }

  /** As far as the files are not in use. */
  static void deleteFolder(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException inUse) {
      LOG.log(Level.DEBUG, "a folder stays", inUse);
    }
  }

  static void createPrivate(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static WorkingCopy read(Path folder, Path file) throws IOException {
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      facts.load(reader);
    }
    Path name = Path.of(fact(facts, "file")).getFileName();
    return new WorkingCopy(
        folder,
        fact(facts, "server"),
        new ObjectId(fact(facts, "object")),
        new TypeId(fact(facts, "type")),
        fact(facts, "title"),
        String.valueOf(name),
        fact(facts, "sha256"),
        new ContentInfo(
            1,
            Long.parseLong(fact(facts, "seen.length")),
            fact(facts, "seen.mimeType"),
            fact(facts, "seen.fileName"),
            Optional.ofNullable(facts.getProperty("seen.sha256"))),
        Boolean.parseBoolean(fact(facts, "locked")),
        Boolean.parseBoolean(fact(facts, "ending")),
        Optional.ofNullable(facts.getProperty("sending")).map(Long::parseLong).map(EntryId::new),
        Optional.ofNullable(facts.getProperty("sent")));
  }

  private static String fact(Properties facts, String key) throws IOException {
    String value = facts.getProperty(key);
    if (value == null) {
      throw new IOException("a working copy without " + key);
    }
    return value;
  }
}
