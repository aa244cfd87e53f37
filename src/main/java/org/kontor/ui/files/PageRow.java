package org.kontor.ui.files;

import org.kontor.model.ContentInfo;

/**
 * One file of an image document.
 *
 * @param name as the server calls it, with its number
 * @param size in words
 */
record PageRow(ContentInfo file, String name, String size) {
  int index() {
    return file.index();
  }
}
