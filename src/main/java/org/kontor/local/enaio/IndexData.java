package org.kontor.local.enaio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.definition.Catalog;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValueException;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.definition.InitialValue;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.FieldTable;
import org.kontor.local.store.Session;
import org.kontor.local.text.Message;
import tools.jackson.databind.JsonNode;

/**
 * The rules for index data: known fields, right values, required and key fields. Every fault of an
 * entry is told, not only the first.
 */
final class IndexData {
  private final Session session;
  private final ObjectType type;
  private final Entry entry;
  private final List<Message> faults = new ArrayList<>();

  IndexData(Session session, ObjectType type, Entry entry) {
    this.session = session;
    this.type = type;
    this.entry = entry;
  }

  /** The values of a new object, or of a typeless one that gets its type. */
  Map<Field, Object> initial(String user) throws Refusal {
    Map<Field, Object> values = new LinkedHashMap<>();
    if (entry.option("INITFIELDS", true)) {
      initialise(values, user);
    }
    merge(values);
    return checked(0, values);
  }

  /**
   * The values of a document that comes from a type of another cabinet: the sent ones, those of
   * fields with the same internal name, and initial ones (reference 2.1).
   */
  Map<Field, Object> carried(Map<Field, Object> former, String user) throws Refusal {
    Map<Field, Object> values = new LinkedHashMap<>();
    if (entry.option("INITFIELDS", true)) {
      initialise(values, user);
    }
    former.forEach(
        (old, value) ->
            type.field(old.internal())
                .filter(it -> it.type() == old.type() && sameColumns(it, old))
                .ifPresent(
                    field -> {
                      values.remove(field);
                      if (field.type() == DataType.TABLE) {
                        values.put(field, value);
                      } else {
                        put(values, field, FieldValues.write(old, value));
                      }
                    }));
    merge(values);
    return checked(0, values);
  }

  private static boolean sameColumns(Field one, Field other) {
    return one.columns().stream()
        .map(it -> it.internal() + it.type())
        .toList()
        .equals(other.columns().stream().map(it -> it.internal() + it.type()).toList());
  }

  /** The values of an object after an update: fields that were not sent stay (G9). */
  Map<Field, Object> updated(long id, Map<Field, Object> present) throws Refusal {
    Map<Field, Object> values = new LinkedHashMap<>(present);
    if (entry.option("UPDATEALLFIELDS", false)) {
      boolean protect = entry.option("CHECKREADONLY", true);
      values.keySet().removeIf(field -> !(protect && field.readOnly()));
    }
    merge(values);
    if (!entry.option("REPLACETABLEFIELDS", true)) {
      appendRows(present, values);
    }
    if (!entry.option("REPLACEMULTIFIELDS", true)) {
      appendChoices(present, values);
    }
    return checked(id, values);
  }

  private void initialise(Map<Field, Object> values, String user) {
    for (Field field : type.fields()) {
      Optional<String> text = InitialValue.of(field, user);
      if (text.isPresent()) {
        put(values, field, text.get());
      }
    }
  }

  private void merge(Map<Field, Object> values) {
    for (Map.Entry<String, JsonNode> property : entry.fields().entrySet()) {
      Optional<Field> known = type.field(property.getKey());
      if (known.isEmpty()) {
        faults.add(Message.of("entry.field.unknown", property.getKey(), type.names()));
        continue;
      }
      Field field = known.get();
      if (field.readOnly() && entry.option("CHECKREADONLY", true)) {
        faults.add(Message.of("entry.field.readonly", field.names()));
        continue;
      }
      values.remove(field);
      read(values, field, property.getValue());
    }
  }

  private void read(Map<Field, Object> values, Field field, JsonNode property) {
    JsonNode value = property.path("value");
    if (field.type() == DataType.TABLE) {
      try {
        String rows = TableValues.read(field, property);
        if (rows != null) {
          values.put(field, rows);
        }
      } catch (FieldValueException wrong) {
        faults.add(wrong.reason());
      }
    } else if (value.isObject() || value.values().stream().anyMatch(JsonNode::isContainer)) {
      faults.add(Message.of("value.object", field.names()));
    } else if (value.isArray()) {
      put(
          values,
          field,
          String.join("|", value.values().stream().map(JsonNode::asString).toList()));
    } else if (!value.isNull()) {
      put(values, field, value.asString());
    }
  }

  private void put(Map<Field, Object> values, Field field, String text) {
    if (text.isEmpty()) {
      return;
    }
    try {
      String fitting =
          entry.option("TRUNCATEVALUES", false) ? FieldValues.truncate(field, text) : text;
      values.put(
          field,
          entry.option("CHECKCATALOGUE", true)
              ? FieldValues.read(field, fitting)
              : FieldValues.parse(field, fitting));
    } catch (FieldValueException wrong) {
      faults.add(wrong.reason());
    }
  }

  private void appendRows(Map<Field, Object> present, Map<Field, Object> values) {
    for (Field field : type.fields()) {
      Object before = present.get(field);
      Object after = values.get(field);
      if (field.type() == DataType.TABLE && sent(field) && before != null && after != null) {
        values.put(field, TableValues.append((String) before, (String) after));
      }
    }
  }

  /** Adds chosen catalog entries to those that were chosen before. */
  private void appendChoices(Map<Field, Object> present, Map<Field, Object> values) {
    for (Field field : type.fields()) {
      boolean multiple = field.catalog().filter(Catalog::multiple).isPresent();
      Object before = present.get(field);
      Object after = values.get(field);
      if (multiple && sent(field) && before instanceof String old && after instanceof String more) {
        Set<String> chosen = new LinkedHashSet<>(List.of(old.split("\\|")));
        chosen.addAll(List.of(more.split("\\|")));
        values.put(field, String.join("|", chosen));
      }
    }
  }

  private boolean sent(Field field) {
    return entry.fields().keySet().stream().anyMatch(field.internal()::equalsIgnoreCase);
  }

  private Map<Field, Object> checked(long id, Map<Field, Object> values) throws Refusal {
    for (Field field : type.fields()) {
      boolean filled = values.containsKey(field);
      if (!filled && field.required() && entry.option("CHECKOBLIGATION", true)) {
        faults.add(Message.of("entry.field.required", field.names()));
      }
      if (filled && field.key() && entry.option("CHECKKEYFIELDS", true)) {
        checkKey(id, field, values);
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal(faults);
    }
    return values;
  }

  private void checkKey(long id, Field field, Map<Field, Object> values) {
    Object value = values.get(field);
    if (value != null && new FieldTable(session, type).other(id, field, value).isPresent()) {
      faults.add(Message.of("entry.field.key", field.names(), value, type.names()));
    }
  }
}
