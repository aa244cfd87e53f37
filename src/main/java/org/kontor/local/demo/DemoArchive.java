package org.kontor.local.demo;

import java.io.IOException;
import org.kontor.local.enaio.Archive;
import org.kontor.local.enaio.DirectWriter;
import org.kontor.local.store.ObjectTable;

/** Fills an empty archive with what a small company may have filed in two years. */
public final class DemoArchive {
  private DemoArchive() {}

  /** Writes it in one transaction; does nothing when the archive holds anything already. */
  public static void fill(Archive archive) throws IOException {
    boolean empty = archive.database().read(session -> new ObjectTable(session).isEmpty());
    if (empty) {
      try (DirectWriter direct = new DirectWriter(archive)) {
        DemoWriter writer = new DemoWriter(direct);
        new Accounting(writer).write();
        new Projects(writer).write();
        direct.commit();
      }
    }
  }
}
