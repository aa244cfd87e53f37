package org.kontor.local.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one account may do: everything that one of its groups may. */
public final class Rights {
  /**
   * What everybody may when a definition says nothing about rights: everything but what concerns
   * the check-outs and the recycle bin of others.
   */
  public static final Rights USUAL =
      new Rights(true, Map.of(), EnumSet.of(Role.EMPTY_BIN, Role.CROSS_CABINET));

  private final boolean unlimited;
  private final Map<Long, List<Grant>> grants;
  private final Set<Role> roles;

  private Rights(boolean unlimited, Map<Long, List<Grant>> grants, Set<Role> roles) {
    this.unlimited = unlimited;
    this.grants = grants;
    this.roles = roles;
  }

  static Rights of(List<Group> groups) {
    Map<Long, List<Grant>> grants = new HashMap<>();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Group group : groups) {
      roles.addAll(group.roles());
      group
          .grants()
          .forEach(
              (type, grant) -> grants.computeIfAbsent(type, it -> new ArrayList<>()).add(grant));
    }
    return new Rights(false, grants, roles);
  }

  /** Whether nothing is kept from the account, so that nothing needs to be checked. */
  public boolean unlimited() {
    return unlimited;
  }

  /** Whether the account has a role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Whether the account has a right to every object of a type. */
  public boolean always(Right right, long type) {
    return unlimited || granting(right, type).stream().anyMatch(it -> it.clause().isEmpty());
  }

  /** The clauses under which the account has a right; one of them is enough. */
  public List<AccessClause> clauses(Right right, long type) {
    return granting(right, type).stream().flatMap(it -> it.clause().stream()).toList();
  }

  /** Whether the account has a right to at least some objects of a type. */
  public boolean sometimes(Right right, long type) {
    return unlimited || !granting(right, type).isEmpty();
  }

  private List<Grant> granting(Right right, long type) {
    return grants.getOrDefault(type, List.of()).stream()
        .filter(it -> it.rights().contains(right))
        .toList();
  }
}
