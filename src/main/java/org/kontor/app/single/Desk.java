package org.kontor.app.single;

/** The running window, as another start sees it. Its methods are called on any thread. */
public interface Desk {
  /**
   * Returns once the window answers; blocks for as long as it is busy.
   *
   * @throws InterruptedException when the program ends
   */
  void awaitReady() throws InterruptedException;

  /** Comes to the front and takes the errand over; it is not to be done by anybody else then. */
  void take(Errand errand);
}
