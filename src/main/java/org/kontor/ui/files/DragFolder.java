package org.kontor.ui.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.FilesToTake;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Speaker;

/**
 * Files that may be dragged to other programs: these want them at once, so they are fetched as soon
 * as a row is pressed, into a folder of this person's own that is emptied at every start and end.
 * On the window's thread.
 */
public final class DragFolder implements FilesToTake, AutoCloseable {
  /** More at a time are saved in a folder, not dragged. */
  static final int MOST = 20;

  /** A larger file is not fetched on the chance that it may be dragged. */
  private static final long LARGEST = 100_000_000;

  private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

  private final OpenArchive archive;
  private final Path folder;
  private final Speaker speaker;
  private final FileSaver saver;
  private final Messages messages;
  private final Map<ObjectId, Fetched> fetched = new HashMap<>();
  private final Set<ObjectId> underWay = new HashSet<>();
  private boolean emptied;

  /** What was pressed before the folder was emptied. */
  private Optional<Dragged> early = Optional.empty();

  private record Fetched(List<Path> files, long at) {}

  /**
   * @param folder holds nothing else; made when it is needed
   */
  public DragFolder(OpenArchive archive, Path folder, Speaker speaker) {
    this.archive = archive;
    this.folder = folder;
    this.speaker = speaker;
    saver = new FileSaver(archive);
    messages = Messages.of(DragFolder.class, archive.locale());
    start(
        () -> {
          empty(folder);
          return List.of();
        },
        _ -> {
          emptied = true;
          early.ifPresent(this::prepare);
        });
  }

  @Override
  public void prepare(Dragged dragged) {
    if (!emptied) {
      early = Optional.of(dragged);
      return;
    }
    List<DmsObject.Document> documents = documents(dragged);
    if (documents.size() > MOST) {
      return;
    }
    for (DmsObject.Document document : documents) {
      boolean large = document.contents().stream().mapToLong(ContentInfo::length).sum() > LARGEST;
      if (!large && fresh(document.id()).isEmpty() && underWay.add(document.id())) {
        fetch(document.id());
      }
    }
  }

  @Override
  public Optional<List<Path>> ready(Dragged dragged) {
    List<Path> files = new ArrayList<>();
    List<DmsObject.Document> documents = documents(dragged);
    if (documents.size() > MOST) {
      return Optional.of(files);
    }
    for (DmsObject.Document document : documents) {
      Optional<Fetched> fresh = fresh(document.id());
      if (fresh.isEmpty()) {
        return Optional.empty();
      }
      files.addAll(fresh.get().files());
    }
    return Optional.of(files);
  }

  @Override
  public void cameTooEarly() {
    speaker.failed(messages.get("drag.early"));
  }

  @Override
  public void close() {
    Thread.ofVirtual().name("empties the drag folder").start(() -> empty(folder));
  }

  private void fetch(ObjectId id) {
    start(
        () -> {
          Files.createDirectories(folder);
          Path own = Files.createTempDirectory(folder, "take-");
          return saver.into(List.of(id), own, () -> false, _ -> {}).files();
        },
        outcome -> {
          underWay.remove(id);
          if (outcome instanceof Outcome.Done<List<Path>>(List<Path> files)) {
            fetched.put(id, new Fetched(files, System.nanoTime()));
          }
        });
  }

  private Optional<Fetched> fresh(ObjectId id) {
    return Optional.ofNullable(fetched.get(id))
        .filter(known -> System.nanoTime() - known.at() < FRESH_NANOS);
  }

  private static List<DmsObject.Document> documents(Dragged dragged) {
    return switch (dragged) {
      case Dragged.Files _ -> List.of();
      case Dragged.TrayDocuments tray -> tray.documents();
      case Dragged.Objects(var _, List<DmsObject> objects) -> documents(objects);
      case Dragged.Scattered scattered -> documents(scattered.objects());
    };
  }

  private static List<DmsObject.Document> documents(List<DmsObject> objects) {
    return objects.stream()
        .filter(DmsObject.Document.class::isInstance)
        .map(DmsObject.Document.class::cast)
        .toList();
  }

  private void start(Callable<List<Path>> work, Consumer<Outcome<List<Path>>> then) {
    archive.tasks().start(messages.get("drag.fetching"), (_, _) -> work.call(), then);
  }

  private static void empty(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException inUse) {
      System.getLogger(DragFolder.class.getName())
          .log(System.Logger.Level.DEBUG, "a dragged file is in use and stays", inUse);
    }
  }
}
