/** One running window per person and data folder: a second start hands its errand over to it. */
@NullMarked
package org.kontor.app.single;

import org.jspecify.annotations.NullMarked;
