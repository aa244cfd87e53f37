package org.kontor.ui.form;

import java.util.List;
import java.util.function.Consumer;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.outbox.Draft;

/**
 * Takes documents out of a tray that is on this computer, where more than the form knows is needed
 * for them to be made on the server.
 */
@FunctionalInterface
public interface Departure {
  /**
   * On the window's thread.
   *
   * @param documents of the tray
   * @param filing each document's {@link org.kontor.dms.Operation.FileAway}, at least one
   * @param to where all of them go
   * @param accepted told whether they are on their way; not told while the person is asked
   */
  void file(
      List<DmsObject.Document> documents,
      List<Draft> filing,
      Location.Container to,
      Consumer<Boolean> accepted);
}
