package org.kontor.outbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kontor.dms.SourceFile;

/** A few files; some have the same length, so that lengths alone do not tell them apart. */
final class Samples {
  /** Those that are inserted; the ones behind belong to documents that are there from the start. */
  static final int INSERTED = 12;

  private static final int ALL = 60;

  private static final List<byte[]> BYTES =
      IntStream.range(0, ALL)
          .mapToObj(
              number ->
                  ("content " + "xyz".substring(number % 3) + number)
                      .getBytes(StandardCharsets.UTF_8))
          .toList();

  private static final List<String> DIGESTS = BYTES.stream().map(LedgerServer::sha256).toList();

  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    for (int number = 0; number < ALL; number++) {
      NUMBERS.put(DIGESTS.get(number), number);
    }
  }

  private Samples() {}

  static byte[] bytes(int number) {
    return BYTES.get(number);
  }

  static String sha256(int number) {
    return DIGESTS.get(number);
  }

  static SourceFile file(int number) {
    return new SourceFile(
        Path.of("/f"),
        "f" + number,
        "x/y",
        BYTES.get(number).length,
        Optional.of(DIGESTS.get(number)),
        0);
  }

  /** Which of the samples a file is. */
  static int number(SourceFile file) {
    return NUMBERS.get(file.sha256().orElseThrow());
  }

  static byte[] read(SourceFile file) {
    return BYTES.get(number(file));
  }
}
