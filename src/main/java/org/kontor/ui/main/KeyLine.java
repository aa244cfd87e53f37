package org.kontor.ui.main;

/**
 * A key and what it does.
 *
 * @param key in the writing of {@link javafx.scene.input.KeyCombination#getName}
 * @param changeable whether a person may choose another key
 */
record KeyLine(String id, String key, String does, boolean changeable) {}
