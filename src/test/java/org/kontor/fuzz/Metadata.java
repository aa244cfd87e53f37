package org.kontor.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON bodies near the documented ones: wrong kinds, extreme values, surplus and missing parts. */
final class Metadata {
  private static final List<String> NAMES =
      List.of(
          "system:objectTypeId",
          "system:parentId",
          "system:objectId",
          "system:mainType",
          "system:FOLDERID",
          "system:REGISTERID",
          "system:parentObjectTypeId",
          "system:OBJECT_FOREIGNID",
          "system:OBJECT_RETENTION_PLANNED",
          "supplierName",
          "supplierNo",
          "supplierSince",
          "paymentDays",
          "blocked",
          "industry",
          "invoiceNo",
          "invoiceDate",
          "grossAmount",
          "contractKind",
          "invoicePositions",
          "nothing");
  private static final List<String> VALUES =
      List.of(
          "\"supplierInvoice\"",
          "\"supplierFile\"",
          "\"fiscalYear\"",
          "\"system:typeless\"",
          "\"system:tray\"",
          "\"111\"",
          "\"113\"",
          "113",
          "\"99999999999999999999\"",
          "\"-1\"",
          "\"\"",
          "null",
          "true",
          "[]",
          "{}",
          "[[\"a\"],[\"b\",\"c\"]]",
          "1e400",
          "\"1e999999999\"",
          "\"1e-999999999\"",
          "\"NaN\"",
          "\"2026-02-30\"",
          "\"2026-02-03\"",
          "\"+999999999-12-31\"",
          "\"-999999999-01-01\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"\\u202e\\u0007\"",
          "\"äöü 😀\"",
          "\"a|b||c\"",
          "\"4\"",
          "\"1\"",
          "12345678901234567890123456789");

  private final Random random;

  Metadata(Random random) {
    this.random = random;
  }

  String next() {
    return switch (random.nextInt(12)) {
      case 0 -> "[".repeat(1 + random.nextInt(200));
      case 1 -> pick(VALUES);
      case 2 ->
          "{\"query\":{\"statement\":" + pick(VALUES) + ",\"maxItems\":" + pick(VALUES) + "}}";
      case 3 -> folder();
      default -> "{\"objects\":[" + repeated(1 + random.nextInt(3), this::entry) + "]}";
    };
  }

  private String folder() {
    return "{\"objects\":[{\"properties\":{\"system:objectTypeId\":{\"value\":\"supplierFile\"},"
        + "\"supplierName\":{\"value\":\"x\"},\"supplierNo\":{\"value\":\"N"
        + random.nextInt(1_000_000)
        + "\"},"
        + repeated(1, this::property)
        + "}}]}";
  }

  private String entry() {
    String more =
        switch (random.nextInt(6)) {
          case 0 -> ",\"options\":{\"LINKDOCUMENT\":" + pick(VALUES) + "}";
          case 1 -> ",\"options\":{\"UPDATEALLFIELDS\":1,\"INITFIELDS\":0,\"NONSENSE\":1}";
          case 2 -> ",\"contentStreams\":[{\"cid\":" + pick(VALUES) + "}]";
          case 3 -> ",\"contentStreams\":" + pick(VALUES);
          default -> "";
        };
    return "{\"properties\":{" + repeated(1 + random.nextInt(6), this::property) + "}" + more + "}";
  }

  private String property() {
    String value = pick(VALUES);
    return "\""
        + pick(NAMES)
        + "\":"
        + switch (random.nextInt(8)) {
          case 0 -> value;
          case 1 -> "{\"value\":" + value + ",\"columnNames\":" + pick(VALUES) + "}";
          default -> "{\"value\":" + value + "}";
        };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String repeated(int times, Supplier<String> one) {
    return IntStream.range(0, times).mapToObj(at -> one.get()).collect(Collectors.joining(","));
  }
}
