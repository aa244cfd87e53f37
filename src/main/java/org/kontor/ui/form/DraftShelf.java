package org.kontor.ui.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.ui.common.Notebook;

/**
 * The drafts of what is not looked at now. They are written down as they grow, that of the shown
 * documents too, and are there again after the next start until they are accepted or taken back. On
 * the window's thread only.
 */
final class DraftShelf {
  private static final String PAGE = "form.drafts";

  /** Far more than a person leaves half done; the oldest go first. */
  private static final int KEPT = 200;

  private final Schema schema;
  private final FieldWritings writings;
  private final Pins pins;
  private final Notebook notebook;
  private final Executor later;
  private final Map<Set<ObjectId>, FormDraft> drafts = new HashMap<>();
  private final Map<Set<ObjectId>, String> lines = new LinkedHashMap<>();
  private long changes;

  /**
   * @param notebook the server's
   * @param later runs something on the window's thread when nothing was typed for a while
   */
  DraftShelf(Schema schema, FieldWritings writings, Pins pins, Notebook notebook, Executor later) {
    this.schema = schema;
    this.writings = writings;
    this.pins = pins;
    this.notebook = notebook;
    this.later = later;
    for (String line : notebook.page(PAGE)) {
      KeptDraft.of(line).ifPresent(kept -> lines.put(kept.ids(), line));
    }
  }

  /** Takes the draft of a subject from the shelf, or begins one. */
  FormDraft take(Subject subject) {
    FormDraft kept = drafts.remove(subject.ids());
    if (kept != null && kept.rebase(subject)) {
      return kept;
    }
    return Optional.ofNullable(lines.get(subject.ids()))
        .flatMap(KeptDraft::of)
        .flatMap(written -> begin(subject, written))
        .orElseGet(() -> new FormDraft(subject, schema, writings, pins));
  }

  /** Keeps a draft in which the person has decided something. */
  void put(FormDraft draft) {
    if (draft.isWorthKeeping() && !draft.subject().ids().isEmpty()) {
      drafts.put(draft.subject().ids(), draft);
    }
    writeDown(draft);
  }

  /** Something was typed or chosen: it is written down after a while. */
  void changed(FormDraft draft) {
    long mine = ++changes;
    later.execute(
        () -> {
          if (mine == changes) {
            writeDown(draft);
          }
        });
  }

  /** What was decided about it was accepted; what was typed since then stays. */
  void accepted(Subject subject) {
    FormDraft draft = drafts.get(subject.ids());
    if (draft != null) {
      writeDown(draft);
    }
  }

  void drop(Subject subject) {
    changes++;
    drafts.remove(subject.ids());
    if (lines.remove(subject.ids()) != null) {
      write();
    }
  }

  private void writeDown(FormDraft draft) {
    changes++;
    Set<ObjectId> ids = draft.subject().ids();
    if (ids.isEmpty()) {
      return;
    }
    if (!draft.isWorthKeeping()) {
      if (lines.remove(ids) != null) {
        write();
      }
      return;
    }
    String line = KeptDraft.of(draft).line();
    if (!line.equals(lines.get(ids))) {
      lines.remove(ids);
      lines.put(ids, line);
      write();
    }
  }

  private void write() {
    while (lines.size() > KEPT) {
      lines.remove(lines.keySet().iterator().next());
    }
    notebook.write(PAGE, List.copyOf(lines.values()));
  }

  /**
   * On what the fields held when it was typed. What the server holds now is asked for when it is
   * shown, and so the form notices what somebody else has changed.
   */
  private Optional<FormDraft> begin(Subject subject, KeptDraft written) {
    if (written.tray() != subject instanceof Subject.Tray) {
      return Optional.empty();
    }
    Subject before =
        subject.single().map(object -> subject.with(held(object, written))).orElse(subject);
    FormDraft draft = new FormDraft(before, schema, writings, pins);
    if (!draft.isTypeFixed()) {
      Optional<ObjectType> type = written.type().flatMap(schema::type).filter(draft::offers);
      if (type.isPresent()) {
        draft.choose(type);
      }
    }
    written.place().ifPresent(place -> draft.setPlace(Optional.of(place)));
    draft.setEditing(written.editing());
    draft
        .data()
        .ifPresent(
            data ->
                written
                    .fields()
                    .forEach(
                        (name, typed) -> data.field(name).ifPresent(field -> enter(field, typed))));
    return draft.isWorthKeeping() ? Optional.of(draft) : Optional.empty();
  }

  private static void enter(FieldModel field, KeptDraft.Typed typed) {
    if (field instanceof SingleField single && typed.letters().isPresent()) {
      single.inputProperty().set(typed.letters().get());
    } else {
      field.enter(typed.value());
    }
  }

  private static DmsObject held(DmsObject object, KeptDraft written) {
    if (object.givenType().isEmpty()) {
      return object;
    }
    Map<String, FieldValue> fields = new HashMap<>(object.fields());
    fields.putAll(
        written.fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().before())));
    return object.withFields(fields);
  }
}
