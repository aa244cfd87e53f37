package org.kontor.ui.main;

import javafx.scene.Parent;

/** The panes in which something can be selected or shown. */
record Panes(Parent tree, Parent list, Parent preview) {}
