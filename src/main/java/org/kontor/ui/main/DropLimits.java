package org.kontor.ui.main;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.ChildAllowance;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.main.DropDecision.Reason;
import org.kontor.ui.main.DropDecision.Refuse;

/** Narrows a decision by what the server says that a container still takes. Pure. */
final class DropLimits {
  private final Schema schema;

  DropLimits(Schema schema) {
    this.schema = schema;
  }

  /**
   * @param told the types that this person may put there, with how many more of each
   */
  DropDecision narrow(DropDecision decision, List<ChildAllowance> told) {
    Map<TypeId, ChildAllowance> byType =
        told.stream()
            .collect(Collectors.toMap(ChildAllowance::type, Function.identity(), (a, _) -> a));
    return switch (decision) {
      case DropDecision.Move move -> typed(decision, move.objects(), byType);
      case DropDecision.Gather gather -> typed(decision, gather.objects(), byType);
      case DropDecision.AddLocations adding -> typed(decision, adding.documents(), byType);
      case DropDecision.FileAway filing -> typed(decision, filing.documents(), byType);
      case DropDecision.AskTypeOfTray tray -> typed(decision, tray.documents(), byType);
      case DropDecision.AskTypeOfFiles files -> files(files, byType);
      case DropDecision.MakeReference _,
          DropDecision.ToTray _,
          DropDecision.TooMany _,
          DropDecision.OnlyMore _,
          DropDecision.Refuse _ ->
          decision;
    };
  }

  private DropDecision typed(
      DropDecision decision,
      List<? extends DmsObject> objects,
      Map<TypeId, ChildAllowance> byType) {
    Map<TypeId, Long> counts =
        objects.stream()
            .flatMap(DropLimits::typeOf)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    for (Map.Entry<TypeId, Long> wanted : counts.entrySet()) {
      ChildAllowance allowed = byType.get(wanted.getKey());
      if (allowed == null) {
        return new Refuse(Reason.NO_RIGHT_TO_INSERT, Optional.of(wanted.getKey()));
      }
      OptionalInt more = allowed.more();
      if (more.isPresent() && more.getAsInt() < wanted.getValue()) {
        return schema
            .type(wanted.getKey())
            .<DropDecision>map(type -> new DropDecision.OnlyMore(type, more.getAsInt()))
            .orElse(decision);
      }
    }
    return decision;
  }

  private static DropDecision files(
      DropDecision.AskTypeOfFiles files, Map<TypeId, ChildAllowance> byType) {
    List<ObjectType> granted =
        files.types().stream().filter(type -> byType.containsKey(type.id())).toList();
    if (granted.isEmpty()) {
      return new Refuse(Reason.NO_RIGHT_TO_INSERT);
    }
    int count = files.paths().size();
    List<ObjectType> open =
        granted.stream().filter(type -> takes(byType.get(type.id()), count)).toList();
    if (open.isEmpty()) {
      ObjectType first = granted.getFirst();
      ChildAllowance allowed = byType.get(first.id());
      return new DropDecision.OnlyMore(first, allowed == null ? 0 : allowed.more().orElse(0));
    }
    return new DropDecision.AskTypeOfFiles(files.paths(), files.to(), open, files.all());
  }

  private static boolean takes(@Nullable ChildAllowance allowed, int count) {
    return allowed != null && (allowed.more().isEmpty() || allowed.more().getAsInt() >= count);
  }

  private static Stream<TypeId> typeOf(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container -> Stream.of(container.type());
      case DmsObject.Document document -> document.type().stream();
    };
  }
}
