package org.kontor.enaio;

import java.util.List;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;

/** What lies directly in a container, as the server wants it to be asked for (G2). */
final class Children {
  private final EnaioReads reads;
  private final Service service;
  private final Schema schema;

  Children(EnaioReads reads, Service service, Schema schema) {
    this.reads = reads;
    this.service = service;
    this.schema = schema;
  }

  /**
   * One page of it.
   *
   * @param kind REGISTER or DOCUMENT
   */
  ResultPage list(Location.Container parent, Kind kind, PageRequest page)
      throws DmsException, InterruptedException {
    List<ObjectType> types =
        schema.childTypes(parent.type()).filter(type -> type.kind() == kind).toList();
    if (types.isEmpty()) {
      return ResultPage.EMPTY;
    }
    return new Ways(service)
        .ask(
            point(parent.kind(), kind),
            way -> reads.search(new Statements(service).children(parent, types, way), page));
  }

  static Point point(Kind parent, Kind child) {
    if (child == Kind.REGISTER) {
      return parent == Kind.FOLDER ? Point.REGISTERS_IN_FOLDER : Point.REGISTERS_IN_REGISTER;
    }
    return parent == Kind.FOLDER ? Point.DOCUMENTS_IN_FOLDER : Point.DOCUMENTS_IN_REGISTER;
  }
}
