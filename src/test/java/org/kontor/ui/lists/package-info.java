/** What the tests of the three lists share: an archive in memory, a thread, a desk. */
package org.kontor.ui.lists;
