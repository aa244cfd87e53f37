/**
 * A walk through a scene that says what somebody could not hear, reach, read or see: names and
 * roles, the order of Tab, cut-off text, contrast after WCAG 2.2 AA, and the mark of the focus.
 */
package org.kontor.ui.walk;
