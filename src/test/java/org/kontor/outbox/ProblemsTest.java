package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.dms.DmsException;
import org.kontor.model.ServerCertificate;

final class ProblemsTest {
  @ParameterizedTest
  @CsvSource({
    "RULES,REFUSED",
    "KEY_TAKEN,KEY_TAKEN",
    "TOO_LARGE,TOO_LARGE",
    "WRONG_FORM,WRONG_FORM"
  })
  void aRefusalKeepsItsKindAndTheServersWords(
      DmsException.Refused.Reason reason, Problem.Cause cause) {
    assertEquals(
        new Problem(cause, "own words", Map.of("a", "b")),
        Problems.of(
            new DmsException.Refused(
                "HTTP 400: own words", reason, "own words ", Map.of("a", "b"))));
  }

  @Test
  void aLockTellsWhoHoldsIt() {
    assertEquals(
        new Problem(Problem.Cause.LOCKED, "12", Map.of()),
        Problems.of(new DmsException.Conflict("HTTP 409", Optional.of("12"))));
    assertEquals(
        new Problem(Problem.Cause.CONFLICT, "HTTP 409", Map.of()),
        Problems.of(new DmsException.Conflict("HTTP 409")));
  }

  @ParameterizedTest
  @CsvSource({"UNKNOWN,UNTRUSTED", "CHANGED_KEY,CHANGED_KEY"})
  void aCertificateThatDoesNotCountIsNoMatterOfTheNetwork(
      DmsException.Untrusted.Doubt doubt, Problem.Cause cause) {
    ServerCertificate shown =
        new ServerCertificate(
            "dms.example.org", 8443, List.of(), "CN=x", Instant.EPOCH, Instant.MAX, "AB", "00");
    assertEquals(
        new Problem(cause, "dms.example.org:8443", Map.of()),
        Problems.of(new DmsException.Untrusted("no", shown, doubt, new Exception("tls"))));
  }
}
