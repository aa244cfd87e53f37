package org.kontor.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.DmsServer;
import org.kontor.model.Location;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Duplicate;
import org.kontor.outbox.Duplicates;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Messages;

/** Says, before anything is sent, which files are there already. */
final class SendDuplicates {
  private final Outbox outbox;
  private final SendReport report;
  private final Messages messages;

  SendDuplicates(Outbox outbox, SendReport report, Messages messages) {
    this.outbox = outbox;
    this.report = report;
    this.messages = messages;
  }

  /** The drafts to be sent: all, or those of which nothing is there. */
  List<Draft> warned(String key, List<Draft> drafts, Optional<DmsServer> server, boolean skip)
      throws IOException, InterruptedException {
    Set<Integer> skipped = new HashSet<>();
    for (Duplicate duplicate : new Duplicates(outbox, key).among(drafts, server)) {
      String name = drafts.get(duplicate.draft()).title();
      report.sentence(
          switch (duplicate.where()) {
            case Duplicate.InOutbox(var entry) ->
                messages.get(word("outbox", skip), name, entry.title());
            case Duplicate.Sent(_, var object, _, _) ->
                messages.get(word("sent", skip), name, object.value());
            case Duplicate.OnServer(var object, _, Location.Tray _) ->
                messages.get(word("tray", skip), name, object.value());
            case Duplicate.OnServer(var object, _, _) ->
                messages.get(word("target", skip), name, object.value());
          });
      if (skip) {
        skipped.add(duplicate.draft());
      }
    }
    List<Draft> kept = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (!skipped.contains(i)) {
        kept.add(drafts.get(i));
      }
    }
    return kept;
  }

  private static String word(String where, boolean skip) {
    return "send.duplicate." + where + (skip ? ".skipped" : "");
  }
}
