package org.kontor.ui.common;

import java.util.Locale;
import java.util.Optional;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectTitle;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Outbox;

/**
 * What objects are called where a sentence names them: by their index data, else by the name they
 * were dropped with, the server's, or their number. Asks the journal: not for the window's thread.
 */
public final class ObjectNames {
  private final Schema schema;
  private final Outbox outbox;
  private final String server;
  private final Locale locale;
  private final Messages messages;

  public ObjectNames(OpenArchive archive) {
    schema = archive.schema();
    outbox = archive.outbox();
    server = archive.key();
    locale = archive.locale();
    messages = Messages.of(ObjectNames.class, locale);
  }

  public String of(DmsObject object) {
    String fields =
        typeOf(object)
            .flatMap(schema::type)
            .map(type -> ObjectTitle.of(type, object.fields(), locale))
            .orElse("");
    return Optional.of(fields)
        .filter(text -> !text.isEmpty())
        .or(() -> outbox.nameOf(server, object.id()))
        .or(() -> fileName(object))
        .orElseGet(() -> messages.get("object.named", typeName(object), object.id().value()));
  }

  /** The name of its type; that of a document without one says so. */
  public String typeName(DmsObject object) {
    return typeOf(object)
        .flatMap(schema::type)
        .map(ObjectType::name)
        .map(name -> name.in(locale))
        .orElseGet(() -> messages.get("object.typeless"));
  }

  /** Empty for a document without a type. */
  public static Optional<TypeId> typeOf(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container -> Optional.of(container.type());
      case DmsObject.Document document -> document.type();
    };
  }

  private static Optional<String> fileName(DmsObject object) {
    return object instanceof DmsObject.Document document
        ? document.contents().stream()
            .map(ContentInfo::fileName)
            .filter(name -> !name.isBlank())
            .findFirst()
        : Optional.empty();
  }
}
