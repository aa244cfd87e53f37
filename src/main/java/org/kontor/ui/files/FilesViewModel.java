package org.kontor.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.task.Outcome;
import org.kontor.ui.common.CountedWork;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.Speaker;

/** Saves files of documents on this computer. On the window's thread. */
public final class FilesViewModel {
  private final OpenArchive archive;
  private final CountedWork counted;
  private final Speaker speaker;
  private final FileSaver saver;
  private final Messages messages;
  private final Sentences failures;

  /**
   * @param counted where saving several is shown and stopped
   */
  public FilesViewModel(OpenArchive archive, CountedWork counted, Speaker speaker) {
    this.archive = archive;
    this.counted = counted;
    this.speaker = speaker;
    saver = new FileSaver(archive);
    messages = Messages.of(FilesViewModel.class, archive.locale());
    failures = new Sentences(archive.locale());
  }

  /** Finds out what the file of a document would be called. */
  public void name(ObjectId document, Consumer<String> then) {
    archive
        .tasks()
        .start(
            messages.get("save.name"),
            (_, _) -> saver.nameOf(document),
            outcome -> {
              switch (outcome) {
                case Outcome.Done<String>(String name) -> then.accept(name);
                case Outcome.Failed<String>(Exception cause) ->
                    speaker.failed(failures.of(cause).text());
                case Outcome.Cancelled<String> _ -> {}
              }
            });
  }

  /** Saves the whole content of a document in a file, which may be there already. */
  public void saveAs(ObjectId document, Path file) {
    counted.start(
        (cancel, _) -> saver.as(document, file, cancel),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<Path>(Path saved) ->
                speaker.done(messages.get("save.one", name(saved)), false);
            case Outcome.Failed<Path>(Exception cause) -> speaker.failed(failures.of(cause).text());
            case Outcome.Cancelled<Path> _ -> speaker.done(messages.get("save.stopped"), false);
          }
        });
  }

  /** Saves all files of some documents in a folder, under names that are free there. */
  public void saveInto(List<DmsObject.Document> documents, Path folder) {
    List<ObjectId> ids = documents.stream().map(DmsObject::id).toList();
    counted.start(
        (cancel, progress) -> saver.into(ids, folder, cancel, progress),
        outcome -> {
          switch (outcome) {
            case Outcome.Done<FileSaver.Saved>(FileSaver.Saved saved) -> tell(saved, folder);
            case Outcome.Failed<FileSaver.Saved>(Exception cause) ->
                speaker.failed(failures.of(cause).text());
            case Outcome.Cancelled<FileSaver.Saved> _ ->
                speaker.done(messages.get("save.stoppedSeveral"), false);
          }
        });
  }

  private void tell(FileSaver.Saved saved, Path folder) {
    String done = messages.get("save.several", saved.files().size(), name(folder));
    if (saved.without() > 0) {
      speaker.failed(done + " " + messages.get("save.without", saved.without()));
    } else {
      speaker.done(done, false);
    }
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }
}
