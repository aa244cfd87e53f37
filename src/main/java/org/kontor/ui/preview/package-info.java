/** The preview: what a document looks like, read ahead, safe against any file. */
@NullMarked
package org.kontor.ui.preview;

import org.jspecify.annotations.NullMarked;
