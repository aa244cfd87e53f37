package org.kontor.ui.main;

import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.outbox.Entry;

/**
 * A file that was taken up and not sent yet, because its content is somewhere already.
 *
 * @param where where it is already, in words
 * @param instead what can be done instead of uploading it once more
 */
record DuplicateQuestion(Entry entry, String where, Optional<Operation.AddLocation> instead) {
  String name() {
    return entry.title();
  }
}
