package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.dms.ChildAllowance;
import org.kontor.model.ObjectType;
import org.kontor.ui.form.Making;
import org.kontor.ui.main.NewRegisters.Verdict;

final class NewRegistersTest {
  private final NewRegisters registers = new NewRegisters(Samples.SCHEMA);

  private Verdict verdict(ChildAllowance... told) {
    return registers.verdict(Samples.IN_2026, Optional.of(List.of(told)));
  }

  private static ChildAllowance more(ObjectType type, int count) {
    return new ChildAllowance(type.id(), OptionalInt.of(count));
  }

  @Test
  void whatTheServerDoesNotTellIsFree() {
    assertEquals(Verdict.FREE, registers.verdict(Samples.IN_2026, Optional.empty()));
    assertEquals(
        new Making.Register(Samples.IN_2026), registers.making(Samples.IN_2026, Optional.empty()));
  }

  @Test
  void noTypeOfRegisterIsARightThatIsMissing() {
    assertEquals(Verdict.NO_RIGHT, verdict(more(Samples.PHOTO, 3)));
    assertEquals(Verdict.FULL, verdict(more(Samples.MONTH, 0)));
    assertEquals(Verdict.FREE, verdict(more(Samples.MONTH, 0), more(Samples.STRICT, 1)));
  }

  @Test
  void onlyTypesOfWhichOneMoreIsTakenAreAskedAbout() {
    Making.Register making =
        registers.making(
            Samples.IN_2026, Optional.of(List.of(more(Samples.MONTH, 0), more(Samples.STRICT, 1))));
    assertEquals(Set.of(Samples.MONTH.id()), making.barred());
    assertEquals(Optional.of(Samples.STRICT), making.obviousType(Samples.SCHEMA));
  }
}
