package org.kontor.ui.form;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;

/** The outbox as the form uses it: always for one server, always because a person waits. */
interface Acceptance {

  /** Makes the drafts durable as one batch. Blocks for the disk. */
  void accept(List<Draft> drafts) throws IOException;

  /** The name under which a file was dropped here that became this object. */
  Optional<String> nameOf(ObjectId id);

  static Acceptance by(Outbox outbox, String serverKey) {
    return new Acceptance() {
      @Override
      public void accept(List<Draft> drafts) throws IOException {
        outbox.accept(serverKey, Lane.INTERACTIVE, drafts);
      }

      @Override
      public Optional<String> nameOf(ObjectId id) {
        return outbox.nameOf(serverKey, id);
      }
    };
  }
}
