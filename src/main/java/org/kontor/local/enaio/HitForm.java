package org.kontor.local.enaio;

import java.util.Locale;
import java.util.Set;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.text.Message;
import tools.jackson.databind.JsonNode;

/**
 * What is told about each hit beside what the statement asks for (reference 3.8, {@code options}).
 *
 * @param base who made and changed it, and when
 * @param children how many objects of each type may still be created in it
 * @param locale language of the sentences in the history
 */
record HitForm(
    boolean contents, boolean permissions, boolean base, boolean children, Locale locale) {
  private static final String NULL_VALUES = "IncludeNullValues";
  private static final Set<String> OPTIONS =
      Set.of(
          "Rights",
          "Baseparams",
          "FileInfo",
          "ObjectInserts",
          NULL_VALUES,
          "RegisterContext",
          "MaxHits",
          "Offset",
          "PageSize",
          "DateFormat");

  static HitForm of(JsonNode query, Locale locale) {
    JsonNode options = query.path("options");
    return new HitForm(
        on(options, "FileInfo"),
        flag(query, "includePermissions") || on(options, "Rights"),
        on(options, "Baseparams"),
        flag(query, "includeAllowedChildObjectTypeIds") || on(options, "ObjectInserts"),
        locale);
  }

  /** Refuses options that this version does not have. */
  static void check(JsonNode query, Behaviour behaviour) throws HttpFailure {
    for (String name : query.path("options").propertyNames()) {
      boolean late = name.equals(NULL_VALUES) && !behaviour.has(Feature.INCLUDE_NULL_VALUES);
      if (late || !OPTIONS.contains(name)) {
        throw new HttpFailure(400, Message.of("query.option", name));
      }
    }
  }

  /** Whether hits may lack values that are asked for. */
  static boolean nullValues(JsonNode query) {
    JsonNode value = query.path("options").path(NULL_VALUES);
    return !value.asString("1").equals("0");
  }

  private static boolean on(JsonNode options, String name) {
    return options.path(name).asString("0").equals("1");
  }

  private static boolean flag(JsonNode query, String name) {
    return query.path(name).asString("false").equals("true");
  }
}
