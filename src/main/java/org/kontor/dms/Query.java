package org.kontor.dms;

import java.util.List;
import java.util.Optional;
import org.kontor.model.Location;
import org.kontor.model.TypeId;

/**
 * What is searched for, in no server's language.
 *
 * @param types what is looked for; empty for every document type. A type that lacks a field which a
 *     condition names is left out: nothing of it can match
 * @param conditions all of them must hold
 * @param words full text in files and index data, several words as the server takes them; blank for
 *     none
 * @param below only what lies in this container, at any depth
 * @param sort first key first; empty for the server's order, oldest first where it knows
 */
public record Query(
    List<TypeId> types,
    List<Condition> conditions,
    String words,
    Optional<Location.Container> below,
    List<Sort> sort) {
  public Query {
    types = List.copyOf(types);
    conditions = List.copyOf(conditions);
    sort = List.copyOf(sort);
  }

  /** Objects of these types that fulfil these conditions. */
  public static Query of(List<TypeId> types, Condition... conditions) {
    return new Query(types, List.of(conditions), "", Optional.empty(), List.of());
  }

  /** Everything that holds these words. */
  public static Query words(String words) {
    return new Query(List.of(), List.of(), words, Optional.empty(), List.of());
  }

  public Query below(Location.Container container) {
    return new Query(types, conditions, words, Optional.of(container), sort);
  }

  public Query sorted(Sort... keys) {
    return new Query(types, conditions, words, below, List.of(keys));
  }

  /** Whether a search has to look at anything but types and places. */
  public boolean isOpen() {
    return conditions.isEmpty() && words.isBlank();
  }

  /** A sort key. */
  public record Sort(Column column, boolean descending) {}

  /** What a condition or a sort key looks at. */
  public sealed interface Column {}

  /**
   * A field of index data.
   *
   * @param name internal name
   */
  public record Field(String name) implements Column {}

  /** What every object has, whatever its type. */
  public enum Fixed implements Column {
    ID,
    CREATED_BY,
    CREATED,
    MODIFIED_BY,
    MODIFIED
  }

  /** How a value is compared. */
  public enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    /** Two values, both included. */
    BETWEEN,
    /** One or more values. */
    ONE_OF,
    /** The text stands somewhere in the field. */
    CONTAINS,
    STARTS_WITH,
    /** No value at all. */
    EMPTY,
    FILLED
  }

  /** Something that must hold of a hit. */
  public sealed interface Condition {}

  /**
   * A comparison of one column.
   *
   * @param values in the neutral writing of {@link org.kontor.model.FieldValue}; none for EMPTY and
   *     FILLED, two for BETWEEN, one or more for ONE_OF, one for the others
   */
  public record Compare(Column column, Operator operator, List<String> values)
      implements Condition {
    public Compare {
      values = List.copyOf(values);
      boolean right =
          switch (operator) {
            case EMPTY, FILLED -> values.isEmpty();
            case BETWEEN -> values.size() == 2;
            case ONE_OF -> !values.isEmpty();
            default -> values.size() == 1;
          };
      if (!right) {
        throw new IllegalArgumentException(operator + " with " + values.size() + " values");
      }
    }
  }

  /** At least one of these holds. */
  public record AnyOf(List<Condition> conditions) implements Condition {
    public AnyOf {
      conditions = List.copyOf(conditions);
      if (conditions.isEmpty()) {
        throw new IllegalArgumentException("none of nothing holds");
      }
    }
  }

  public static Compare where(String field, Operator operator, String... values) {
    return new Compare(new Field(field), operator, List.of(values));
  }

  public static Compare where(Fixed fixed, Operator operator, String... values) {
    return new Compare(fixed, operator, List.of(values));
  }
}
