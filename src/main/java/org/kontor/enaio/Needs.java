package org.kontor.enaio;

import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.model.Location;

/**
 * What the service must have learnt before an operation may be sent to it (reference 1.3). An older
 * one would not always refuse: before 5.1.0 it would move a document that was to appear at a
 * further place.
 */
final class Needs {
  private Needs() {}

  static Optional<Ability> of(Operation operation) {
    return switch (operation) {
      case Operation.Insert insert ->
          insert.target() instanceof Location.Tray
              ? Optional.of(Ability.USER_TRAY)
              : Optional.empty();
      case Operation.InsertReference _ -> Optional.of(Ability.REFERENCE_DOCUMENTS);
      case Operation.AssignType _,
          Operation.FileAway _,
          Operation.Move _,
          Operation.MoveAndUpdate _ ->
          Optional.of(Ability.USER_TRAY);
      case Operation.AddLocation _, Operation.RemoveLocation _ ->
          Optional.of(Ability.ADDITIONAL_LOCATION);
      case Operation.RestoreVersion _ -> Optional.of(Ability.VERSION_RESTORE);
      case Operation.EmptyFromBin _, Operation.RestoreObject _ ->
          Optional.of(Ability.RECYCLE_BIN_RESTORE);
      case Operation.Lock _, Operation.Unlock _ -> Optional.of(Ability.LOCK);
      case Operation.SetRetention _ -> Optional.of(Ability.RETENTION_DATE);
      case Operation.ReleaseForArchiving _ -> Optional.of(Ability.OPTIONS);
      case Operation.UpdateFields _, Operation.ContentChange _, Operation.DeleteObject _ ->
          Optional.empty();
    };
  }

  /** Why an operation is not sent at all. */
  static DmsException.Refused refusal(Ability lacking) {
    return new DmsException.Refused(
        "not sent: it needs version " + lacking.since() + " of the DMS service", Map.of());
  }
}
