package org.kontor.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Search statements: well-formed ones by the grammar, then damaged, repeated or blown up. */
final class Statements {
  private static final List<String> TYPES =
      List.of(
          "supplierInvoice",
          "supplierFile",
          "fiscalYear",
          "contract",
          "system:tray",
          "system:object",
          "system:document",
          "system:folder",
          "system:register",
          "system:typeless",
          "system:locked",
          "system:history",
          "262145",
          "0");
  private static final List<String> COLUMNS =
      List.of(
          "invoiceNo",
          "invoiceDate",
          "grossAmount",
          "supplierName",
          "contractKind",
          "autoRenewal",
          "directDebit",
          "year",
          "system:objectId",
          "system:parentId",
          "system:objectTypeId",
          "system:creationDate",
          "system:createdBy",
          "system:SDREG_ID",
          "system:SDSTA_ID",
          "system:OBJECT_FLAGS",
          "action",
          "\"invoiceNo\"",
          "system:lastModifiedBy",
          "system:OBJECT_LINKS",
          "system:OBJECT_FILESIZE",
          "nothing");
  private static final List<String> VALUES =
      List.of(
          "'RE-1'",
          "''",
          "'%'",
          "'a\\'",
          "'%_\\%'",
          "'2026-02-30'",
          "'2026-02-03'",
          "'2026-02-03T10:00:00+01:00'",
          "'1e999999999'",
          "'ÄÖÜ ß 😀'",
          "'\u0000'",
          "'\ud800'",
          "1",
          "-1",
          "9223372036854775808",
          "1.5.7",
          "TRUE",
          "'1'",
          "'system:tray'",
          "'it''s'",
          "TODAY()",
          "NOW(-7)",
          "CURRENT_USER()",
          "@one",
          "@many",
          "@missing");
  private static final List<String> TEXTS =
      List.of(
          "'müller'",
          "'rech*'",
          "'\"zwei worte\" OR drei'",
          "'a NOT b -c'",
          "'\"'",
          "'*'",
          "'NEAR(a b) : {marked}'",
          "'😀 \uE000x'",
          "@one");
  private static final String NOISE = "'\"@();,*=<>!%_\\-. \n\t\u0000äΩ😀\ud800x1";

  private final Random random;

  Statements(Random random) {
    this.random = random;
  }

  String next() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> statement();
      case 5, 6, 7 -> damaged(statement());
      case 8 -> blownUp();
      default -> noise(random.nextInt(80));
    };
  }

  private String statement() {
    String text = select();
    for (int more = random.nextInt(3); more > 1; more--) {
      text += (random.nextBoolean() ? " UNION ALL " : " UNION ") + select();
    }
    if (random.nextInt(3) == 0) {
      text +=
          " ORDER BY "
              + (random.nextInt(20) == 0 ? "SCORE()" : pick(COLUMNS))
              + (random.nextBoolean() ? " DESC" : "");
    }
    return text;
  }

  private String select() {
    String columns =
        random.nextBoolean()
            ? "*"
            : repeated(1 + random.nextInt(3), ", ", () -> pick(COLUMNS) + alias());
    String where = random.nextInt(4) == 0 ? "" : " WHERE " + condition(3);
    if (random.nextInt(6) == 0) {
      columns = "SCORE() AS fit";
      where = " WHERE CONTAINS(" + pick(TEXTS) + ")" + where.replace(" WHERE ", " AND ");
    }
    return "SELECT " + columns + " FROM " + pick(TYPES) + where;
  }

  private String alias() {
    return random.nextInt(5) == 0 ? " AS name" + random.nextInt(3) : "";
  }

  private String condition(int depth) {
    String column = pick(COLUMNS);
    return switch (random.nextInt(depth == 0 ? 7 : 10)) {
      case 0, 1 -> column + ' ' + pick(List.of("=", "<>", "!=", "<", ">=")) + ' ' + pick(VALUES);
      case 2 -> column + " IS " + (random.nextBoolean() ? "NOT " : "") + "NULL";
      case 3 -> column + " IN (" + repeated(3, ", ", () -> pick(VALUES)) + ")";
      case 4 -> column + " LIKE " + pick(VALUES);
      case 5 -> column + " BETWEEN " + pick(VALUES) + " AND " + pick(VALUES);
      case 6 -> "CONTAINS(" + (random.nextInt(4) == 0 ? column + ", " : "") + pick(TEXTS) + ")";
      case 7 -> "NOT " + condition(depth - 1);
      case 8 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
      default -> condition(depth - 1) + " AND " + condition(depth - 1);
    };
  }

  private String damaged(String statement) {
    StringBuilder text = new StringBuilder(statement);
    for (int hits = 1 + random.nextInt(3); hits > 0 && !text.isEmpty(); hits--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, noise(1 + random.nextInt(3)));
        case 2 -> text.setLength(at);
        default -> text.insert(at, text.substring(at));
      }
    }
    return text.toString();
  }

  /** More of something than a database takes gladly. */
  private String blownUp() {
    int many = 1 << (6 + random.nextInt(9));
    String start = "SELECT * FROM supplierInvoice WHERE ";
    return switch (random.nextInt(9)) {
      case 0 -> start + repeated(many, " OR ", () -> "invoiceNo = 'x'");
      case 1 -> start + repeated(many, " AND ", () -> "invoiceNo <> 'x'");
      case 2 -> start + "(".repeat(many) + "invoiceNo = 'x'" + ")".repeat(many);
      case 3 -> start + "NOT ".repeat(many) + "invoiceNo = 'x'";
      case 4 -> start + "invoiceNo IN (" + repeated(many, ",", () -> "'x'") + ")";
      case 5 -> start + "invoiceNo LIKE '" + "%a".repeat(many) + "'";
      case 6 -> start + repeated(1 + random.nextInt(6), " OR ", () -> "invoiceNo IN @thousands");
      case 7 ->
          "SELECT "
              + repeated(many, ",", () -> "invoiceNo")
              + " FROM supplierInvoice ORDER BY "
              + repeated(many, ",", () -> "invoiceNo");
      default -> repeated(many, " UNION ", () -> "SELECT * FROM contract");
    };
  }

  private String noise(int length) {
    return IntStream.range(0, length)
        .mapToObj(at -> String.valueOf(NOISE.charAt(random.nextInt(NOISE.length()))))
        .collect(Collectors.joining());
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String repeated(int times, String between, Supplier<String> one) {
    return IntStream.range(0, times).mapToObj(at -> one.get()).collect(Collectors.joining(between));
  }
}
