/** Work in the background: each with a title, progress and cancel. */
@NullMarked
package org.kontor.task;

import org.jspecify.annotations.NullMarked;
