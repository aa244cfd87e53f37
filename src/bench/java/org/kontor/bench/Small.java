package org.kontor.bench;

import java.io.BufferedWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Many small files with random contents, and the peer that sends each in a request of its own. */
final class Small {
  static final int BYTES = 20 << 10;

  private static final String METADATA =
      "data={\\\"objects\\\":[{\\\"properties\\\":{\\\"system:objectTypeId\\\":"
          + "{\\\"value\\\":\\\"system:typeless\\\"},\\\"system:mainType\\\":{\\\"value\\\":\\\"4\\\"},"
          + "\\\"system:parentId\\\":{\\\"value\\\":\\\"system:tray\\\"}},"
          + "\\\"contentStreams\\\":[{\\\"cid\\\":\\\"f\\\"}]}]};type=application/json";

  private Small() {}

  static List<Path> files(Path folder, int count, int seed) throws Exception {
    Files.createDirectories(folder);
    Random random = new Random(seed);
    List<Path> files = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      files.add(Files.write(folder.resolve(at + ".bin"), bytes));
    }
    return files;
  }

  /** One request for each file, by curl's own parallel mode. */
  static ProcessBuilder curl(URI base, List<Path> files, Path config) throws Exception {
    try (BufferedWriter out = Files.newBufferedWriter(config)) {
      String between = "";
      for (Path file : files) {
        out.write(between);
        between = "next\n";
        out.write("url = \"" + base + "api/dms/objects?minimalResponse=true\"\n");
        out.write("user = \"demo:demo\"\nfail\nsilent\nshow-error\noutput = \"/dev/null\"\n");
        out.write("form = \"" + METADATA + "\"\nform = \"f=@" + file + "\"\n");
      }
    }
    return new ProcessBuilder("curl", "--parallel", "--no-progress-meter", "-K", config.toString());
  }
}
