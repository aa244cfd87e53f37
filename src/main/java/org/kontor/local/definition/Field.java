package org.kontor.local.definition;

import java.util.List;
import java.util.Optional;
import org.kontor.local.text.Names;

/**
 * One field of an object type, or one column of a table field.
 *
 * @param internal internal name, unique in its type without regard to case
 * @param length most characters of a text, 0 for no limit
 * @param catalog the values it is limited to
 * @param initial text of the value that a new object gets when none is sent
 * @param columns columns of a table field, else empty
 */
public record Field(
    String internal,
    Names names,
    DataType type,
    boolean required,
    boolean readOnly,
    boolean key,
    int length,
    Optional<Catalog> catalog,
    Optional<String> initial,
    List<Field> columns) {}
