package org.kontor.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;
import org.kontor.settings.Settings;
import org.kontor.settings.SettingsStore;

/**
 * What a start of the window finds out beside the toolkit's own start, which mostly waits for the
 * display: whether there is a window already, and the settings. Safe from several threads.
 */
final class Preparation implements AutoCloseable {

  /** Whose the window is. */
  sealed interface Claim {
    /** Of this start. */
    record Ours(Start start) implements Claim {}

    /**
     * Of another program, which was handed the errand.
     *
     * @param taken false when it did not answer
     */
    record Theirs(boolean taken) implements Claim {}
  }

  private final FutureTask<Settings> settings;
  private final FutureTask<Claim> claim;

  private Preparation(Callable<Settings> settings, Callable<Claim> claim) {
    this.settings = new FutureTask<>(settings);
    this.claim = new FutureTask<>(claim);
  }

  /** Begins at once, on threads of its own. */
  static Preparation of(Errand errand, boolean rehearsal) {
    AppPaths paths = AppPaths.ofThisStart();
    Preparation begun =
        new Preparation(new SettingsStore(paths)::load, () -> claim(errand, rehearsal));
    Thread.ofPlatform().name("kontor-claim").daemon().start(begun.claim);
    Thread.ofPlatform().name("kontor-settings").daemon().start(begun.settings);
    return begun;
  }

  private static Claim claim(Errand errand, boolean rehearsal)
      throws IOException, InterruptedException {
    AppPaths paths = ThisStart.prepare();
    var claimed = SingleInstance.claim(paths.data());
    return claimed.isPresent()
        ? new Claim.Ours(new Start(paths, claimed.get(), errand, rehearsal))
        : new Claim.Theirs(SingleInstance.handOver(paths.data(), errand));
  }

  /** Waits for it; up to eight seconds where another program has the window and hangs. */
  Claim claim() throws IOException, InterruptedException {
    return outcome(claim);
  }

  /** Waits for them. */
  Settings settings() throws IOException, InterruptedException {
    return outcome(settings);
  }

  private static <T> T outcome(FutureTask<T> task) throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    }
  }

  /** Gives the claim back where there is one. */
  @Override
  public void close() {
    if (claim.state() == Future.State.SUCCESS
        && claim.resultNow() instanceof Claim.Ours(Start start)) {
      start.instance().close();
    }
  }
}
