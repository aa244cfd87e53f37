package org.kontor.dms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SampleOperationsTest {
  @Test
  void noKindIsForgotten() {
    assertEquals(
        SampleOperations.kinds().collect(Collectors.toSet()),
        SampleOperations.all().stream().map(Object::getClass).collect(Collectors.toSet()));
  }
}
