/** What every part of the window shares: its thread, texts, icons, actions, dragging, theme. */
@NullMarked
package org.kontor.ui.common;

import org.jspecify.annotations.NullMarked;
