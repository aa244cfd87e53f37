package org.kontor.ui.tree;

import java.util.List;
import org.kontor.model.DmsObject;
import org.kontor.ui.common.Mark;

/**
 * A folder or register below another row.
 *
 * @param title what it is called, worked out once when it was read
 * @param marks what the listing told of it that is worth seeing
 */
record Child(DmsObject.Container container, String title, List<Mark> marks) {}
