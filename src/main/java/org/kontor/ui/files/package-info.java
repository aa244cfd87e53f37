/** Files of documents that leave Kontor: saved elsewhere, or dragged to other programs. */
@NullMarked
package org.kontor.ui.files;

import org.jspecify.annotations.NullMarked;
