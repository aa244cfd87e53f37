package org.kontor.local.definition;

import java.util.Optional;
import java.util.Set;

/** Rights of one group to the objects of one type, perhaps only to some of them. */
record Grant(Set<Right> rights, Optional<AccessClause> clause) {}
