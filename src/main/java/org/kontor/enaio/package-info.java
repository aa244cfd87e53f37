/**
 * The enaio DMS service behind the port: its wire forms, statements and version differences. What
 * the reference leaves open is a {@link org.kontor.enaio.Dialect}.
 */
@NullMarked
package org.kontor.enaio;

import org.jspecify.annotations.NullMarked;
