package org.kontor.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;

/**
 * Replacing all files, and inserting, replacing and removing one: done when the server holds the
 * files that come out of it, told by digest, downloaded where the server tells none; not done while
 * it holds those that the person saw.
 */
record ContentKind(Operation.ContentChange change) implements ChangeKind {

  /** One file that should be there: ours, or one that was there before. */
  private sealed interface Part {
    record Ours(SourceFile file) implements Part {}

    record Kept(ContentInfo info) implements Part {}
  }

  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    if (!(sight.object() instanceof DmsObject.Document document)) {
      return new Finding.Undecided("it is no document");
    }
    Optional<Boolean> after = match(after(), document, sight);
    if (after.isEmpty()) {
      return new Finding.Undecided("the file here is no longer what was accepted");
    }
    if (after.get()) {
      return sight.found();
    }
    List<Part> before = kept(change.before());
    return match(before, document, sight).orElse(false)
        ? Finding.ABSENT
        : new Finding.Undecided("its files are others than were seen");
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return change.namedType().isPresent()
        ? Undo.byVersion(change.object(), change.namedType().get(), receipt)
        : new Undo.Impossible(Undo.Reason.NO_FORMER_VERSION);
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return made.namedType().equals(change.namedType());
  }

  @Override
  public boolean looksFirst() {
    return true;
  }

  /** With the version that holds the files before, where the server keeps one. */
  @Override
  public Receipt receipt(Sight sight) throws DmsException, InterruptedException {
    Receipt receipt = sight.receipt();
    if (change.namedType().isEmpty()) {
      return receipt;
    }
    List<ObjectVersion> versions = sight.formerVersions();
    return versions.isEmpty() || !versions.getLast().content()
        ? receipt
        : receipt.replacing(versions.getLast().id());
  }

  private List<Part> after() {
    List<Part> parts = new ArrayList<>();
    if (!(change instanceof Operation.ReplaceContent)) {
      parts.addAll(kept(change.before()));
    }
    switch (change) {
      case Operation.ReplaceContent whole ->
          whole.files().forEach(file -> parts.add(new Part.Ours(file)));
      case Operation.InsertPage page -> parts.add(page.index() - 1, new Part.Ours(page.file()));
      case Operation.ReplacePage page -> parts.set(page.index() - 1, new Part.Ours(page.file()));
      case Operation.RemovePage page -> parts.remove(page.index() - 1);
    }
    return parts;
  }

  private static List<Part> kept(List<ContentInfo> infos) {
    return infos.stream().<Part>map(Part.Kept::new).toList();
  }

  /** Empty when it cannot be told, since a file of ours has changed. */
  private static Optional<Boolean> match(List<Part> parts, DmsObject.Document document, Sight sight)
      throws DmsException, InterruptedException {
    List<ContentInfo> held = document.contents();
    if (held.isEmpty() && parts.stream().allMatch(part -> length(part) == 0)) {
      // An empty file may be held as none.
      return Optional.of(true);
    }
    if (held.size() != parts.size()) {
      return Optional.of(false);
    }
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i).length() != length(parts.get(i))) {
        return Optional.of(false);
      }
    }
    for (int i = 0; i < held.size(); i++) {
      Optional<Boolean> same = same(parts.get(i), held.get(i), document, sight);
      if (!same.orElse(false)) {
        return same;
      }
    }
    return Optional.of(true);
  }

  private static Optional<Boolean> same(
      Part part, ContentInfo held, DmsObject.Document document, Sight sight)
      throws DmsException, InterruptedException {
    return switch (part) {
      case Part.Ours(SourceFile file) -> {
        Optional<String> local = sight.localDigest(file);
        yield local.isEmpty()
            ? Optional.empty()
            : Optional.of(local.get().equals(sight.heldDigest(document, held)));
      }
      case Part.Kept(ContentInfo info) ->
          Optional.of(
              info.sha256().isEmpty()
                  || held.sha256().isEmpty()
                  || info.sha256().get().equalsIgnoreCase(held.sha256().get()));
    };
  }

  private static long length(Part part) {
    return switch (part) {
      case Part.Ours(SourceFile file) -> file.length();
      case Part.Kept(ContentInfo info) -> info.length();
    };
  }
}
