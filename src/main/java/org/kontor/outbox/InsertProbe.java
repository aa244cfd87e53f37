package org.kontor.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * Looks on one shelf for what doubtful inserts may have made. Candidates are objects that were not
 * there before the attempt and that no other entry claims; their content decides, by digest, or
 * downloaded where the server tells none. A reference is told by what it refers to.
 */
final class InsertProbe {
  private final DmsServer server;
  private final FileDigests files;
  private final Ownership ownership;
  private final Map<ObjectId, DmsObject.Document> described = new HashMap<>();
  private final Map<ObjectId, List<String>> digests = new HashMap<>();
  private final Map<Operation.InsertReference, Set<ObjectId>> references = new HashMap<>();

  InsertProbe(DmsServer server, FileDigests files, Ownership ownership) {
    this.server = server;
    this.files = files;
    this.ownership = ownership;
  }

  /**
   * @param baselines by their number
   * @return for each entry what was found of it; several entries may be given the same object
   */
  Map<EntryId, Finding> look(Shelf shelf, List<Item> items, Map<Long, Baseline> baselines)
      throws DmsException, InterruptedException {
    Optional<Listing.Tail> listing = list(shelf, items, baselines);
    Map<EntryId, Finding> findings = new HashMap<>();
    for (Item item : items) {
      Optional<Tag> tag = Tag.of(server, item);
      Baseline baseline = baselines.get(item.attempt().baseline());
      Finding listed =
          listing.isEmpty()
              ? unseen("it cannot be looked through")
              : finding(
                  (Operation.NewObject) item.operation(), listing.get(), known(baseline), tag);
      findings.put(item.id(), tag.isPresent() ? first(tagged(item, tag.get()), listed) : listed);
    }
    return findings;
  }

  /**
   * What carries an entry's tag is surely its own. That nothing does proves nothing: the profile
   * may have got its field later.
   */
  private Set<ObjectId> tagged(Item item, Tag tag) throws DmsException, InterruptedException {
    Optional<TypeId> type = ((Operation.NewObject) item.operation()).namedType();
    return type.isEmpty()
        ? Set.of()
        : server.evidence().having(type.get(), tag.field(), tag.text());
  }

  /** The tagged ones before those alike, which are left when another entry has taken those. */
  private static Finding first(Set<ObjectId> tagged, Finding listed) {
    if (tagged.isEmpty()) {
      return listed;
    }
    Set<ObjectId> all = new LinkedHashSet<>(tagged);
    if (listed instanceof Finding.Found(var alike, var otherwise)) {
      all.addAll(alike);
      return new Finding.Found(List.copyOf(all), otherwise);
    }
    return new Finding.Found(List.copyOf(all), listed);
  }

  /** Empty: nothing is known of what was there before. */
  private static Optional<Set<ObjectId>> known(@Nullable Baseline baseline) {
    return Optional.ofNullable(baseline).filter(Baseline::readable).map(Baseline::objects);
  }

  private Optional<Listing.Tail> list(Shelf shelf, List<Item> items, Map<Long, Baseline> baselines)
      throws DmsException, InterruptedException {
    int from = Integer.MAX_VALUE;
    for (Item item : items) {
      Baseline baseline = baselines.get(item.attempt().baseline());
      from = Math.min(from, known(baseline).isPresent() && baseline != null ? baseline.from() : 0);
    }
    try {
      return new Listing(server).since(shelf, from);
    } catch (DmsException.NotFound | DmsException.NoRight _) {
      // The place is gone or closed to us: what may be in it cannot be seen.
      return Optional.empty();
    }
  }

  private Finding finding(
      Operation.NewObject made,
      Listing.Tail listing,
      Optional<Set<ObjectId>> known,
      Optional<Tag> tag)
      throws DmsException, InterruptedException {
    List<ObjectId> alike = new ArrayList<>();
    boolean unknowable = false;
    for (DmsObject listed : listing.objects()) {
      boolean wasThere = known.filter(before -> before.contains(listed.id())).isPresent();
      boolean anothers = tag.filter(mine -> mine.isNotOf(listed)).isPresent();
      if (wasThere || anothers || !ownership.isFree(listed.id())) {
        continue;
      }
      switch (compare(made, listed)) {
        case YES -> {
          // It may have come here by a change of ours: then it is nobody's trace.
          if (ownership.mayBeBrought(listed.id(), made.target())) {
            unknowable = true;
          } else {
            alike.add(listed.id());
          }
        }
        case CANNOT_TELL -> unknowable = true;
        case NO -> {}
      }
    }
    if (unknowable || (known.isEmpty() && !alike.isEmpty())) {
      return new Finding.Undecided(
          Problem.Cause.ALIKE, "something alike is there, but it cannot be compared");
    }
    Finding none = listing.whole() ? Finding.ABSENT : unseen("its listing may have been cut");
    return alike.isEmpty() ? none : new Finding.Found(alike, none);
  }

