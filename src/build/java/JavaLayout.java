import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ({@code check}) or mends ({@code mend}) the layout of every Java file below src. */
final class JavaLayout {
  private JavaLayout() {}

  public static void main(String[] arguments) throws IOException, FormatterException {
    boolean mend = arguments[0].equals("mend");
    Formatter formatter = new Formatter();
    List<Path> files;
    try (var found = Files.walk(Path.of("src"))) {
      files = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    List<Path> untidy = new ArrayList<>();
    for (Path file : files) {
      String source = Files.readString(file);
      String tidy = formatter.formatSourceAndFixImports(source);
      if (!tidy.equals(source)) {
        untidy.add(file);
        if (mend) {
          Files.writeString(file, tidy);
        }
      }
    }
    if (!mend && !untidy.isEmpty()) {
      System.err.println("Layout differs (mend with: mvn -Pformat process-sources): " + untidy);
      System.exit(1);
    }
  }
}
