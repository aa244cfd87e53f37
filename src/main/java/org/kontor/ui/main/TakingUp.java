package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.task.Progress;
import org.kontor.task.Work;
import org.kontor.ui.common.CountedWork;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.UiThread;

/**
 * The files being taken up from this computer's disk, or saved on it, or hits whose places are
 * looked up; how far that is, and a way to stop it.
 */
final class TakingUp implements CountedWork {
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final String words;
  private final Runnable refresh;
  private final List<BackgroundTask> underWay = new ArrayList<>();
  private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

  /**
   * @param words begins the keys of its texts
   */
  TakingUp(BackgroundTasks tasks, Executor ui, Locale locale, String words) {
    this.tasks = tasks;
    this.words = words;
    messages = Messages.of(TakingUp.class, locale);
    refresh = UiThread.coalescing(ui, this::show);
  }

  /** What is being taken up; empty when nothing is. */
  ReadOnlyStringProperty lineProperty() {
    return line.getReadOnlyProperty();
  }

  /** From 0 to 1; -1 while it is not known how many files there are. */
  ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  @Override
  public <T> void start(Work<T> work, Consumer<Outcome<T>> handler) {
    underWay.add(
        tasks.start(
            messages.get(words + ".taking"),
            (cancel, progress) ->
                work.run(
                    cancel,
                    now -> {
                      progress.accept(now);
                      refresh.run();
                    }),
            outcome -> {
              show();
              handler.accept(outcome);
            }));
    show();
  }

  /** What stopping it means. */
  String stopHelp() {
    return messages.get(words + ".stop.help");
  }

  /** Stops all of it; what was accepted stays accepted. */
  void cancel() {
    List.copyOf(underWay).forEach(BackgroundTask::cancel);
  }

  private void show() {
    underWay.removeIf(BackgroundTask::isOver);
    long done = 0;
    long total = 0;
    boolean counted = true;
    for (BackgroundTask task : underWay) {
      Progress now = task.progress();
      done += now.done();
      total += now.total();
      counted &= now.total() > 0;
    }
    fraction.set(counted ? new Progress(done, total).fraction() : -1);
    if (underWay.isEmpty()) {
      line.set("");
    } else {
      line.set(
          counted ? messages.get(words + ".taken", done, total) : messages.get(words + ".looking"));
    }
  }
}
