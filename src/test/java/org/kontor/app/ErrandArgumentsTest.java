package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.app.single.Errand;

final class ErrandArgumentsTest {
  private static final String LINK = "kontor:object?server=https%3A%2F%2Fa.example.org&id=17";

  @TempDir private Path folder;

  @Test
  void filesLinksAndFilesWithLinks() throws Exception {
    Path plain = Files.writeString(folder.resolve("Müller & Söhne #1.pdf"), "x");
    Path links = Files.writeString(folder.resolve("two.kontor"), LINK + "\r\n\n" + LINK + "8\n");
    assertEquals(
        new Errand(List.of(plain, plain), List.of(LINK, LINK, LINK + "8")),
        ErrandArguments.read(
            List.of(plain.toString(), LINK, plain.toUri().toString(), links.toString())));
  }

  @Test
  void nothingIsJustAStart() throws Exception {
    assertEquals(Errand.NONE, ErrandArguments.read(List.of()));
  }

  @Test
  void whatIsNeitherIsNamed() throws Exception {
    Path image = Files.write(folder.resolve("image.kontor"), new byte[] {(byte) 0xff, 0, 1});
    Path other = Files.writeString(folder.resolve("other.kontor"), "https://example.org/");
    Path large = Files.writeString(folder.resolve("large.kontor"), "\n".repeat(100_000));
    for (String argument :
        List.of(
            folder.resolve("missing.pdf").toString(),
            "kontor:delete?id=1",
            "file://elsewhere/a.pdf",
            "file:a b",
            "\0",
            "/",
            image.toString(),
            other.toString(),
            large.toString())) {
      ErrandArguments.Unusable unusable =
          assertThrows(
              ErrandArguments.Unusable.class,
              () -> ErrandArguments.read(List.of(argument)),
              argument);
      assertEquals(argument, unusable.argument());
    }
  }
}
