package org.kontor.app;

import java.util.List;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Problem;

/** Tells what {@code kontor send} does: for a person at a terminal, or for a script. */
interface SendReport {

  /** Files are durable in the outbox. */
  void accepted(int files);

  /** How many entries wait in the outbox, when no file was named. */
  void holding(int entries);

  /**
   * Something moved; called a few times a second at most.
   *
   * @param ended how many of the entries have ended
   * @param all how many there are
   * @param open those that have not
   */
  void progress(int ended, int all, List<Entry> open);

  /** An entry ended, well or not. Called once for each. */
  void ended(Entry entry);

  /** A sentence that concerns the whole run. */
  void sentence(String text);

  /** Why what is still open is left for later. */
  void stopped(Problem why);

  /** The last word. */
  void summary(int done, int refused, int waiting);
}
