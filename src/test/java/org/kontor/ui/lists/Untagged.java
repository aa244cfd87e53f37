package org.kontor.ui.lists;

import java.util.Optional;
import java.util.Set;
import org.kontor.dms.DocumentCustody;
import org.kontor.dms.Evidence;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Of a server whose profile names no field for tags; the rest is asked by no test. */
final class Untagged implements Evidence {
  @Override
  public Optional<String> tagField(TypeId type, int length) {
    return Optional.empty();
  }

  @Override
  public Presence presence(ObjectId id) {
    throw new UnsupportedOperationException("presence");
  }

  @Override
  public DocumentCustody custody(DmsObject.Document document) {
    throw new UnsupportedOperationException("custody");
  }

  @Override
  public Set<ObjectId> having(TypeId type, String field, String value) {
    throw new UnsupportedOperationException("having");
  }

  @Override
  public Set<ObjectId> references(ObjectId original, TypeId type) {
    throw new UnsupportedOperationException("references");
  }
}
