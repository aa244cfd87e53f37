package org.kontor.ui.common;

import java.util.function.Supplier;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;

/** Opens what a server holds with the system's program, to be read only. */
@FunctionalInterface
public interface FileReader {

  /** Asks the server; blocks, on a background thread. */
  @FunctionalInterface
  interface Source {
    Content open() throws DmsException, InterruptedException;
  }

  /**
   * Returns at once; what goes wrong is said in the window.
   *
   * @param title what the file shall be called, without its ending; asked on a background thread
   */
  void read(Supplier<String> title, Source source);
}
