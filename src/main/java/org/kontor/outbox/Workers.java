package org.kontor.outbox;

import java.util.function.Supplier;

/** Where calls to servers run; tests run them in virtual time. */
interface Workers {

  /** A call under way. */
  interface Job {
    /** Interrupts it; its event still comes. */
    void cut();
  }

  /** Runs a call elsewhere; the event it returns comes back to the control thread. */
  Job start(String name, Supplier<Event.Over> call);
}
