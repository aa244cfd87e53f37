/**
 * Sentences of the local server in German and English, and names that the object definition gives
 * in several languages.
 */
@NullMarked
package org.kontor.local.text;

import org.jspecify.annotations.NullMarked;
