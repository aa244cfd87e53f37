/** What a person or an administrator chose, and where Kontor keeps things on this computer. */
@NullMarked
package org.kontor.settings;

import org.jspecify.annotations.NullMarked;
