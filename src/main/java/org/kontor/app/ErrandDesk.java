package org.kontor.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kontor.app.single.Desk;
import org.kontor.app.single.Errand;

/** Carries the errands of other starts to the thread that draws the window. */
final class ErrandDesk implements Desk {
  private final Executor ui;
  private final Consumer<Errand> window;

  /**
   * @param window called on the thread that draws it
   */
  ErrandDesk(Executor ui, Consumer<Errand> window) {
    this.ui = ui;
    this.window = window;
  }

  @Override
  public void awaitReady() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    ui.execute(answered::countDown);
    answered.await();
  }

  @Override
  public void take(Errand errand) {
    ui.execute(() -> window.accept(errand));
  }
}
