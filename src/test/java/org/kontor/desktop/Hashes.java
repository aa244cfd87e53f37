package org.kontor.desktop;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.program.PlainClient;

/** Which contents there are, and each how often. */
final class Hashes {
  private Hashes() {}

  static Map<String, Integer> ofFiles(List<Path> files) throws Exception {
    Map<String, Integer> hashes = new TreeMap<>();
    for (Path file : files) {
      try (InputStream content = Files.newInputStream(file)) {
        hashes.merge(of(content), 1, Integer::sum);
      }
    }
    return hashes;
  }

  static Map<String, Integer> ofDocuments(PlainClient client, List<String> ids) throws Exception {
    Map<String, Integer> hashes = new TreeMap<>();
    for (String id : ids) {
      try (InputStream content = client.open(id)) {
        hashes.merge(of(content), 1, Integer::sum);
      }
    }
    return hashes;
  }

  private static String of(InputStream content) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (DigestInputStream in = new DigestInputStream(content, digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
