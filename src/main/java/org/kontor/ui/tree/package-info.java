/**
 * Where things are: the tray, then the cabinets with their folders and registers, read as far as
 * they are looked at. A flat list of rows takes the place of a tree control, which would be slow
 * from some thousand children on.
 */
@NullMarked
package org.kontor.ui.tree;

import org.jspecify.annotations.NullMarked;
