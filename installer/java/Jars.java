import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies the libraries into a package: without the native code of other systems, not compressed (it
 * starts faster, and a package compresses better as a whole), and with one time in every entry, so
 * that two builds are the same bytes.
 *
 * <p>{@code java Jars.java FROM TO PLATFORM...}: of the entries below {@code org/sqlite/native} and
 * {@code com/sun/jna}, only those of the named platforms are kept.
 */
final class Jars {
  private static final Pattern NATIVE =
      Pattern.compile("(?:org/sqlite/native/|com/sun/jna/)(.+)/[^/]+\\.(?:so|dll|a|dylib|jnilib)");
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private Jars() {}

  static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    Path to = Files.createDirectories(Path.of(arguments[1]));
    List<String> platforms = List.of(arguments).subList(2, arguments.length);
    try (Stream<Path> jars = Files.list(from)) {
      for (Path jar : jars.filter(it -> it.toString().endsWith(".jar")).sorted().toList()) {
        copy(jar, to.resolve(jar.getFileName()), platforms);
      }
    }
  }

  private static void copy(Path from, Path to, List<String> platforms) throws IOException {
    try (ZipFile in = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      out.setMethod(ZipOutputStream.STORED);
      List<ZipEntry> kept = new ArrayList<>();
      in.stream().filter(it -> isKept(it.getName(), platforms)).forEach(kept::add);
      for (ZipEntry entry : kept) {
        put(out, entry.getName(), bytes(in, entry));
      }
    }
    Files.setLastModifiedTime(to, TIME);
  }

  private static boolean isKept(String name, List<String> platforms) {
    var parts = NATIVE.matcher(name);
    return !parts.matches() || platforms.contains(parts.group(1));
  }

  private static byte[] bytes(ZipFile in, ZipEntry entry) {
    try (InputStream content = in.getInputStream(entry)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      content.transferTo(bytes);
      return bytes.toByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(entry.getName(), unreadable);
    }
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(TIME);
    entry.setSize(bytes.length);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    entry.setCrc(sum.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }
}
