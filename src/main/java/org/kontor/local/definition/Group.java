package org.kontor.local.definition;

import java.util.Map;
import java.util.Set;

/**
 * A group of accounts.
 *
 * @param members names of accounts; {@link #EVERYBODY} for all
 * @param grants by type number; a type that is missing must not be seen
 */
record Group(String name, Set<String> members, Set<Role> roles, Map<Long, Grant> grants) {
  static final String EVERYBODY = "*";

  boolean has(String account) {
    return members.contains(account) || members.contains(EVERYBODY);
  }
}
