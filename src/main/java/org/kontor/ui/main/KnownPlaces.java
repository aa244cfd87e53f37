package org.kontor.ui.main;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectTitle;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;

/**
 * What places are called, learned from what the server listed. Safe from any thread; keeps the
 * latest ones only.
 */
final class KnownPlaces {
  private static final int KEPT = 20_000;

  private final Schema schema;
  private final Locale locale;
  private final String tray;
  private final Map<ObjectId, String> titles =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, String> eldest) {
          return size() > KEPT;
        }
      };

  KnownPlaces(Schema schema, Locale locale) {
    this.schema = schema;
    this.locale = locale;
    tray = Messages.of(KnownPlaces.class, locale).get("place.tray");
  }

  void remember(DmsObject.Container container) {
    String title = ObjectTitle.ofContainer(schema, container, locale);
    synchronized (titles) {
      titles.put(container.id(), title);
    }
  }

  /** Its title; where that is not known, the name of its type. */
  String nameOf(Location location) {
    return switch (location) {
      case Location.Tray _ -> tray;
      case Location.Top top -> schema.cabinetOf(top.folderType()).map(this::name).orElse("");
      case Location.Container container -> {
        synchronized (titles) {
          String title = titles.get(container.id());
          yield title == null ? typeName(container.type()) : title;
        }
      }
    };
  }

  /** With its cabinet as its path. */
  Place placeOf(Location.Container container) {
    List<String> path = schema.cabinetOf(container.type()).map(this::name).stream().toList();
    return new Place(container, nameOf(container), path);
  }

  private String name(Cabinet cabinet) {
    return cabinet.name().in(locale);
  }

  private String typeName(TypeId type) {
    return schema.type(type).map(ObjectType::name).map(name -> name.in(locale)).orElse("");
  }
}
