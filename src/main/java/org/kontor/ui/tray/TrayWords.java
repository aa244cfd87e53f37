package org.kontor.ui.tray;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Rendition;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.CancelToken;
import org.kontor.task.Outcome;
import org.kontor.task.Progress;

/**
 * Which documents of the tray hold certain letters in their files. No server searches a tray, so
 * the words of each file are fetched, in the background, as soon as somebody looks for some; they
 * are kept for the next look. On the window's thread only.
 */
final class TrayWords implements AutoCloseable {
  /** Fewer letters are in nearly every file. */
  static final int LEAST_LETTERS = 3;

  /** Documents that are looked into, from the top of the tray. */
  static final int MOST_DOCUMENTS = 1_000;

  private static final int MOST_BYTES = 200_000;
  private static final long BETWEEN_NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final DmsServer server;
  private final BackgroundTasks tasks;
  private final Executor ui;
  private final Locale locale;
  private final String title;
  private final Runnable whenFound;
  private final KnownWords known = new KnownWords();
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private String wanted = "";
  private Set<ObjectId> found = Set.of();
  private @Nullable BackgroundTask looking;
  private long generation;

  /**
   * @param title what looking is called among the tasks under way
   * @param whenFound called when {@link #has} says more than before
   */
  TrayWords(
      DmsServer server,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale,
      String title,
      Runnable whenFound) {
    this.server = server;
    this.tasks = tasks;
    this.ui = ui;
    this.locale = locale;
    this.title = title;
    this.whenFound = whenFound;
  }

  /** How many documents have been looked into; empty while that is not being done. */
  ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Whether the document is known to hold the letters that were looked for last. */
  boolean has(ObjectId document) {
    return found.contains(document);
  }

  /**
   * Looks for letters; what was looked for before is forgotten.
   *
   * @param documents those to look into, from top to bottom
   */
  void look(String letters, List<DmsObject.Document> documents) {
    String now = letters.strip().toLowerCase(locale);
    stop();
    if (!now.equals(wanted)) {
      wanted = now;
      found = Set.of();
    }
    if (now.length() < LEAST_LETTERS || documents.isEmpty()) {
      return;
    }
    long mine = ++generation;
    List<ObjectId> ids = documents.stream().limit(MOST_DOCUMENTS).map(DmsObject::id).toList();
    progress.set(Optional.of(new Progress(0, ids.size())));
    looking =
        tasks.start(
            title,
            (cancel, _) -> lookInto(ids, now, mine, cancel),
            outcome -> {
              if (mine == generation) {
                looking = null;
                if (outcome instanceof Outcome.Done<Set<ObjectId>>(Set<ObjectId> all)) {
                  tell(all);
                }
                progress.set(Optional.empty());
              }
            });
  }

  /** Ends looking. */
  @Override
  public void close() {
    stop();
  }

  private void stop() {
    generation++;
    progress.set(Optional.empty());
    if (looking != null) {
      looking.cancel();
      looking = null;
    }
  }

  private void tell(Set<ObjectId> now) {
    if (!now.equals(found)) {
      found = now;
      whenFound.run();
    }
  }

  private Set<ObjectId> lookInto(
      List<ObjectId> documents, String letters, long of, CancelToken cancel)
      throws DmsException, InterruptedException, IOException {
    Set<ObjectId> hits = new HashSet<>();
    long told = System.nanoTime();
    int done = 0;
    for (ObjectId document : documents) {
      cancel.check();
      if (words(document).contains(letters)) {
        hits.add(document);
      }
      done++;
      if (System.nanoTime() - told > BETWEEN_NEWS_NANOS) {
        told = System.nanoTime();
        Set<ObjectId> soFar = Set.copyOf(hits);
        Progress now = new Progress(done, documents.size());
        ui.execute(
            () -> {
              if (of == generation) {
                tell(soFar);
                progress.set(Optional.of(now));
              }
            });
      }
    }
    return hits;
  }

  /** In lower case; none of what the server can make no text of. Blocks. */
  private String words(ObjectId document) throws DmsException, InterruptedException, IOException {
    Optional<String> kept = known.of(document);
    if (kept.isPresent()) {
      return kept.get();
    }
    try {
      return switch (server.text(document)) {
        case Rendition.Ready(Content content) -> known.keep(document, read(content));
        case Rendition.NotYet _ -> "";
        case Rendition.Impossible _ -> known.keep(document, "");
      };
    } catch (DmsException.NotFound | DmsException.NotOffered _) {
      return known.keep(document, "");
    }
  }

  private String read(Content content) throws IOException {
    try (content) {
      byte[] bytes = content.stream().readNBytes(MOST_BYTES);
      return new String(bytes, StandardCharsets.UTF_8).toLowerCase(locale);
    }
  }
}
