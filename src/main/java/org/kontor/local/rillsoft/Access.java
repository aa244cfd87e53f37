package org.kontor.local.rillsoft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an account may do in one client.
 *
 * @param rights none at all means that the client is not shared with the account
 * @param hiddenProjects numbers of the projects that it may not read
 */
public record Access(Set<Right> rights, Set<Long> hiddenProjects) {
  /** Keeps own copies. */
  public Access {
    rights = Set.copyOf(rights);
    hiddenProjects = Set.copyOf(hiddenProjects);
  }

  /** The three that the command line knows. */
  public enum Role {
    /** The client is not shared with the account. */
    NONE,
    READ,
    /** Everything. */
    WRITE;

    /** The role of a name such as {@code read}. */
    public static Optional<Role> of(String name) {
      String constant = name.strip().toUpperCase(Locale.ROOT);
      return Arrays.stream(values()).filter(it -> it.name().equals(constant)).findFirst();
    }
  }

  /** What a role may do; no project is hidden. */
  public static Access of(Role role) {
    return new Access(
        switch (role) {
          case NONE -> Set.of();
          case READ -> Set.of(Right.READ);
          case WRITE -> Set.of(Right.values());
        },
        Set.of());
  }

  /** The same rights with projects that must not be read. */
  public Access hiding(Long... projects) {
    return new Access(rights, Set.of(projects));
  }

  boolean shared() {
    return !rights.isEmpty();
  }

  boolean reads(long project) {
    return !hiddenProjects.contains(project);
  }
}
