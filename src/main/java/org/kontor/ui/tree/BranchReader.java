package org.kontor.ui.tree;

import org.kontor.ui.common.LazyPages;

/** Makes the listing below a branch. */
@FunctionalInterface
interface BranchReader {
  LazyPages<Child> children(Branch branch);
}
