package org.kontor.rillsoft;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WaitingFiles;
import org.kontor.dms.WriteResult;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;

/**
 * The tray of this computer, in the place of one that the server does not have (reference 6.5):
 * files wait here until they are given project, element and folder. The outbox carries out what is
 * done to it, as on a server.
 */
final class LocalTray implements WaitingFiles {
  /** So long something deleted can be brought back. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final TrayFolder folder;
  private final Map<String, WaitingFile> known = new HashMap<>();
  private boolean open;

  LocalTray(Path folder) {
    this.folder = new TrayFolder(folder);
  }

  // What lies in it

  /** Oldest first. */
  Page<DmsObject.Document> page(PageRequest page) throws DmsException {
    List<WaitingFile> waiting =
        all().stream()
            .filter(file -> file.state() == WaitingFile.State.WAITING)
            .sorted(Comparator.comparing(WaitingFile::received).thenComparing(WaitingFile::key))
            .toList();
    List<DmsObject.Document> part =
        waiting.stream().skip(page.skip()).limit(page.size()).map(WaitingFile::document).toList();
    return new Page<>(part, page.skip() + part.size() < waiting.size(), waiting.size());
  }

  DmsObject.Document document(ObjectId id) throws DmsException {
    return waiting(id).document();
  }

  Content content(ObjectId id) throws DmsException {
    WaitingFile file = waiting(id);
    try {
      return new Content(
          Channels.newInputStream(
              FileChannel.open(folder.bytes(file.key()), StandardOpenOption.READ)),
          OptionalLong.of(file.length()),
          file.mimeType(),
          file.fileName());
    } catch (IOException unreadable) {
      throw new DmsException.FileUnusable(file.fileName(), unreadable);
    }
  }

  Evidence.Presence presence(ObjectId id) throws DmsException {
    return find(id)
        .map(
            file ->
                switch (file.state()) {
                  case WAITING -> Evidence.Presence.PRESENT;
                  case DELETED -> Evidence.Presence.IN_BIN;
                  case LEAVING -> Evidence.Presence.NOWHERE;
                })
        .orElse(Evidence.Presence.NOWHERE);
  }

  // What the outbox carries out

  /** Takes a file in; it is durable when this returns. */
  WriteResult take(Operation.Insert insert, SendProgress progress)
      throws DmsException, InterruptedException {
    if (insert.files().size() != 1) {
      throw new DmsException.NotOffered("a document that has not exactly one file");
    }
    SourceFile file = insert.files().getFirst();
    FileKinds.check(file);
    String key = UUID.randomUUID().toString();
    try {
      openFolder();
      String sha256 = folder.copy(file, key, progress::sent);
      progress.sentWhole(file, sha256);
      Map<String, FieldValue> fields = new HashMap<>(insert.fields());
      if (insert.type().isPresent()) {
        fields.putIfAbsent(Definition.NAME, FieldValue.of(file.name()));
      }
      Instant now = Instant.now();
      WaitingFile taken =
          new WaitingFile(
              key,
              file.name(),
              file.mimeType(),
              file.length(),
              sha256,
              file.modifiedMillis(),
              now,
              insert.type(),
              Map.copyOf(fields),
              WaitingFile.State.WAITING,
              now,
              OptionalLong.empty());
      keep(taken);
      return new WriteResult.Accepted(taken.id(), insert.type());
    } catch (TrayFolder.Unreadable unreadable) {
      throw new DmsException.FileUnusable(file.name(), unreadable);
    } catch (ClosedByInterruptException cut) {
      throw interrupted(cut);
    } catch (IOException full) {
      throw notWritten(full);
    }
  }

  /** Says what it shall be. */
  WriteResult describe(Operation.OnTyped change, Map<String, FieldValue> fields)
      throws DmsException, InterruptedException {
    return change(change, file -> file.with(Optional.of(change.type()), fields));
  }

  /** Until {@link #restore}, or for good. */
  WriteResult delete(Operation.DeleteObject deletion) throws DmsException, InterruptedException {
    if (!deletion.forGood()) {
      return change(deletion, file -> file.in(WaitingFile.State.DELETED, Instant.now()));
    }
    try {
      remove(WaitingFile.key(deletion.object()));
      return new WriteResult.Accepted(deletion.object(), deletion.namedType());
    } catch (IOException failure) {
      throw notWritten(failure);
    }
  }

  WriteResult restore(Operation.RestoreObject restoring) throws DmsException, InterruptedException {
    return change(restoring, file -> file.in(WaitingFile.State.WAITING, Instant.now()));
  }

  private WriteResult change(Operation.OnObject change, UnaryOperator<WaitingFile> how)
      throws DmsException, InterruptedException {
    WaitingFile file =
        find(change.object()).orElseThrow(() -> new DmsException.NotFound("not in the tray"));
    try {
      keep(how.apply(file));
    } catch (ClosedByInterruptException cut) {
      throw interrupted(cut);
    } catch (IOException full) {
      throw notWritten(full);
    }
    return new WriteResult.Accepted(change.object(), change.namedType());
  }

