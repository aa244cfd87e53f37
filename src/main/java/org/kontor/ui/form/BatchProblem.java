package org.kontor.ui.form;

import org.kontor.model.ObjectId;

/**
 * Why one of several documents cannot be filed with the others.
 *
 * @param name what the document is called
 */
record BatchProblem(ObjectId document, String name, String sentence) {}
