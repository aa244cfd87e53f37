package org.kontor.rillsoft;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.model.MimeTypes;

/**
 * A document as a list tells it (reference 2.7).
 *
 * @param element UUID of what it hangs on; empty where the server did not say
 * @param folder number of the DMS folder that it lies in
 * @param size bytes
 */
record Doc(
    Key.Document key,
    String element,
    Optional<String> elementName,
    OptionalLong folder,
    String name,
    String description,
    long size,
    String mimeType,
    Optional<Instant> created,
    Optional<String> createdBy) {

  static Optional<Doc> of(long client, Told told) {
    OptionalLong id = told.number(Point.DOCUMENT_ID);
    OptionalLong project = told.number(Point.DOCUMENT_PROJECT);
    if (id.isEmpty() || project.isEmpty()) {
      return Optional.empty();
    }
    String name = told.text(Point.DOCUMENT_NAME).orElse("");
    return Optional.of(
        new Doc(
            new Key.Document(client, project.getAsLong(), id.getAsLong()),
            told.text(Point.DOCUMENT_ELEMENT).orElse(""),
            told.text(Point.DOCUMENT_ELEMENT_NAME),
            told.number(Point.DOCUMENT_FOLDER),
            name,
            told.text(Point.DOCUMENT_DESCRIPTION).orElse(""),
            told.number(Point.DOCUMENT_SIZE).orElse(0),
            told.text(Point.DOCUMENT_TYPE)
                .filter(type -> !type.isBlank())
                .orElseGet(() -> MimeTypes.ofName(name)),
            told.text(Point.DOCUMENT_CREATED).flatMap(Times::of),
            told.text(Point.DOCUMENT_CREATED_BY).filter(by -> !by.isBlank())));
  }
}
