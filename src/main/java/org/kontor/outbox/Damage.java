package org.kontor.outbox;

import java.nio.file.Path;

/**
 * What became of a damaged journal.
 *
 * @param aside the folder where it lies now
 * @param recovered the folder with the files that waited to be sent; some of them may have arrived
 * @param files how many are in it
 */
public record Damage(Path aside, Path recovered, int files) {}
