package org.kontor.local.enaio;

import java.util.Locale;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;
import tools.jackson.core.JsonGenerator;

/** An entry that was refused, as the {@code failed} list tells it (reference 5.2). */
record Failed(Entry entry, Refusal refusal) {
  void write(JsonGenerator json, Locale locale) {
    boolean insert = entry.objectId().isEmpty();
    json.writeStartObject();
    json.writeStringProperty(
        "message", Texts.render(Message.of(insert ? "failed.insert" : "failed.update"), locale));
    json.writeObjectPropertyStart("innerError");
    json.writeStringProperty("message", refusal.sentence(locale));
    json.writeEndObject();
    if (!insert) {
      json.writeObjectPropertyStart("properties");
      json.writeObjectPropertyStart("system:objectId");
      json.writeStringProperty("value", entry.objectId().orElse(""));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
