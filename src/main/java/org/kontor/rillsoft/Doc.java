package org.kontor.rillsoft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.model.MimeTypes;

/**
 * A document as a list tells it (reference 2.7).
 *
 * @param element UUID of what it hangs on; empty where the server did not say
 * @param folder number of the DMS folder that it lies in
 * @param size bytes; empty where the server did not say
 */
record Doc(
    Key.Document key,
    String element,
    Optional<String> elementName,
    OptionalLong folder,
    String name,
    String description,
    OptionalLong size,
    String mimeType,
    Optional<Instant> created,
    Optional<String> createdBy) {

  private static final List<Point> NEEDED =
      List.of(
          Point.DOCUMENT_ID,
          Point.DOCUMENT_PROJECT,
          Point.DOCUMENT_FOLDER,
          Point.DOCUMENT_ELEMENT,
          Point.DOCUMENT_SIZE);

  /**
   * The first thing that is needed and that no document in a list tells: it is called otherwise.
   */
  static Optional<Point> untold(List<Told> list) {
    return NEEDED.stream()
        .filter(point -> !list.isEmpty() && list.stream().noneMatch(told -> tells(told, point)))
        .findFirst();
  }

  private static boolean tells(Told told, Point point) {
    return point == Point.DOCUMENT_ELEMENT
        ? told.text(point).isPresent()
        : told.number(point).isPresent();
  }

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
            told.number(Point.DOCUMENT_SIZE),
            told.text(Point.DOCUMENT_TYPE)
                .filter(type -> !type.isBlank())
                .orElseGet(() -> MimeTypes.ofName(name)),
            told.text(Point.DOCUMENT_CREATED).flatMap(Times::of),
            told.text(Point.DOCUMENT_CREATED_BY).filter(by -> !by.isBlank())));
  }
}
