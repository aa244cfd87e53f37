package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kontor.dms.SourceFile;
import org.kontor.model.FieldDefinition;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.task.Outcome;
import org.kontor.task.Progress;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.form.TypedFields;

/**
 * Takes up files that come from other programs: walks their folders, reads them and writes them
 * into the outbox in the background. On the window's thread only.
 */
final class FileArrivals {
  private final DropPolicy policy;
  private final SecondPlaceDesk second;
  private final Drafts drafts;
  private final FileIntake intake;
  private final TakingUp taking;
  private final KnownPlaces places;
  private final Sentences failures;
  private final Messages messages;
  private final FilingDesk.Counter counter;

  FileArrivals(
      DropPolicy policy,
      SecondPlaceDesk second,
      Drafts drafts,
      FileIntake intake,
      TakingUp taking,
      KnownPlaces places,
      Locale locale,
      FilingDesk.Counter counter) {
    this.policy = policy;
    this.second = second;
    this.drafts = drafts;
    this.intake = intake;
    this.taking = taking;
    this.places = places;
    failures = new Sentences(locale);
    messages = Messages.of(FileArrivals.class, locale);
    this.counter = counter;
  }

  /** Files become documents of one type in a container. */
  void insert(List<SourceFile> files, Location.Container to, TypedFields typed) {
    List<Path> paths = files.stream().map(SourceFile::path).toList();
    if (policy.typesFor(to, paths).stream().noneMatch(type -> type.id().equals(typed.type()))) {
      counter.failed(messages.get("desk.typeDoesNotFit"));
      return;
    }
    if (second.isNeeded()) {
      second.find(
          new Dragged.Files(paths),
          to,
          typed.type(),
          other -> insert(files, to, typed, Optional.of(other)));
    } else {
      insert(files, to, typed, Optional.empty());
    }
  }

  private void insert(
      List<SourceFile> files,
      Location.Container to,
      TypedFields typed,
      Optional<Location.Container> other) {
    String done = messages.get("desk.inserted", files.size(), places.nameOf(to));
    AtomicLong accepted = new AtomicLong();
    taking.start(
        (cancel, progress) -> {
          intake.accept(
              files.iterator(),
              files.size(),
              part -> drafts.into(to, part, typed, other),
              cancel,
              counting(accepted, progress));
          return done;
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Done<String>(String sentence) -> counter.accepted(sentence, false);
            case Outcome.Failed<String>(Exception cause) -> failed(cause, accepted.get());
            case Outcome.Cancelled<String> _ -> stopped(accepted.get());
          }
        });
  }

  /** Files become typeless documents in the tray. */
  void toTray(List<Path> paths) {
    AtomicLong accepted = new AtomicLong();
    taking.start(
        (cancel, progress) -> {
          FileWalk.Found found = FileWalk.below(paths, cancel);
          intake.accept(
              found.files().stream().map(FileIntake::fileAt).iterator(),
              found.files().size(),
              drafts::intoTray,
              cancel,
              counting(accepted, progress));
          return found;
        },
        whenTaken(accepted, _ -> {}));
  }

  /** Files wait until it is known what they shall be in a container. */
  void askType(List<Path> paths, Location.Container to) {
    List<SourceFile> files = new ArrayList<>();
    taking.start(
        (cancel, progress) -> {
          FileWalk.Found found = FileWalk.below(paths, cancel);
          for (Path path : found.files()) {
            cancel.check();
            files.add(FileIntake.fileAt(path));
            progress.accept(new Progress(files.size(), found.files().size()));
          }
          return found;
        },
        whenTaken(
            new AtomicLong(),
            found -> {
              List<ObjectType> types = policy.typesFor(to, found.files());
              if (types.isEmpty()) {
                counter.failed(messages.get("drop.noTypeFits"));
              } else if (second.isNeeded() && isSelfEvident(types)) {
                insert(files, to, new TypedFields(types.getFirst().id(), Map.of()));
              } else {
                counter.askTypeOfFiles(files, to, types);
              }
            }));
  }

  /** There is nothing to ask: one type, of which nothing must be filled in. */
  static boolean isSelfEvident(List<ObjectType> types) {
    return types.size() == 1
        && types.getFirst().fields().stream().noneMatch(FieldDefinition::required);
  }

  private static Consumer<Progress> counting(AtomicLong accepted, Consumer<Progress> progress) {
    return now -> {
      accepted.set(now.done());
      progress.accept(now);
    };
  }

  private Consumer<Outcome<FileWalk.Found>> whenTaken(
      AtomicLong accepted, Consumer<FileWalk.Found> next) {
    return outcome -> {
      switch (outcome) {
        case Outcome.Done<FileWalk.Found>(FileWalk.Found found) -> {
          if (!found.skipped().isEmpty()) {
            counter.failed(
                messages.get("desk.skipped", found.skipped().size(), names(found.skipped())));
          } else if (found.files().isEmpty()) {
            counter.failed(messages.get("desk.nothing"));
          }
          if (!found.files().isEmpty()) {
            next.accept(found);
          }
        }
        case Outcome.Failed<FileWalk.Found>(Exception cause) -> failed(cause, accepted.get());
        case Outcome.Cancelled<FileWalk.Found> _ -> stopped(accepted.get());
      }
    };
  }

  private void failed(Exception cause, long accepted) {
    String why = failures.of(cause).text();
    counter.failed(accepted == 0 ? why : messages.get("desk.failedAfter", accepted, why));
  }

  private void stopped(long accepted) {
    counter.accepted(messages.get("desk.stopped", accepted), false);
  }

  private static String names(List<Path> paths) {
    return paths.stream()
        .limit(3)
        .map(path -> String.valueOf(path.getFileName()))
        .collect(Collectors.joining(", "));
  }
}
