/**
 * The right pane: what is known about the selected documents. A form made from the server's
 * definition, the choosers of type and place, and filing.
 */
@NullMarked
package org.kontor.ui.form;

import org.jspecify.annotations.NullMarked;
