import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Writes the licence and notice texts that the libraries bring along into one folder, a file each.
 * What has no text of its own is named with its licence in the bill of materials beside it.
 *
 * <p>{@code java Licences.java JARS TO}
 */
final class Licences {
  private static final Pattern TEXT =
      Pattern.compile("(?:.*/)?(?:[\\w-]+-)?(?:licen[cs]e|notice)(?:\\.\\w+)?", Pattern.CASE_INSENSITIVE);

  private Licences() {}

  static void main(String[] arguments) throws IOException {
    Path to = Files.createDirectories(Path.of(arguments[1]));
    try (Stream<Path> jars = Files.list(Path.of(arguments[0]))) {
      for (Path jar : jars.filter(it -> it.toString().endsWith(".jar")).sorted().toList()) {
        write(jar, to);
      }
    }
  }

  private static void write(Path jar, Path to) throws IOException {
    String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    try (ZipFile in = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : in.stream().filter(it -> TEXT.matcher(it.getName()).matches()).toList()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(to.resolve(library + "-" + name.replaceFirst("\\.txt$", "") + ".txt"), text);
      }
    }
  }
}
