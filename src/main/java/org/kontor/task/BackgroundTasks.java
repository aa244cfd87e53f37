package org.kontor.task;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Runs blocking work on virtual threads and hands each outcome to the thread that asked, by the
 * executor given at construction (the window passes its own thread, tests pass {@code
 * Runnable::run}).
 */
public final class BackgroundTasks implements AutoCloseable {
  /** Reads of one person: enough to keep a pane filled, few enough not to flood a server. */
  private static final int READS_AT_ONCE = 8;

  private final Executor handlers;
  private final Semaphore readPermits = new Semaphore(READS_AT_ONCE);
  private final Set<RunningTask> running = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public BackgroundTasks(Executor handlers) {
    this.handlers = handlers;
  }

  /**
   * Starts work at once.
   *
   * @param handler called exactly once on the handlers' executor, whatever happens
   */
  public <T> BackgroundTask start(String title, Work<T> work, Consumer<Outcome<T>> handler) {
    RunningTask task = new RunningTask(title);
    task.thread =
        Thread.ofVirtual().name("task: " + title).unstarted(() -> run(task, work, handler));
    running.add(task);
    task.thread.start();
    changed();
    return task;
  }

  /**
   * The same where nothing is to be done about cancelling.
   *
   * @param done told the result, on the handlers' executor
   * @param failed told why there is none, likewise
   */
  public <T> BackgroundTask start(
      String title, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
    return start(
        title,
        work,
        outcome -> {
          switch (outcome) {
            case Outcome.Done<T>(T result) -> done.accept(result);
            case Outcome.Failed<T>(Exception cause) -> failed.accept(cause);
            case Outcome.Cancelled<T> _ -> {}
          }
        });
  }

  /**
   * The tasks under way, in no order. Once a task is no longer among them, its handler has been
   * handed over.
   */
  public List<BackgroundTask> underWay() {
    return List.copyOf(running);
  }

  /** Called on any thread whenever a task starts, moves on or ends. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Cancels everything under way. */
  @Override
  public void close() {
    running.forEach(RunningTask::cancel);
  }

  private <T> void run(RunningTask task, Work<T> work, Consumer<Outcome<T>> handler) {
    Outcome<T> outcome = outcomeOf(task, work);
    task.over = true;
    try {
      handlers.execute(() -> handler.accept(task.cancelled ? new Outcome.Cancelled<>() : outcome));
    } finally {
      running.remove(task);
      changed();
    }
  }

  private <T> Outcome<T> outcomeOf(RunningTask task, Work<T> work) {
    try {
      readPermits.acquire();
      try {
        return new Outcome.Done<>(work.run(() -> task.cancelled, task::moveOn));
      } finally {
        readPermits.release();
      }
    } catch (InterruptedException | CancellationException _) {
      return new Outcome.Cancelled<>();
    } catch (Exception failure) {
      return new Outcome.Failed<>(failure);
    } catch (Error failure) {
      // A preview that runs out of memory must not take its handler with it.
      return new Outcome.Failed<>(new ExecutionException(failure));
    }
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  private final class RunningTask implements BackgroundTask {
    private final String title;
    private Thread thread = Thread.currentThread();
    private volatile Progress progress = Progress.UNKNOWN;
    private volatile boolean cancelled;
    private volatile boolean over;

    RunningTask(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public Progress progress() {
      return progress;
    }

    @Override
    public boolean isOver() {
      return over;
    }

    @Override
    public void cancel() {
      cancelled = true;
      if (!over) {
        thread.interrupt();
      }
    }

    private void moveOn(Progress now) {
      progress = now;
      changed();
    }
  }
}
