package org.kontor.ui.common;

import java.util.Locale;
import java.util.concurrent.Executor;
import org.kontor.dms.Capabilities;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Feature;
import org.kontor.model.Schema;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;

/**
 * The server that a window shows, with what it takes to read from it and to write to it.
 *
 * @param key of the server's profile, as the outbox knows it
 * @param tasks hands outcomes to the window's thread
 * @param ui the window's thread
 */
public record OpenArchive(
    DmsServer server,
    Schema schema,
    Outbox outbox,
    String key,
    BackgroundTasks tasks,
    Executor ui,
    Locale locale) {

  /** Whether the server can do this, as far as is known now. */
  public boolean offers(Feature feature) {
    Capabilities capabilities = server.capabilities();
    return capabilities.offers(feature);
  }
}
