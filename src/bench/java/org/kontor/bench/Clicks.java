package org.kontor.bench;

import java.nio.file.Path;
import java.util.List;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.outbox.EntryId;

/** Moves that somebody waits for, alone and while ten thousand files are being delivered. */
final class Clicks {
  private static final int ALONE = 20;

  private Clicks() {}

  static void measure(Path folder, int count) throws Exception {
    Figures quiet = new Figures();
    Figures busy = new Figures();
    try (ServerProcess server = new ServerProcess(folder.resolve("server"));
        Sender sender = new Sender(folder.resolve("outbox"), server.base())) {
      Mover mover = Mover.prepare(server, sender);
      sender.attach();
      mover.move(); // warm
      for (int at = 0; at < ALONE; at++) {
        quiet.time(mover::move);
      }
      List<EntryId> bulk = sender.accept(Small.files(folder.resolve("files"), count, 5));
      EntryId last = bulk.getLast();
      while (sender.outbox().entry(last).filter(entry -> !entry.state().isOver()).isPresent()) {
        busy.time(mover::move);
      }
      sender.await(bulk);
    }
    Table table = new Table("A move, until it was read back", "ms", "ratio");
    double peer = quiet.median();
    table.row("alone, median", 1000 * peer, 1);
    String during = "during " + count + " files, ";
    table.row(during + "median", 1000 * busy.median(), busy.median() / peer);
    table.row(during + "95th of 100", 1000 * busy.percentile(95), busy.percentile(95) / peer);
    table.row(during + "longest", 1000 * busy.percentile(100), busy.percentile(100) / peer);
    table.print();
  }

  /** Moves one document to and fro between two folders. */
  private static final class Mover {
    private final Sender sender;
    private final ObjectId document;
    private final ObjectType type;
    private Location.Container from;
    private Location.Container to;

    private Mover(
        Sender sender,
        ObjectId document,
        ObjectType type,
        Location.Container from,
        Location.Container to) {
      this.sender = sender;
      this.document = document;
      this.type = type;
      this.from = from;
      this.to = to;
    }

    static Mover prepare(ServerProcess server, Sender sender) throws Exception {
      Api api = new Api(server.base());
      Schema schema = sender.server().schema();
      ObjectType folder = schema.typeNamed("supplierFile").orElseThrow();
      ObjectType note = schema.typeNamed("accountingNote").orElseThrow();
      Location.Container here = container(api.folder("here"), folder);
      Location.Container there = container(api.folder("there"), folder);
      api.notes(here.id().value(), 1);
      ObjectId document =
          sender.server().documents(here, PageRequest.first(1)).items().getFirst().id();
      return new Mover(sender, document, note, here, there);
    }

    private static Location.Container container(String id, ObjectType type) {
      return new Location.Container(new ObjectId(id), type.id(), Kind.FOLDER);
    }

    void move() throws Exception {
      sender.await(sender.click(new Operation.Move(document, type.id(), from, to)));
      Location.Container before = from;
      from = to;
      to = before;
    }
  }
}
