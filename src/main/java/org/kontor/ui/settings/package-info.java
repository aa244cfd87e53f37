/** What a person or an administrator can set, as a sheet over the window; counts at once. */
@NullMarked
package org.kontor.ui.settings;

import org.jspecify.annotations.NullMarked;
