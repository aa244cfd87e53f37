package org.kontor.ui.bin;

import java.util.List;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.outbox.Entry;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.common.PlacePaths;
import org.kontor.ui.common.Speaker;

/**
 * Says where it landed that was restored: where it was, or in the tray when that place is gone
 * (reference 3.6). On the window's thread.
 */
public final class Homecomings implements AutoCloseable {
  private final OpenArchive archive;
  private final Speaker speaker;
  private final Messages messages;
  private final PlacePaths paths;
  private final OutboxWatch watch;

  public Homecomings(OpenArchive archive, Speaker speaker) {
    this.archive = archive;
    this.speaker = speaker;
    messages = Messages.of(Homecomings.class, archive.locale());
    paths = new PlacePaths(archive.server(), archive.schema(), archive.locale());
    watch =
        new OutboxWatch(archive.outbox(), archive.key(), archive.ui(), this::happened, () -> {});
  }

  @Override
  public void close() {
    watch.close();
  }

  private void happened(List<Entry> done) {
    List<Entry> restored =
        done.stream()
            .filter(entry -> entry.operation() instanceof Operation.RestoreObject)
            .toList();
    long inTray = restored.stream().filter(entry -> place(entry).equals(tray())).count();
    if (inTray > 0) {
      String first =
          restored.stream()
              .filter(entry -> place(entry).equals(tray()))
              .findFirst()
              .map(Entry::title)
              .orElse("");
      speaker.done(messages.get("restored.inTray", inTray, first), true);
    } else if (restored.size() == 1
        && place(restored.getFirst()).orElse(null) instanceof Location.Container in) {
      tell(restored.getFirst().title(), in);
    } else if (restored.size() > 1) {
      speaker.done(messages.get("restored.several", restored.size()), true);
    }
  }

  private void tell(String title, Location.Container in) {
    archive
        .tasks()
        .start(
            messages.get("restored.looking"),
            (_, _) -> nameOf(in),
            outcome -> {
              if (outcome instanceof Outcome.Done<String>(String name)) {
                speaker.done(messages.get("restored.in", title, name), true);
              }
            });
  }

  private String nameOf(Location.Container in) throws DmsException, InterruptedException {
    return archive.server().object(in.id()) instanceof DmsObject.Container found
        ? paths.atOnce(found).title()
        : in.id().value();
  }

  private static Optional<Location> place(Entry entry) {
    return entry.receipt().flatMap(Receipt::place);
  }

  private static Optional<Location> tray() {
    return Optional.of(Location.TRAY);
  }
}
