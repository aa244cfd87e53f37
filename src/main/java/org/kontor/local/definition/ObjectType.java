package org.kontor.local.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.local.text.Names;

/**
 * A folder, register or document type.
 *
 * @param id {@code (mainType << 16) | coType} (reference 2.2)
 * @param cabinet internal name of the cabinet it belongs to
 * @param icon number of its icon, as the definition writes it
 * @param limits how many children of a type one container of this type may hold, by type id
 * @param archivedAtOnce whether the option ARCHIVEIMMEDIATELYOBJDEF archives its documents
 */
public record ObjectType(
    long id,
    Kind kind,
    int mainType,
    String internal,
    Names names,
    String cabinet,
    Optional<String> icon,
    List<Field> fields,
    Map<Long, Integer> limits,
    boolean archivedAtOnce) {

  /** The field of an internal name, compared without regard to case. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> same(field.internal(), name)).findFirst();
  }

  /** How many children of a type a container of this type may hold; empty when not limited. */
  public OptionalInt limit(ObjectType child) {
    Integer limit = limits.get(child.id());
    return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
  }

  /** Whether documents of this type may carry several files (reference 2.2: images). */
  public boolean severalFiles() {
    return kind == Kind.DOCUMENT && mainType >= 1 && mainType <= 3;
  }

  private static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
