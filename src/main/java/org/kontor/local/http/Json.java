package org.kontor.local.http;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the server; what comes in is bounded in depth and size of its parts. */
public final class Json {
  private static final int DEPTH = 64;
  private static final int TEXT = 4 * 1024 * 1024;

  /** Reads and writes JSON. Thread-safe. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(TEXT)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .build();

  private Json() {}
}