  /** It is not where it was looked for; but that does not say that it is not there. */
  private static Finding unseen(String why) {
    return new Finding.Undecided(Problem.Cause.NOT_ALL_SHOWN, why);
  }

  private enum Alike {
    YES,
    NO,
    CANNOT_TELL
  }

  private Alike compare(Operation.NewObject made, DmsObject listed)
      throws DmsException, InterruptedException {
    return switch (made) {
      case Operation.Insert insert -> compare(insert, listed);
      case Operation.InsertReference reference ->
          reference.namedType().equals(InsertMatch.typeOf(listed))
                  && references(reference).contains(listed.id())
              ? Alike.YES
              : Alike.NO;
    };
  }

  private Set<ObjectId> references(Operation.InsertReference reference)
      throws DmsException, InterruptedException {
    Set<ObjectId> known = references.get(reference);
    if (known == null) {
      known = server.evidence().references(reference.original(), reference.type());
      references.put(reference, known);
    }
    return known;
  }

  private Alike compare(Operation.Insert insert, DmsObject listed)
      throws DmsException, InterruptedException {
    boolean typed = insert.type().isPresent();
    if (typed && !insert.type().equals(InsertMatch.typeOf(listed))) {
      return Alike.NO;
    }
    if (insert.files().isEmpty()) {
      return !InsertMatch.contents(listed).isEmpty()
              || InsertMatch.difference(insert, listed).isPresent()
          ? Alike.NO
          : Alike.YES;
    }
    if (!(listed instanceof DmsObject.Document document)) {
      return Alike.NO;
    }
    Optional<DmsObject.Document> object = describe(document);
    if (object.isEmpty() || !InsertMatch.sameLengths(insert, object.get())) {
      return Alike.NO;
    }
    // Fields do not count against it: the content is the same, and it was not there before.
    return sameContent(insert, object.get());
  }

  /** The object with its files' facts; listings may leave them out. */
  private Optional<DmsObject.Document> describe(DmsObject.Document listed)
      throws DmsException, InterruptedException {
    if (!InsertMatch.contents(listed).isEmpty()) {
      return Optional.of(listed);
    }
    DmsObject.Document known = described.get(listed.id());
    if (known == null) {
      try {
        if (!(server.object(listed.id()) instanceof DmsObject.Document document)) {
          return Optional.empty();
        }
        known = document;
      } catch (DmsException.NotFound _) {
        return Optional.empty();
      }
      described.put(listed.id(), known);
    }
    return Optional.of(known);
  }

  private Alike sameContent(Operation.Insert insert, DmsObject.Document object)
      throws DmsException, InterruptedException {
    List<String> held = digests.get(object.id());
    if (held == null) {
      try {
        held = digestsOf(object);
      } catch (DmsException.NotFound | DmsException.NotOffered | DmsException.NoRight _) {
        // A file that is listed and cannot be had: it may well be the one.
        return Alike.CANNOT_TELL;
      }
      digests.put(object.id(), held);
    }
    for (int i = 0; i < held.size(); i++) {
      SourceFile file = insert.files().get(i);
      Optional<String> local = files.of(file);
      if (local.isEmpty()) {
        return Alike.CANNOT_TELL;
      }
      if (!local.get().equals(held.get(i))) {
        return Alike.NO;
      }
    }
    return Alike.YES;
  }

  private List<String> digestsOf(DmsObject.Document document)
      throws DmsException, InterruptedException {
    List<String> all = new ArrayList<>();
    for (ContentInfo info : document.contents()) {
      all.add(new HeldFiles(server).digest(document, info));
    }
    return all;
  }
}
