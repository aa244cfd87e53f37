/**
 * The main window: puts the panes together, carries between them what the person selects, decides
 * what may be dropped where, and carries out what was dropped.
 */
@NullMarked
package org.kontor.ui.main;

import org.jspecify.annotations.NullMarked;
