package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.program.Program;

/** What nobody foresaw, in the program as it is started: in its window, its log, and afterwards. */
@Tag("ui")
final class UnexpectedProgramTest {
  @TempDir Path home;

  @Test
  void whereverItFailsOneSheetSaysSoAndTheProgramGoesOn() throws Exception {
    try (Program program =
        Program.Start.in(home)
            .withJava("-Xmx400m", "-Dglass.platform=Headless", "-Dprism.order=sw")
            .with(FailingProgram.class)
            .run()) {
      assertEquals(ExitCode.DONE, program.exitCode(), program::output);
      List<String> shown =
          program.output().lines().filter(line -> line.startsWith("shown")).toList();
      assertEquals(4, shown.size(), program::output);
      for (String sheet : shown) {
        assertTrue(sheet.matches("shown 1:.*code K-[0-9A-F]{4}\\..*"), sheet);
        assertFalse(sheet.contains("6e21"), sheet);
      }
      assertEquals(4, shown.stream().map(UnexpectedProgramTest::code).distinct().count());
      assertTrue(program.output().contains("goes on: true"), program::output);
      logged(shown);
    }
  }

  /** Each kind with its places once, then counted, and without what the exceptions say. */
  private void logged(List<String> shown) throws Exception {
    try (Stream<Path> files = Files.list(home.resolve("logs"))) {
      Path log = files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
      String text = Files.readString(log);
      assertFalse(text.contains("6e21"), text);
      for (String sheet : shown) {
        String code = code(sheet);
        assertEquals(1, text.lines().filter(line -> line.strip().equals(code)).count(), text);
        assertTrue(text.contains(code + " again, 64 times now"), text);
      }
    }
  }

  private static String code(String sheet) {
    return sheet.replaceAll(".*(K-[0-9A-F]{4}).*", "$1");
  }
}
