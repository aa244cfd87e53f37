/**
 * What is directly inside a folder, register or cabinet: read page by page, with what the outbox is
 * about to bring or take shown as pending.
 */
@NullMarked
package org.kontor.ui.contents;

import org.jspecify.annotations.NullMarked;
