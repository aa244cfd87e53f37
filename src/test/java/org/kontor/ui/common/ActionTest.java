package org.kontor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

final class ActionTest {

  @Test
  void aDisabledActionDoesNothingUntilItIsEnabled() {
    AtomicInteger done = new AtomicInteger();
    SimpleBooleanProperty disabled = new SimpleBooleanProperty(true);
    Action action = Action.of("Upload", done::incrementAndGet).disabledWhen(disabled);

    action.run();
    disabled.set(false);
    action.run();

    assertEquals(1, done.get());
  }

  @Test
  void theKeyIsReadFromItsName() {
    assertEquals(
        "Ctrl+Enter", Action.of("File", () -> {}).on("Ctrl+Enter").key().orElseThrow().getName());
  }
}
