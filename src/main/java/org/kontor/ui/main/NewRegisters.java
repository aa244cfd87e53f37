package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.dms.ChildAllowance;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.form.Making;

/** Whether registers can be made in a folder or register, by what the server tells of it. Pure. */
record NewRegisters(Schema schema) {
  /** What the server says. */
  enum Verdict {
    FREE,
    NO_RIGHT,
    FULL
  }

  /**
   * @param told what this person may put there; empty where the server does not tell
   */
  Verdict verdict(Location.Container place, Optional<List<ChildAllowance>> told) {
    if (told.isEmpty() || making(place, told).types(schema).findAny().isPresent()) {
      return Verdict.FREE;
    }
    Set<TypeId> granted =
        told.get().stream().map(ChildAllowance::type).collect(Collectors.toUnmodifiableSet());
    boolean any =
        new Making.Register(place).types(schema).map(ObjectType::id).anyMatch(granted::contains);
    return any ? Verdict.FULL : Verdict.NO_RIGHT;
  }

  /** To be asked about; only of types of which one more is taken. */
  Making.Register making(Location.Container place, Optional<List<ChildAllowance>> told) {
    if (told.isEmpty()) {
      return new Making.Register(place);
    }
    Set<TypeId> open =
        told.get().stream()
            .filter(ChildAllowance::isOpen)
            .map(ChildAllowance::type)
            .collect(Collectors.toUnmodifiableSet());
    return new Making.Register(
        place,
        new Making.Register(place)
            .types(schema)
            .map(ObjectType::id)
            .filter(type -> !open.contains(type))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
