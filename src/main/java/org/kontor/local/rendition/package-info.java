/**
 * Other forms of a document's file: its text, a small picture of it, a PDF of its pages (reference
 * 3.7). Knows neither the database nor HTTP; every form is bounded in size.
 */
@NullMarked
package org.kontor.local.rendition;

import org.jspecify.annotations.NullMarked;
