package org.kontor.local.enaio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.store.ObjectTable;
import org.kontor.local.store.Session;
import org.kontor.local.store.StoredObject;
import tools.jackson.core.JsonGenerator;

/** What the caller may do with an object, and what he may put into it (reference 2.8). */
record PermissionWriter(
    Archive archive, Session session, Permissions permissions, JsonGenerator json) {

  /** The member {@code permissions}; whoever sees an object may read its content. */
  void permissions(StoredObject object) {
    boolean sees = permissions.sees(object);
    json.writeObjectPropertyStart(
        archive.behaviour().reads(Reading.RIGHTS_AS_ACL) ? "acl" : "permissions");
    right("read", sees, sees);
    right("write", permissions.may(Right.WRITE, object), permissions.may(Right.CONTENT, object));
    right("delete", false, permissions.may(Right.DELETE, object));
    json.writeEndObject();
  }

  private void right(String name, boolean metadata, boolean content) {
    json.writeArrayPropertyStart(name);
    if (metadata) {
      json.writeString("metadata");
    }
    if (content) {
      json.writeString("object");
    }
    json.writeEndArray();
  }

  /** The types that the caller may create in a container, and how many more of each. */
  ChildTypes children(long id, ObjectType container) {
    ObjectTable table = new ObjectTable(session);
    Map<ObjectType, Long> left = new LinkedHashMap<>();
    for (ObjectType type : archive.definition().types()) {
      if (type.cabinet().equals(container.cabinet())
          && type.kind() != Kind.FOLDER
          && permissions.mayCreate(type)) {
        OptionalInt limit = container.limit(type);
        left.put(
            type,
            limit.isEmpty()
                ? -1L
                : Math.max(0L, limit.getAsInt() - table.countChildren(id, type.id())));
      }
    }
    return new ChildTypes(left);
  }
}
