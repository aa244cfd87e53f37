/** What an archive consists of: types, fields, objects, places. Records and pure functions only. */
@NullMarked
package org.kontor.model;

import org.jspecify.annotations.NullMarked;
