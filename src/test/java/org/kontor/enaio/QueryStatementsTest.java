package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Query;
import org.kontor.dms.Query.Operator;
import org.kontor.http.Json;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** Queries as statements: what is compared is always a parameter, whatever stands in it. */
final class QueryStatementsTest {
  private static final Schema SCHEMA = schema();
  private static final List<ObjectType> LETTER = List.of(type("letter"));
  private static final String NASTY = "x' OR '1'='1 @p0 {words} %_";

  private static Schema schema() {
    try {
      return SchemaReader.read(
          Json.read(
              """
              {"asobjdef":{"cabinet":{"internal":"c","object":[
                {"name":"F","internal":"file","maintype":"0","ids":{"oid":"3"},"fields":{}},
                {"name":"L","internal":"letter","maintype":"4","ids":{"oid":"262212"},
                 "fields":{"field":[
                   {"name":"Subject","internal":"subject","flags":{"dt":"X"}},
                   {"name":"Odd","internal":"odd name","flags":{"dt":"X"}},
                   {"name":"Day","internal":"day","flags":{"dt":"D"}}]}},
                {"name":"M","internal":"memo","maintype":"4","ids":{"oid":"262213"},
                 "fields":{"field":{"name":"Day","internal":"day","flags":{"dt":"D"}}}}]}}}
              """
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (org.kontor.http.HttpFailure impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static ObjectType type(String name) {
    return SCHEMA.typeNamed(name).orElseThrow();
  }

  private static Optional<Statement> compiled(
      Query query, List<ObjectType> types, List<ObjectId> registers) {
    Service service = new Service(Dialect.DEFAULT, Optional.empty(), Optional.empty());
    return new QueryCompiler(service, new Statements(service), query)
        .statement(types, registers, Point.FULL_TEXT.ways().getFirst());
  }

  private static Statement of(Query query) {
    return compiled(query, LETTER, List.of()).orElseThrow();
  }

  private static String where(Statement statement) {
    String text = statement.text();
    return text.substring(text.indexOf(" WHERE ") + 7, text.indexOf(" ORDER BY "));
  }

  static Stream<Arguments> comparisons() {
    return Stream.of(
        Arguments.of(Operator.EQUAL, "subject = @p0", List.of("a")),
        Arguments.of(Operator.NOT_EQUAL, "subject <> @p0", List.of("a")),
        Arguments.of(Operator.LESS, "subject < @p0", List.of("a")),
        Arguments.of(Operator.AT_MOST, "subject <= @p0", List.of("a")),
        Arguments.of(Operator.GREATER, "subject > @p0", List.of("a")),
        Arguments.of(Operator.AT_LEAST, "subject >= @p0", List.of("a")),
        Arguments.of(Operator.BETWEEN, "(subject >= @p0 AND subject <= @p1)", List.of("a", "b")),
        Arguments.of(Operator.ONE_OF, "subject IN (@p0, @p1)", List.of("a", "b")),
        Arguments.of(Operator.EMPTY, "subject IS NULL", List.of()),
        Arguments.of(Operator.FILLED, "subject IS NOT NULL", List.of()));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void everyOperatorHasItsForm(Operator operator, String expected, List<String> values) {
    Statement statement =
        of(Query.of(List.of(), Query.where("subject", operator, values.toArray(String[]::new))));
    assertEquals(expected, where(statement));
    assertEquals(
        values,
        statement.parameters().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList());
  }

  @Test
  void patternsTakeTheirSpecialCharactersForAnyOther() {
    Statement statement =
        of(
            Query.of(
                List.of(),
                Query.where("subject", Operator.CONTAINS, "50%"),
                Query.where("subject", Operator.STARTS_WITH, "a_b")));
    assertEquals("subject LIKE @p0 AND subject LIKE @p1", where(statement));
    assertEquals(Map.of("p0", "%50_%", "p1", "a_b%"), statement.parameters());
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void noValueEverStandsInTheStatement(Operator operator, String form, List<String> values) {
    List<String> nasty = values.stream().map(_ -> NASTY).toList();
    Statement statement =
        of(Query.of(List.of(), Query.where("subject", operator, nasty.toArray(String[]::new))));
    assertEquals(form, where(statement));
    assertFalse(statement.text().contains("'"));
  }

  @Test
  void anyOfIsAnOrAndAllConditionsAnAnd() {
    Statement statement =
        of(
            Query.of(
                List.of(),
                new Query.AnyOf(
                    List.of(
                        Query.where("subject", Operator.EMPTY),
                        Query.where("day", Operator.LESS, "2026-01-01"))),
                Query.where(Query.Fixed.CREATED_BY, Operator.EQUAL, "eva")));
    assertEquals("(subject IS NULL OR day < @p0) AND system:createdBy = @p1", where(statement));
  }

  @Test
  void wordsAreAParameterOrAQuotedText() {
    Query query = Query.words("O'Neil");
    assertEquals("CONTAINS(@words)", where(of(query)));
    assertEquals(Map.of("words", "O'Neil"), of(query).parameters());
    Service service = new Service(Dialect.DEFAULT, Optional.empty(), Optional.empty());
    Statement quoted =
        new QueryCompiler(service, new Statements(service), query)
            .statement(LETTER, List.of(), "CONTAINS({words})")
            .orElseThrow();
    assertEquals("CONTAINS('O''Neil')", where(quoted));
    assertEquals(Map.of(), quoted.parameters());
  }

  @Test
  void typesWithoutAComparedFieldAreLeftOut() {
    List<ObjectType> both = List.of(type("letter"), type("memo"));
    Query bySubject = Query.of(List.of(), Query.where("subject", Operator.EQUAL, "a"));
    assertFalse(compiled(bySubject, both, List.of()).orElseThrow().text().contains("memo"));
    Query byDay = Query.of(List.of(), Query.where("day", Operator.EQUAL, "2026-01-01"));
    Statement union = compiled(byDay, both, List.of()).orElseThrow();
    assertTrue(union.text().contains("FROM letter WHERE day = @p0 UNION SELECT"));
    assertEquals(1, union.parameters().size());
    Query unknown = Query.of(List.of(), Query.where("x", Operator.EQUAL, "a"));
    assertEquals(Optional.empty(), compiled(unknown, both, List.of()));
    Query odd = Query.of(List.of(), Query.where("odd name", Operator.EQUAL, "a"));
    assertEquals(Optional.empty(), compiled(odd, both, List.of()));
  }

  @Test
  void belowAFolderAndBelowARegister() {
    Location.Container folder =
        new Location.Container(new ObjectId("7"), new TypeId("3"), Kind.FOLDER);
    Statement inFolder = of(Query.of(List.of()).below(folder));
    assertEquals("system:SDSTA_ID = @p0", where(inFolder));
    Statement inRegisters =
        compiled(
                Query.of(List.of()).below(folder),
                LETTER,
                List.of(new ObjectId("8"), new ObjectId("9")))
            .orElseThrow();
    assertEquals("system:SDREG_ID IN (@p0, @p1)", where(inRegisters));
    assertEquals(Map.of("p0", "8", "p1", "9"), inRegisters.parameters());
  }

  @Test
  void sortsByWhatIsAskedAndThenByIdSoThatPagesFitTogether() {
    Query query =
        Query.of(List.of())
            .sorted(
                new Query.Sort(new Query.Field("day"), true),
                new Query.Sort(Query.Fixed.CREATED, false),
                new Query.Sort(new Query.Field("odd name; DROP"), false));
    assertTrue(
        of(query).text().endsWith(" ORDER BY day DESC, system:creationDate, system:objectId"));
    assertTrue(of(Query.of(List.of())).text().endsWith(Point.ORDER.ways().getFirst()));
  }

  @Test
  void comparisonsWithTheWrongNumberOfValuesCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> Query.where("a", Operator.BETWEEN, "1"));
    assertThrows(IllegalArgumentException.class, () -> Query.where("a", Operator.EMPTY, "1"));
    assertThrows(IllegalArgumentException.class, () -> Query.where("a", Operator.ONE_OF));
    assertThrows(IllegalArgumentException.class, () -> new Query.AnyOf(List.of()));
  }
}
