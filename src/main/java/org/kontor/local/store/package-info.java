/**
 * What the server keeps: objects, index data and places in SQLite with one writer and several
 * readers, and contents by SHA-256 beside it.
 */
@NullMarked
package org.kontor.local.store;

import org.jspecify.annotations.NullMarked;
