package org.kontor.ui.facts;

import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** What is asked about: an object that has a type. */
record Subject(DmsObject object, TypeId type) {
  ObjectId id() {
    return object.id();
  }
}
