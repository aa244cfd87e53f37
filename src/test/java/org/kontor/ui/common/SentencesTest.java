package org.kontor.ui.common;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.DmsException;
import org.kontor.outbox.NotAcceptedException;
import org.kontor.outbox.Problem;

final class SentencesTest {
  private final Sentences english = new Sentences(Locale.UK);
  private final Sentences german = new Sentences(Locale.GERMANY);

  static Stream<Exception> failures() {
    return Stream.of(
        new DmsException.NotSignedIn("HTTP 401"),
        new DmsException.NoRight("HTTP 403"),
        new DmsException.NotFound("HTTP 404"),
        new DmsException.Refused("HTTP 422", Map.of()),
        new DmsException.Conflict("HTTP 409"),
        new DmsException.Unreachable("HTTP", null),
        new DmsException.Busy("HTTP 503", Optional.empty()),
        new DmsException.InDoubt("HTTP", null),
        new DmsException.ProtocolViolation("HTTP", null),
        new DmsException.ServerFailed("HTTP 500"),
        new DmsException.FileUnusable("HTTP", null),
        new IOException("no space left"),
        new NotAcceptedException(new IOException("No space left on device")),
        new NotAcceptedException(new IOException("Input/output error")),
        new IllegalStateException("HTTP"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureSaysWhatHappenedAndWhatToDoInBothLanguages(Exception failure) {
    assertAll(
        () -> assertFalse(english.of(failure).happened().isBlank()),
        () -> assertFalse(english.of(failure).advice().isBlank()),
        () -> assertNotEquals(english.of(failure).happened(), german.of(failure).happened()));
  }

  @ParameterizedTest
  @EnumSource(Problem.Cause.class)
  void everyProblemOfTheOutboxHasItsSentence(Problem.Cause cause) {
    Problem problem = new Problem(cause, "HTTP 500", Map.of());
    assertAll(
        () -> assertFalse(english.of(problem).happened().isBlank()),
        () -> assertNotEquals(english.of(problem).happened(), german.of(problem).happened()));
  }

  @Test
  void aFullDiskIsCalledThat() {
    IOException full =
        new NotAcceptedException(
            new IOException("the spool cannot be written", new IOException("No space left")));
    assertTrue(english.of(full).happened().startsWith("The disk of this computer is full"));
    assertTrue(german.of(full).happened().contains("ist voll"));
    IOException broken =
        new NotAcceptedException(new IOException("outer", new IOException("Input/output error")));
    assertTrue(english.of(broken).happened().endsWith("could not be written: Input/output error"));
  }

  @Test
  void aRefusalKeepsTheServersWords() {
    var refusal = new DmsException.Refused("Number 417 is taken", Map.of());
    assertEquals(
        "The server did not accept it: Number 417 is taken", english.of(refusal).happened());
  }

  @Test
  void aRefusalWithBracesIsNotTakenForAPattern() {
    var refusal = new DmsException.Refused("field {0} isn't valid", Map.of());
    assertTrue(english.of(refusal).happened().endsWith("field {0} isn't valid"));
  }

  @Test
  void technicalWordsOfOtherFailuresStayOffTheScreen() {
    assertFalse(
        english
            .of(new DmsException.Unreachable("connect: 10.0.0.1", null))
            .text()
            .contains("10.0.0.1"));
  }

  @Test
  void aVanishedFileIsNamedWithoutItsFolder() {
    assertEquals(
        "“scan.tif” is no longer there.",
        english
            .of(new NoSuchFileException(java.nio.file.Path.of("home", "scan.tif").toString()))
            .happened());
  }

  @Test
  void aWrappedFailureIsSaidLikeItself() {
    var failure = new DmsException.NotFound("HTTP 404");
    assertEquals(english.of(failure), english.of(new ExecutionException(failure)));
  }

  @Test
  void theSameUnexpectedFailureHasTheSameCode() {
    assertEquals(FailureCode.of(failing()), FailureCode.of(failing()));
    assertTrue(FailureCode.of(failing()).matches("K-[0-9A-F]{4}"));
  }

  private static Exception failing() {
    return new IllegalStateException("with a name in it " + System.nanoTime());
  }
}
