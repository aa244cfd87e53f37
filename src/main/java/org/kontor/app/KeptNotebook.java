package org.kontor.app;

import java.util.List;
import org.kontor.settings.NotebookFile;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;

/** One server's pages of the notebook file, saved in the background. */
final class KeptNotebook implements Notebook {
  private final NotebookFile file;
  private final String book;
  private final BackgroundTasks tasks;
  private final Messages messages;

  /**
   * @param book key of a server's profile, or "" for what counts everywhere
   */
  KeptNotebook(NotebookFile file, String book, BackgroundTasks tasks, Messages messages) {
    this.file = file;
    this.book = book;
    this.tasks = tasks;
    this.messages = messages;
  }

  @Override
  public List<String> page(String name) {
    return file.page(book, name);
  }

  @Override
  public void write(String name, List<String> lines) {
    file.write(book, name, lines);
    tasks.start(
        messages.get("window.saving"),
        (_, _) -> {
          file.save();
          return book;
        },
        outcome -> {
          if (outcome instanceof Outcome.Failed<String>(Exception cause)) {
            System.getLogger(KeptNotebook.class.getName())
                .log(System.Logger.Level.WARNING, "The notebook was not saved", cause);
          }
        });
  }
}
