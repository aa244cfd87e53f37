/** Full text: what is put into the index, by whom, and the words that it is made of. */
@NullMarked
package org.kontor.local.fulltext;

import org.jspecify.annotations.NullMarked;
