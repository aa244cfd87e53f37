/** How long a document is kept, and its way into the archive. */
@NullMarked
package org.kontor.ui.custody;

import org.jspecify.annotations.NullMarked;
