package org.kontor.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.EntryTexts;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Place;

/** Puts hits, orders and kept searches into words. */
final class SearchTexts {
  private final Schema schema;
  private final Messages messages;
  private final EntryTexts entries;

  SearchTexts(Schema schema, Locale locale) {
    this.schema = schema;
    messages = Messages.of(SearchTexts.class, locale);
    entries = new EntryTexts(locale);
  }

  Hit hit(DmsObject object) {
    Optional<TypeId> type =
        switch (object) {
          case DmsObject.Container container -> Optional.of(container.type());
          case DmsObject.Document document -> document.type();
        };
    Optional<ObjectType> known = type.flatMap(schema::type);
    String typeName = known.map(of -> of.name().in(messages.locale())).orElse("");
    String title =
        known
            .map(of -> ObjectTitle.of(of, object.fields(), messages.locale()))
            .filter(text -> !text.isEmpty())
            .or(() -> fileName(object))
            .orElseGet(() -> named(typeName, object.id()));
    return new Hit(object, title, typeName);
  }

  /**
   * @param place where it lies, where that is known
   * @param about what the outbox has yet to do about it
   */
  SearchRow.Found found(
      Hit hit, Optional<HitPlaces.Known> place, Optional<Entry> about, List<Mark> marks) {
    Location at = place.map(HitPlaces.Known::location).orElse(Location.TRAY);
    return new SearchRow.Found(
        hit,
        place.map(HitPlaces.Known::path).orElse(""),
        about.map(EntryTexts::pending).orElse(Pending.NONE),
        about.map(entry -> state(entry, at)).orElse(""),
        marks);
  }

  private String state(Entry about, Location at) {
    return ContainerOverlay.leaves(about, at) ? entries.leaving(about) : entries.state(about);
  }

  private String named(String typeName, ObjectId id) {
    return typeName.isEmpty() ? messages.get("object", id.value()) : typeName + " " + id.value();
  }

  private static Optional<String> fileName(DmsObject object) {
    return object instanceof DmsObject.Document document
        ? document.contents().stream()
            .map(ContentInfo::fileName)
            .filter(name -> !name.isBlank())
            .findFirst()
        : Optional.empty();
  }

  String type(Optional<ObjectType> type) {
    return type.map(of -> of.name().in(messages.locale())).orElseGet(() -> messages.get("anyType"));
  }

  String order(Order order, Optional<ObjectType> type) {
    String column =
        type.flatMap(of -> of.field(order.name()))
            .map(FieldDefinition::label)
            .map(label -> label.in(messages.locale()))
            .orElse("");
    return column.isEmpty()
        ? messages.get("order." + order.key())
        : messages.get(order.descending() ? "order.fieldDown" : "order.field", column);
  }

  /** What a kept search is called. */
  String request(SearchRequest request) {
    List<String> parts = new ArrayList<>();
    if (!request.words().isBlank()) {
      parts.add(messages.get("request.words", request.words().strip()));
    }
    Optional<ObjectType> type = request.type().flatMap(schema::type);
    type.ifPresent(of -> parts.add(type(Optional.of(of))));
    for (Criterion.Written field : request.fields()) {
      String label =
          type.flatMap(of -> of.field(field.field()))
              .map(of -> of.label().in(messages.locale()))
              .orElse(field.field());
      parts.add(label + ": " + asked(field));
    }
    request
        .below()
        .map(Place::title)
        .map(place -> messages.get("request.below", place))
        .ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  private String asked(Criterion.Written field) {
    return switch (field.mode()) {
      case CONTAINS, EQUAL, IS -> field.first();
      case RANGE -> field.first() + " – " + field.second();
      case ANY, YES, NO, EMPTY, FILLED -> messages.get("mode." + field.mode().name());
    };
  }
}
