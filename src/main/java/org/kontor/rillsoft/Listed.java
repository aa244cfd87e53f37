package org.kontor.rillsoft;

import java.util.List;

/**
 * A list as it was answered.
 *
 * @param saidToBeAll whether the answer tells how many there are, or that none follow; most do not
 */
record Listed(List<Told> entries, boolean saidToBeAll) {}
