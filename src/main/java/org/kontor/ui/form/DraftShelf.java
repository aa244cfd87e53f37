package org.kontor.ui.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;

/** The drafts of what is not looked at now. */
final class DraftShelf {
  private final Schema schema;
  private final FieldWritings writings;
  private final Pins pins;
  private final Map<Set<ObjectId>, FormDraft> drafts = new HashMap<>();

  DraftShelf(Schema schema, FieldWritings writings, Pins pins) {
    this.schema = schema;
    this.writings = writings;
    this.pins = pins;
  }

  /** Takes the draft of a subject from the shelf, or begins one. */
  FormDraft take(Subject subject) {
    FormDraft kept = drafts.remove(subject.ids());
    return kept != null && kept.rebase(subject)
        ? kept
        : new FormDraft(subject, schema, writings, pins);
  }

  /** Keeps a draft in which the person has decided something. */
  void put(FormDraft draft) {
    if (draft.isWorthKeeping() && !draft.subject().ids().isEmpty()) {
      drafts.put(draft.subject().ids(), draft);
    }
  }

  void drop(Subject subject) {
    drafts.remove(subject.ids());
  }
}
