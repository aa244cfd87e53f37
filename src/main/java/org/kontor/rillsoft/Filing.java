package org.kontor.rillsoft;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The DMS folders of one client, in their order; one tree for all projects (reference 2.6). */
final class Filing {
  private final long client;
  private final Map<Long, Folder> folders = new LinkedHashMap<>();

  /**
   * A DMS folder.
   *
   * @param around number of the folder around it; empty at the top
   */
  record Folder(Key.Folder key, OptionalLong around, String name) {}

  private Filing(long client) {
    this.client = client;
  }

  /** A tree, a list in which each folder names the one around it, or a nested set. */
  static Filing of(long client, List<Told> told) {
    Filing filing = new Filing(client);
    told.forEach(entry -> filing.add(entry, OptionalLong.empty()));
    filing.nest(told);
    return filing;
  }

  private void nest(List<Told> told) {
    for (Told inner : told) {
      OptionalLong id = inner.number(Point.FOLDER_ID);
      if (id.isPresent()
          && inner.number(Point.FOLDER_PARENT).isEmpty()
          && inner.number(Point.FOLDER_LEFT).isPresent()) {
        told.stream()
            .filter(outer -> holds(outer, inner))
            .max(Comparator.comparingLong(outer -> outer.number(Point.FOLDER_LEFT).orElse(0)))
            .ifPresent(
                outer ->
                    put(
                        id.getAsLong(),
                        outer.number(Point.FOLDER_ID),
                        inner.text(Point.FOLDER_NAME).orElse("? " + id.getAsLong())));
      }
    }
  }

  private static boolean holds(Told outer, Told inner) {
    return outer.number(Point.FOLDER_LEFT).isPresent()
        && outer.number(Point.FOLDER_LEFT).getAsLong()
            < inner.number(Point.FOLDER_LEFT).orElse(Long.MIN_VALUE)
        && outer.number(Point.FOLDER_RIGHT).orElse(Long.MIN_VALUE)
            > inner.number(Point.FOLDER_RIGHT).orElse(Long.MAX_VALUE);
  }

  private void add(Told told, OptionalLong around) {
    OptionalLong id = told.number(Point.FOLDER_ID);
    if (id.isPresent() && !folders.containsKey(id.getAsLong())) {
      put(
          id.getAsLong(),
          around.isPresent() ? around : told.number(Point.FOLDER_PARENT),
          told.text(Point.FOLDER_NAME).orElse("? " + id.getAsLong()));
      told.children(Point.FOLDER_CHILDREN).forEach(child -> add(child, id));
    }
  }

  private void put(long id, OptionalLong around, String name) {
    folders.put(id, new Folder(new Key.Folder(client, id), around, name));
  }

  /** With a folder for all that documents lie in and that this person may not see. */
  Filing with(List<Doc> documents) {
    Filing whole = new Filing(client);
    whole.folders.putAll(folders);
    for (Doc document : documents) {
      if (document.folder().isPresent()
          && !whole.folders.containsKey(document.folder().getAsLong())) {
        long id = document.folder().getAsLong();
        whole.put(id, OptionalLong.empty(), "? " + id);
      }
    }
    return whole;
  }

  List<Folder> all() {
    return List.copyOf(folders.values());
  }

  Optional<Folder> folder(long id) {
    return Optional.ofNullable(folders.get(id));
  }

  /** Whether a folder stands at the top, also because the one around it is not to be seen. */
  boolean isAtTop(Folder folder) {
    return folder.around().isEmpty()
        || folder.around().getAsLong() == folder.key().folder()
        || !folders.containsKey(folder.around().getAsLong());
  }

  List<Folder> top() {
    return folders.values().stream().filter(this::isAtTop).toList();
  }

  List<Folder> inside(long id) {
    return folders.values().stream()
        .filter(folder -> !isAtTop(folder) && folder.around().equals(OptionalLong.of(id)))
        .toList();
  }
}
