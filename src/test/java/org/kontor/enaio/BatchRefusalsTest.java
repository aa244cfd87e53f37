package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.http.ScriptedServer;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** The body of a 422 in every shape that is known or likely (reference 5.2, G11). */
@Timeout(20)
final class BatchRefusalsTest {
  private static final TypeId INVOICE = new TypeId("262211");
  private static final String DEFINITION =
      """
      {"asobjdef":{"cabinet":{"cotype":"3","name":"Suppliers","internal":"suppliers","object":[
        {"name":"Supplier","internal":"supplier","maintype":"0","ids":{"oid":"3"}},
        {"name":"Supplier invoice","internal":"supplierInvoice","maintype":"4",
         "ids":{"oid":"262211"},
         "fields":{"field":{"name":"Invoice no.","internal":"invoiceNo","flags":{"dt":"X"}}}}]}}}
      """;

  private ScriptedServer server;
  private EnaioServer client;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer().json("GET /api/dms/schema/native", DEFINITION);
    client = new EnaioServer(EnaioConnection.of(server.uri(), "u", () -> "p", Locale.ENGLISH));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  private static Operation insert() {
    return new Operation.Insert(
        new Location.Container(new ObjectId("5"), new TypeId("3"), Kind.FOLDER),
        Optional.of(INVOICE),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  private static Operation update(String id) {
    return new Operation.UpdateFields(
        new ObjectId(id), INVOICE, Map.of("a", FieldValue.of("b")), Map.of());
  }

  private List<WriteResult> answered(String body, Operation... operations) throws Exception {
    server.on("POST /api/dms/objects", it -> it.respond(422, body));
    return client.execute(List.of(operations), SendProgress.NONE);
  }

  private static String kinds(List<WriteResult> results) {
    StringBuilder kinds = new StringBuilder();
    for (WriteResult result : results) {
      kinds.append(
          switch (result) {
            case WriteResult.Accepted _, WriteResult.AcceptedUnnamed _ -> 'A';
            case WriteResult.Rejected _ -> 'R';
            case WriteResult.Unclear _ -> 'U';
          });
    }
    return kinds.toString();
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of("{\"failed\":[{\"message\":\"A.\"}]}", "A."),
        Arguments.of("{\"failed\":{\"message\":\"A.\"}}", "A."),
        Arguments.of("{\"failed\":[{\"message\":\"A.\",\"innerError\":\"B.\"}]}", "A. B."),
        Arguments.of(
            "{\"failed\":[{\"message\":\"A.\",\"innerError\":{\"message\":\"B.\"}}]}", "A. B."),
        Arguments.of(
            "{\"failed\":[{\"message\":\"A.\",\"innerError\":[{\"message\":\"B.\"}]}]}", "A. B."),
        Arguments.of(
            "{\"failed\":[{\"message\":\"A.\",\"innerError\":{\"message\":\"B.\","
                + "\"innerError\":{\"innerError\":\"C.\"}}}]}",
            "A. B. C."),
        Arguments.of("{\"failed\":[{\"innerError\":\"B.\"}]}", "B."),
        Arguments.of("{\"failed\":[{\"message\":\"A B.\",\"innerError\":\"A B.\"}]}", "A B."),
        Arguments.of("{\"failed\":[{\"message\":null,\"innerError\":null}]}", ""),
        Arguments.of("{\"failed\":[\"A.\"]}", "A."),
        Arguments.of("{\"failed\":\"A.\"}", "A."),
        Arguments.of("{\"objects\":[],\"failed\":[{\"message\":\"A.\"}],\"numItems\":0}", "A."),
        Arguments.of("[{\"message\":\"A.\"}]", "A."),
        Arguments.of("{\"message\":\"A.\",\"innerError\":{\"message\":\"B.\"}}", "A. B."),
        Arguments.of("{\"failed\":[{\"message\":\"A.\"},{\"message\":\"B.\"}]}", "A. B."),
        Arguments.of("{\"failed\":[{\"message\":\"A.\"},{\"message\":\"A.\"}]}", "A."),
        Arguments.of("{\"failed\":[]}", ""),
        Arguments.of("{\"failed\":[7]}", "7"),
        Arguments.of("\"A.\"", ""),
        Arguments.of("<html>", ""),
        Arguments.of("", ""));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void oneObjectAloneIsRefusedWithTheServersWords(String body, String words) throws Exception {
    for (Operation each : List.of(insert(), update("1"))) {
      WriteResult.Rejected rejected =
          assertInstanceOf(WriteResult.Rejected.class, answered(body, each).getFirst());
      assertEquals(words, rejected.reason().words());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"properties\":{\"system:objectId\":{\"value\":\"2\"}},\"message\":\"B.\"}",
        "{\"properties\":{\"system:objectId\":{\"value\":2}},\"message\":\"B.\"}",
        "{\"properties\":{\"system:objectId\":\"2\"},\"message\":\"B.\"}",
        "{\"system:objectId\":2,\"message\":\"B.\"}"
      })
  void aFailureThatNamesItsObjectIsCertain(String failed) throws Exception {
    String body =
        "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":1}}}],\"failed\":["
            + failed
            + "]}";
    assertEquals("AR", kinds(answered(body, update("1"), update("2"))));
  }

  @Test
  void aFailureThatNamesNothingLeavesWhatIsNotListedOpen() throws Exception {
    String body =
        "{\"objects\":[{\"properties\":{\"system:objectId\":{\"value\":\"70112\"}}},"
            + "{\"properties\":{\"system:objectId\":{\"value\":\"70114\"}}}],"
            + "\"failed\":[{\"message\":\"Insert failed.\","
            + "\"innerError\":{\"message\":\"Field 'Invoice no.' is required.\"}}],"
            + "\"numItems\":2,\"hasMoreItems\":false,\"totalNumItems\":2}";
    assertEquals("UUU", kinds(answered(body, insert(), insert(), insert())));
  }

  @Test
  void fewerOrMoreFailuresThanEntriesLeaveTheRestOpen() throws Exception {
    String named = "{\"system:objectId\":\"1\",\"message\":\"A.\"}";
    assertEquals(
        "RUU", kinds(answered("{\"failed\":[" + named + "]}", update("1"), update("2"), insert())));
    assertEquals(
        "RU",
        kinds(
            answered(
                "{\"failed\":[" + named + "," + named + ",{},{\"message\":\"x\"}]}",
                update("1"),
                insert())));
  }

  @Test
  void anObjectThatIsBothStoredAndFailedIsOpen() throws Exception {
    String body =
        "{\"objects\":{\"properties\":{\"system:objectId\":{\"value\":\"1\"}}},"
            + "\"failed\":{\"system:objectId\":\"1\",\"message\":\"A.\"}}";
    assertEquals("U", kinds(answered(body, update("1"))));
  }

  @Test
  void aCutListOfABatchLeavesAllOpen() throws Exception {
    assertEquals("UU", kinds(answered("{\"objects\":[{\"prop", update("1"), insert())));
  }

  @Test
  void aKeyThatIsTakenIsTold() throws Exception {
    WriteResult.Rejected rejected =
        assertInstanceOf(
            WriteResult.Rejected.class,
            answered("{\"serviceErrorCode\":3000,\"message\":\"A.\"}", update("1")).getFirst());
    assertEquals(DmsException.Refused.Reason.KEY_TAKEN, rejected.reason().reason());
    assertEquals("A.", rejected.reason().words());
  }

  @Test
  void theFieldThatIsMeantIsFoundInTheWords() throws Exception {
    client.schema();
    WriteResult.Rejected rejected =
        assertInstanceOf(
            WriteResult.Rejected.class,
            answered(
                    "{\"failed\":[{\"message\":\"Insert failed.\",\"innerError\":"
                        + "{\"message\":\"Field 'Invoice no.' is required.\"}}]}",
                    insert())
                .getFirst());
    assertEquals(
        Map.of("invoiceNo", "Insert failed. Field 'Invoice no.' is required."),
        rejected.reason().fieldMessages());
  }
}
