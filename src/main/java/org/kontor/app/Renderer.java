package org.kontor.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What draws the window. Without a graphics processor Linux imitates one, which takes 60 MB and
 * longer to start than the toolkit's own drawing does.
 */
final class Renderer {
  private static final String ORDER = "prism.order";

  private Renderer() {}

  /** To be called before the toolkit starts. What was chosen on the command line stays. */
  static void choose() {
    if (System.getProperty("os.name", "").equals("Linux")
        && System.getProperty(ORDER) == null
        && !hasGraphicsProcessor(Path.of("/dev"))) {
      System.setProperty(ORDER, "sw");
      // 8 MB of pictures of rounded corners, which are drawn as fast as they are copied.
      System.setProperty("prism.disableRegionCaching", "true");
    }
  }

  /**
   * @param devices the folder of devices: kernel drivers put their processors into dri or nvidia0
   */
  static boolean hasGraphicsProcessor(Path devices) {
    try (DirectoryStream<Path> nodes =
        Files.newDirectoryStream(devices.resolve("dri"), "renderD*")) {
      if (nodes.iterator().hasNext()) {
        return true;
      }
    } catch (IOException _) {
      // There is no such folder.
    }
    return Files.exists(devices.resolve("nvidia0"));
  }
}
