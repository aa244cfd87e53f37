package org.kontor.local.query;

import java.util.List;

/**
 * One page of hits.
 *
 * @param total how many there are in all; exact up to {@link Search#COUNTED}, beyond it a lower
 *     bound
 */
public record Hits(List<Hit> hits, boolean more, long total) {}
