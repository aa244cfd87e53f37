package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.local.store.State;

/**
 * What the top-level conditions of a select fix beforehand, so that the search starts at the right
 * index: a tray, a container, or a single object.
 *
 * @param text the full text that hits are found by
 * @param rest the conditions that are left to check
 * @param parent the container that hits lie in directly
 * @param byPlace whether hits are found by their place at all
 * @param byObject whether hits are found by their number
 */
record Pins(
    List<Condition> rest,
    Optional<Condition.Contains> text,
    Optional<State> tray,
    Optional<Long> parent,
    boolean byPlace,
    boolean byObject) {

  private static final Column OBJECT = new Column.OfSystem(SystemColumn.OBJECT_ID);

  static Pins of(Optional<Condition> where, Target target, Values values) throws QueryException {
    List<Condition> rest = new ArrayList<>();
    Optional<Condition.Contains> text = Optional.empty();
    Optional<State> tray = Optional.empty();
    long register = -1;
    long folder = -1;
    long parent = -1;
    boolean byPlace = false;
    boolean byObject = false;
    for (Condition part : parts(where)) {
      Optional<State> named = tray(part, target, values);
      if (named.isPresent()) {
        tray = named;
        continue;
      }
      if (text.isEmpty() && part instanceof Condition.Contains contains) {
        text = Optional.of(contains);
        continue;
      }
      rest.add(part);
      Optional<SystemColumn> column = equated(part, target);
      if (column.isPresent()) {
        boolean isNull = part instanceof Condition.IsNull;
        long value = number(part, values);
        if (value == 0 && !isNull && !target.vocabulary().zeroIsNoRegister()) {
          continue; // 0 is no register then, and finds nothing
        }
        switch (column.get()) {
          case PARENT_ID -> parent = value;
          case SDSTA_ID, REG_STAID, FOLDERID -> folder = value;
          case SDREG_ID, REG_PARID, REGISTERID -> register = value;
          default -> {}
        }
        byPlace |= column.get().ofPlace();
        byObject |= column.get() == SystemColumn.OBJECT_ID;
      }
    }
    if (parent < 0 && register >= 0) {
      parent = register > 0 ? register : folder;
    }
    return new Pins(
        rest,
        text,
        tray,
        parent > 0 ? Optional.of(parent) : Optional.empty(),
        byPlace && (parent > 0 || folder > 0),
        byObject);
  }

  private static List<Condition> parts(Optional<Condition> where) {
    if (where.isPresent() && where.get() instanceof Condition.And(List<Condition> parts)) {
      return parts;
    }
    return where.map(List::of).orElse(List.of());
  }

  private static Optional<State> tray(Condition part, Target target, Values values)
      throws QueryException {
    if (part instanceof Condition.Compare(Condition.Name name, String operator, Condition.Value v)
        && operator.equals("=")
        && target.vocabulary().trayByParent()
        && SystemColumn.of(name.text()).equals(Optional.of(SystemColumn.PARENT_ID))) {
      return switch (values.text(v)) {
        case "system:tray" -> Optional.of(State.TRAY);
        case "system:workflowtray" -> Optional.of(State.WORKFLOW_TRAY);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** The column of an equation or of {@code IS NULL}, which means 0 for registers. */
  private static Optional<SystemColumn> equated(Condition part, Target target)
      throws QueryException {
    Optional<Condition.Name> name =
        switch (part) {
          case Condition.Compare compare when compare.operator().equals("=") ->
              Optional.of(compare.column());
          case Condition.In in when in.values().size() == 1 -> Optional.of(in.column());
          case Condition.IsNull isNull -> Optional.of(isNull.column());
          default -> Optional.empty();
        };
    if (name.isEmpty() || !(target.column(name.get()) instanceof Column.OfSystem system)) {
      return Optional.empty();
    }
    Vocabulary vocabulary = target.vocabulary();
    boolean usable =
        !(part instanceof Condition.IsNull)
            || (system.column().zeroIsNone() && vocabulary.nullIsNoRegister());
    return usable && system.column().form() == SystemColumn.Form.NUMBER
        ? Optional.of(system.column())
        : Optional.empty();
  }

  private static long number(Condition part, Values values) throws QueryException {
    Optional<Condition.Value> value =
        switch (part) {
          case Condition.Compare compare -> Optional.of(compare.value());
          case Condition.In in -> Optional.of(in.values().getFirst());
          default -> Optional.empty();
        };
    if (value.isEmpty()) {
      return 0;
    }
    List<String> texts = values.texts(value.get(), OBJECT);
    return texts.size() == 1
        ? (Long) values.comparable(OBJECT, texts.getFirst(), value.get().position())
        : -1;
  }
}