  // On the way to the server

  @Override
  public boolean holds(ObjectId document) {
    return WaitingFile.isIdOfOne(document);
  }

  @Override
  public SourceFile file(ObjectId document) throws DmsException.NotFound {
    return source(waiting(document));
  }

  @Override
  public List<Departure> departures() {
    try {
      return all().stream()
          .filter(file -> file.state() == WaitingFile.State.LEAVING)
          .sorted(Comparator.comparing(WaitingFile::since).thenComparing(WaitingFile::key))
          .map(file -> new Departure(file.id(), source(file), file.since(), file.entry()))
          .toList();
    } catch (DmsException unreadable) {
      return List.of();
    }
  }

  @Override
  public void leave(List<ObjectId> documents) throws IOException {
    Instant now = Instant.now();
    for (ObjectId document : documents) {
      note(document, file -> file.in(WaitingFile.State.LEAVING, now));
    }
  }

  @Override
  public void carriedBy(ObjectId document, long entry) throws IOException {
    note(document, file -> file.carriedBy(entry));
  }

  @Override
  public void comeBack(ObjectId document) throws IOException {
    note(document, file -> file.in(WaitingFile.State.WAITING, Instant.now()));
  }

  @Override
  public void arrived(ObjectId document) throws IOException {
    remove(WaitingFile.key(document));
  }

  private void note(ObjectId document, UnaryOperator<WaitingFile> how) throws IOException {
    try {
      Optional<WaitingFile> file = find(document);
      if (file.isPresent()) {
        keep(how.apply(file.get()));
      }
    } catch (DmsException unreadable) {
      throw new IOException(unreadable);
    }
  }

  private SourceFile source(WaitingFile file) {
    return new SourceFile(
        folder.bytes(file.key()),
        file.fileName(),
        file.mimeType(),
        file.length(),
        Optional.of(file.sha256()),
        file.modifiedMillis());
  }

  // The disk

  private WaitingFile waiting(ObjectId id) throws DmsException.NotFound {
    Optional<WaitingFile> found;
    try {
      found = find(id);
    } catch (DmsException unreadable) {
      throw new DmsException.NotFound("the tray cannot be read: " + unreadable.getMessage());
    }
    return found
        .filter(file -> file.state() == WaitingFile.State.WAITING)
        .orElseThrow(() -> new DmsException.NotFound("not in the tray: " + id));
  }

  private Optional<WaitingFile> find(ObjectId id) throws DmsException {
    String key = WaitingFile.key(id);
    return all().stream().filter(file -> file.key().equals(key)).findFirst();
  }

  /** Also what another start of the program put there. */
  private Collection<WaitingFile> all() throws DmsException {
    try {
      openFolder();
      Set<String> there = folder.keys();
      synchronized (known) {
        known.keySet().retainAll(there);
        for (String key : there) {
          if (!known.containsKey(key)) {
            read(key).ifPresent(file -> known.put(key, file));
          }
        }
        return List.copyOf(known.values());
      }
    } catch (IOException unreadable) {
      throw new DmsException.ServerFailed("the tray of this computer: " + unreadable.getMessage());
    }
  }

  /** Damaged facts hide no other file. */
  private Optional<WaitingFile> read(String key) throws IOException {
    try {
      return Optional.of(WaitingFile.of(key, folder.facts(key)));
    } catch (IllegalArgumentException damaged) {
      System.getLogger(LocalTray.class.getName())
          .log(System.Logger.Level.WARNING, "Facts of a file in the tray are damaged", damaged);
      return Optional.empty();
    }
  }

  private void openFolder() throws IOException {
    synchronized (known) {
      if (open) {
        return;
      }
      folder.open();
      open = true;
      for (String key : folder.keys()) {
        Optional<WaitingFile> file = read(key);
        if (file.isPresent()
            && file.get().state() == WaitingFile.State.DELETED
            && file.get().since().plus(KEPT).isBefore(Instant.now())) {
          folder.delete(key);
        }
      }
    }
  }

  private void keep(WaitingFile file) throws IOException {
    synchronized (known) {
      folder.write(file.key(), file.json());
      known.put(file.key(), file);
    }
  }

  private void remove(String key) throws IOException {
    synchronized (known) {
      folder.delete(key);
      known.remove(key);
    }
  }

  private static DmsException notWritten(IOException full) {
    return new DmsException.Busy("the tray of this computer: " + full, Optional.empty());
  }

  private static InterruptedException interrupted(IOException cut) {
    InterruptedException interrupted = new InterruptedException("cut while a file was taken in");
    interrupted.initCause(cut);
    return interrupted;
  }
}
