package org.kontor.enaio;

import java.util.Map;
import java.util.Set;
import org.kontor.dms.DmsException;
import org.kontor.dms.PageRequest;
import org.kontor.model.Schema;

/** The private inbox of the signed-in person, as the server wants it to be asked for (G1). */
final class Tray {
  private final EnaioReads reads;
  private final Service service;
  private final Schema schema;

  Tray(EnaioReads reads, Service service, Schema schema) {
    this.reads = reads;
    this.service = service;
    this.schema = schema;
  }

  ResultPage hits(PageRequest page) throws DmsException, InterruptedException {
    return new Ways(service).ask(Point.TRAY, way -> hits(way, page));
  }

  ResultPage hits(String way, PageRequest page) throws DmsException, InterruptedException {
    return reads.search(
        new Statements(service)
            .listing(way, schema.documentTypes().toList(), Map.of(), Set.of(Statement.Extra.FILES)),
        page);
  }
}
