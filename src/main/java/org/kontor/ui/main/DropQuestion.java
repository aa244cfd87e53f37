package org.kontor.ui.main;

import java.nio.file.Path;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;

/**
 * A file that was dropped on a document: it may take the place of the document's file, or become a
 * document beside it.
 *
 * @param title what the document is called
 */
record DropQuestion(
    Path file, DmsObject.Document document, String title, Location.Container place) {}
