package org.kontor.outbox;

import java.util.Optional;
import org.kontor.model.ObjectId;

/**
 * What the journal keeps of the dealings with the server about an entry, beside its state.
 *
 * @param object the object the server named, or the probe found; claimed for this entry
 * @param acknowledged the server once said yes: then it is never sent again without the person
 * @param cancelWanted the person took it back while it may have been on its way
 * @param baseline number of the listing taken before it was sent; 0 for none
 */
record Attempt(
    Optional<ObjectId> object, boolean acknowledged, boolean cancelWanted, long baseline) {
  static final Attempt NONE = new Attempt(Optional.empty(), false, false, 0);

  /** A new one begins; that the person took it back is forgotten with the old one. */
  static Attempt under(long baseline) {
    return new Attempt(Optional.empty(), false, false, baseline);
  }

  Attempt acknowledgedAs(ObjectId named) {
    return new Attempt(Optional.of(named), true, cancelWanted, baseline);
  }

  /** Found by a probe, which is as good as the server's own word. */
  Attempt foundAs(ObjectId found) {
    return acknowledgedAs(found);
  }

  /** The named object is not what was sent: it is not ours. */
  Attempt withoutObject() {
    return new Attempt(Optional.empty(), acknowledged, cancelWanted, baseline);
  }

  Attempt acknowledgedWithoutObject() {
    return new Attempt(Optional.empty(), true, cancelWanted, baseline);
  }

  Attempt cancelled() {
    return new Attempt(object, acknowledged, true, baseline);
  }
}
