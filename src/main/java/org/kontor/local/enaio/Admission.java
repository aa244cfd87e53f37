package org.kontor.local.enaio;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.store.State;
import org.kontor.local.store.StoredObject;

/**
 * What an older service makes of an entry: what it does not know yet it refuses, and options it
 * does not see at all (reference 1.3). The present version takes every entry as it is.
 */
record Admission(Behaviour behaviour) {
  private static final String LINK = "LINKDOCUMENT";
  private static final String TABLES = "REPLACETABLEFIELDS";

  /** The entry as this version understands it. */
  Entry of(Entry entry) throws Refusal {
    if (!behaviour.has(Feature.TRAY)) {
      refuse(entry, "maintype");
      refuse(entry, "object_retention_planned");
      refuse(entry, "folderid");
      refuse(entry, "registerid");
      if (entry.parent().filter(it -> it.startsWith("system:")).isPresent()) {
        throw Refusal.of("place.missing", entry.parent().get());
      }
      if (entry.objectId().isPresent()) {
        refuse(entry, "parentid");
      }
    }
    if (!behaviour.has(Feature.REFERENCE_DOCUMENTS)) {
      refuse(entry, "object_foreignid");
      refuse(entry, "object_systemid");
    }
    Optional<String> type = entry.type();
    if (type.isPresent() && !known(type.get())) {
      throw Refusal.of("entry.type.unknown", type.get());
    }
    if (behaviour.has(Feature.OPTIONS)
        && !behaviour.has(Feature.LINK_DOCUMENT)
        && entry.options().containsKey(LINK)) {
      throw Refusal.of("entry.option", LINK);
    }
    return new Entry(entry.fields(), entry.system(), entry.streams(), options(entry));
  }

  private static void refuse(Entry entry, String system) throws Refusal {
    if (entry.system().containsKey(system)) {
      throw Refusal.of("entry.system", "system:" + system);
    }
  }

  private boolean known(String type) {
    boolean typeless = type.toLowerCase(Locale.ROOT).equals("system:typeless");
    return typeless
        ? behaviour.has(Feature.TRAY)
        : behaviour.has(Feature.TYPE_NAMES) || Places.number(type).isPresent();
  }

  private Map<String, Boolean> options(Entry entry) {
    Map<String, Boolean> options =
        new HashMap<>(behaviour.has(Feature.OPTIONS) ? entry.options() : Map.of());
    if (!behaviour.has(Feature.TABLES_REPLACED)) {
      options.put(TABLES, false);
    }
    return options;
  }

  /**
   * Before 6.5.1 a move has to name the present parent and cannot change index data (reference
   * 3.1.8, G23).
   */
  void checkMove(Entry entry, StoredObject object) throws Refusal {
    boolean moves =
        entry.parent().filter(it -> !it.startsWith("system:")).isPresent()
            && !entry.option(LINK, false);
    if (behaviour.has(Feature.MOVE_AND_UPDATE) || !moves || object.typeless()) {
      return;
    }
    if (!entry.fields().isEmpty()) {
      throw Refusal.of("place.fields");
    }
    boolean named = entry.system("folderid").or(() -> entry.system("registerid")).isPresent();
    if (object.state() == State.FILED && !named) {
      throw Refusal.of("place.from.missing");
    }
  }
}
