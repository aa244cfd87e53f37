package org.kontor.ui.outbox;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Schema;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Problem;

/**
 * What a person decides about an entry that was refused or met another's work: field by field, her
 * own value, edited or not, or the one that the server holds. Pure.
 *
 * @param fields those in question; where nobody says which, all of the entry
 */
record EntryCard(Entry entry, List<FieldChoice> fields) {
  EntryCard {
    fields = List.copyOf(fields);
  }

  /** Empty where there is nothing to decide field by field. */
  static Optional<EntryCard> of(Entry entry, Schema schema, Locale locale) {
    boolean open =
        entry.state() == EntryState.REFUSED
            || (entry.state() == EntryState.UNRESOLVED
                && entry.operation() instanceof Operation.OnObject);
    Optional<Problem> problem = entry.problem();
    Map<String, FieldValue> theirs = problem.map(Problem::theirs).orElse(Map.of());
    Map<String, String> messages = problem.map(Problem::fieldMessages).orElse(Map.of());
    Map<String, FieldValue> own = new HashMap<>(EditedOperation.fieldsOf(entry.operation()));
    if (EditedOperation.writesFields(entry.operation())) {
      // What the server misses may be what was left out.
      messages.keySet().forEach(name -> own.putIfAbsent(name, FieldValue.empty()));
    }
    if (!open || own.isEmpty()) {
      return Optional.empty();
    }
    FieldNames names = new FieldNames(entry.operation(), schema, locale);
    List<FieldChoice> inQuestion = new ArrayList<>();
    List<FieldChoice> all = new ArrayList<>();
    for (Map.Entry<String, FieldValue> field : own.entrySet()) {
      String name = field.getKey();
      FieldChoice choice =
          new FieldChoice(
              name,
              names.label(name),
              field.getValue(),
              Optional.ofNullable(theirs.get(name)),
              messages.getOrDefault(name, ""),
              names.isText(name) && !(field.getValue() instanceof FieldValue.Multiple));
      all.add(choice);
      if (choice.theirs().isPresent() || !choice.message().isEmpty()) {
        inQuestion.add(choice);
      }
    }
    List<FieldChoice> shown = inQuestion.isEmpty() ? all : inQuestion;
    shown.sort(Comparator.comparing(FieldChoice::label, Collator.getInstance(locale)));
    return Optional.of(new EntryCard(entry, shown));
  }

  /** What a person knows the entry by. */
  String title() {
    return entry.title();
  }

  boolean isConflict() {
    return fields.stream().anyMatch(field -> field.theirs().isPresent());
  }

  /**
   * What is to be sent in the entry's place.
   *
   * @param decisions by field name; a field without one keeps the own value
   * @return empty when nothing of one's own is left to be written: the entry is to be taken back
   */
  Optional<Operation> decided(Map<String, FieldChoice.Decision> decisions) {
    Map<String, FieldValue> values = new HashMap<>(EditedOperation.fieldsOf(entry.operation()));
    Map<String, FieldValue> seen = new HashMap<>();
    for (FieldChoice field : fields) {
      field.theirs().ifPresent(theirs -> seen.put(field.name(), theirs));
      switch (decisions.getOrDefault(field.name(), new FieldChoice.Mine(field.mine()))) {
        case FieldChoice.Theirs _ -> values.remove(field.name());
        case FieldChoice.Mine(FieldValue value) -> values.put(field.name(), value);
      }
    }
    return EditedOperation.of(entry.operation(), values, seen);
  }
}
