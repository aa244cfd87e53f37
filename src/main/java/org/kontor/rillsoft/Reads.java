package org.kontor.rillsoft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.kontor.dms.DmsException;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** What is in what, and where something lies: all of it picked out of the server's lists. */
final class Reads {
  private final Archive archive;

  Reads(Archive archive) {
    this.archive = archive;
  }

  Page<DmsObject.Container> folders(TypeId type, PageRequest page)
      throws DmsException, InterruptedException {
    long client =
        Definition.client(type).orElseThrow(() -> new DmsException.NotFound("no type " + type));
    if (type.equals(Definition.folder(client))) {
      return page(archive.filing(client).top(), page, folder -> Objects.of(folder, true));
    }
    if (type.equals(Definition.project(client))) {
      return page(archive.projects(client, Kept.NEW), page, Objects::of);
    }
    throw new DmsException.NotFound("no folders of the type " + type);
  }

  Page<DmsObject.Container> registers(ObjectId id, PageRequest page)
      throws DmsException, InterruptedException {
    return switch (key(id)) {
      case Key.Project project ->
          page(archive.plan(project).inside(Optional.empty()), page, Objects::of);
      case Key.Element element ->
          page(
              archive.plan(project(element)).inside(Optional.of(element.uuid())),
              page,
              Objects::of);
      case Key.Folder folder ->
          page(
              archive.filing(folder.client()).inside(folder.folder()),
              page,
              inner -> Objects.of(inner, false));
      case Key.Document _ -> throw new DmsException.NotFound("a document holds nothing");
    };
  }

  Page<DmsObject.Document> documents(ObjectId id, PageRequest page)
      throws DmsException, InterruptedException {
    List<Doc> inside = new ArrayList<>();
    Key key = key(id);
    Optional<Project> project =
        key instanceof Key.Project one ? Optional.of(archive.project(one)) : Optional.empty();
    Documents documents = archive.documents(key.client());
    for (Doc doc : documents.all()) {
      boolean isInside =
          switch (key) {
            case Key.Project one ->
                doc.key().project() == one.project()
                    && (doc.element().isEmpty()
                        || project.filter(it -> it.hasUuid(doc.element())).isPresent());
            case Key.Element element ->
                doc.key().project() == element.project()
                    && doc.element().equalsIgnoreCase(element.uuid());
            case Key.Folder folder -> doc.folder().equals(OptionalLong.of(folder.folder()));
            case Key.Document _ -> false;
          };
      if (isInside) {
        inside.add(doc);
      }
    }
    Page<DmsObject.Document> part = page(inside, page, Objects::of);
    return new Page<>(part.items(), part.more(), part.totalAtLeast(), documents.mayBeCut());
  }

  DmsObject object(ObjectId id) throws DmsException, InterruptedException {
    return switch (key(id)) {
      case Key.Document document -> Objects.of(archive.document(document));
      case Key.Project project -> Objects.of(archive.project(project));
      case Key.Element element -> Objects.of(element(element));
      case Key.Folder folder -> {
        Filing filing = archive.filing(folder.client());
        Filing.Folder found = folder(filing, folder.folder());
        yield Objects.of(found, filing.isAtTop(found));
      }
    };
  }

  List<Location> locations(ObjectId id) throws DmsException, InterruptedException {
    return switch (key(id)) {
      case Key.Document document -> ofDocument(archive.document(document));
      case Key.Project project -> List.of(new Location.Top(Definition.project(project.client())));
      case Key.Element element -> List.of(around(element(element)));
      case Key.Folder folder -> {
        Filing filing = archive.filing(folder.client());
        Filing.Folder found = folder(filing, folder.folder());
        yield List.of(
            filing.isAtTop(found)
                ? new Location.Top(Definition.folder(folder.client()))
                : place(filing, found.around().orElseThrow()));
      }
    };
  }

  /** Its element first, then its DMS folder. */
  private List<Location> ofDocument(Doc doc) throws DmsException, InterruptedException {
    List<Location> places = new ArrayList<>();
    Key.Project key = new Key.Project(doc.key().client(), doc.key().project());
    Project project = archive.project(key);
    if (doc.element().isEmpty() || project.hasUuid(doc.element())) {
      places.add(Objects.of(project).inside());
    } else {
      places.add(
          Objects.of(element(new Key.Element(key.client(), key.project(), doc.element())))
              .inside());
    }
    if (doc.folder().isPresent()) {
      places.add(place(archive.filing(key.client()), doc.folder().getAsLong()));
    }
    return places;
  }

  private Location around(Element element) throws DmsException, InterruptedException {
    Key.Project project = project(element.key());
    return element.around().isPresent()
        ? Objects.of(
                element(
                    new Key.Element(project.client(), project.project(), element.around().get())))
            .inside()
        : Objects.of(archive.project(project)).inside();
  }

  private static Location.Container place(Filing filing, long id) throws DmsException.NotFound {
    Filing.Folder folder = folder(filing, id);
    return Objects.of(folder, filing.isAtTop(folder)).inside();
  }

  private static Filing.Folder folder(Filing filing, long id) throws DmsException.NotFound {
    return filing.folder(id).orElseThrow(() -> new DmsException.NotFound("no DMS folder " + id));
  }

  private Element element(Key.Element key) throws DmsException, InterruptedException {
    return archive
        .plan(project(key))
        .element(key.uuid())
        .orElseThrow(() -> new DmsException.NotFound("no element " + key.uuid()));
  }

  private static Key.Project project(Key.Element element) {
    return new Key.Project(element.client(), element.project());
  }

  static Key key(ObjectId id) throws DmsException.NotFound {
    return Key.of(id).orElseThrow(() -> new DmsException.NotFound("no object " + id));
  }

  static Key.Document document(ObjectId id) throws DmsException.NotFound {
    if (key(id) instanceof Key.Document document) {
      return document;
    }
    throw new DmsException.NotFound("no document " + id);
  }

  private static <A, B> Page<B> page(List<A> all, PageRequest page, Function<A, B> object) {
    List<B> part = all.stream().skip(page.skip()).limit(page.size()).map(object).toList();
    return new Page<>(part, page.skip() + part.size() < all.size(), all.size());
  }

  /** As the server names it in a path. */
  static String text(long number) {
    return String.format(Locale.ROOT, "%d", number);
  }
}
