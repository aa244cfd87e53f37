package org.kontor.dms;

import java.util.Optional;
import java.util.Set;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Of a server that is never in doubt and has no field for tags. */
public final class NoEvidence implements Evidence {

  @Override
  public Presence presence(ObjectId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DocumentCustody custody(DmsObject.Document document) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> tagField(TypeId type, int length) {
    return Optional.empty();
  }

  @Override
  public Set<ObjectId> having(TypeId type, String field, String value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<ObjectId> references(ObjectId original, TypeId type) {
    throw new UnsupportedOperationException();
  }
}
