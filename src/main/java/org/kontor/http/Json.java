package org.kontor.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out, with bounds on what a server may send. */
public final class Json {
  /** Answers beyond this many bytes are refused. */
  static final long LARGEST = 64L * 1024 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LARGEST)
                          .maxTokenCount(3_000_000)
                          .maxNestingDepth(200)
                          .maxNumberLength(100)
                          .maxNameLength(1_000)
                          .maxStringLength(8 * 1024 * 1024)
                          .build())
                  .build())
          .build();

  private Json() {}

  /**
   * Reads one JSON document.
   *
   * @throws HttpFailure.SenselessAnswer when it is cut, something else, or larger or deeper than
   *     anything sensible
   */
  public static JsonNode read(byte[] json) throws HttpFailure.SenselessAnswer {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JacksonException wrong) {
      throw new HttpFailure.SenselessAnswer(wrong.getOriginalMessage(), wrong);
    }
    if (node == null || node.isMissingNode()) {
      throw new HttpFailure.SenselessAnswer("an empty answer", null);
    }
    return node;
  }

  public static byte[] write(JsonNode json) {
    return MAPPER.writeValueAsBytes(json);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
