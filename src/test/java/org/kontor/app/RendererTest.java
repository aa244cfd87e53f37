package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RendererTest {
  @TempDir private Path devices;

  @Test
  void aGraphicsProcessorIsSeenByItsDevice() throws Exception {
    assertFalse(Renderer.hasGraphicsProcessor(devices));
    Path dri = Files.createDirectory(devices.resolve("dri"));
    Files.createFile(dri.resolve("card0"));
    assertFalse(Renderer.hasGraphicsProcessor(devices), "a screen alone draws nothing");
    Files.createFile(dri.resolve("renderD128"));
    assertTrue(Renderer.hasGraphicsProcessor(devices));
  }

  @Test
  void alsoThatOfADriverWithDevicesOfItsOwn() throws Exception {
    Files.createFile(devices.resolve("nvidia0"));
    assertTrue(Renderer.hasGraphicsProcessor(devices));
  }
}
