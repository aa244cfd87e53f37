/**
 * Finding objects wherever they lie: by words, by a type's fields, below a container, all of it
 * together.
 */
@NullMarked
package org.kontor.ui.search;

import org.jspecify.annotations.NullMarked;
