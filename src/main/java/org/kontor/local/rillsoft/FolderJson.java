package org.kontor.local.rillsoft;

import java.util.List;
import java.util.Optional;
import org.kontor.local.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How DMS folders look as JSON: flat, nested or as a nested set (reference 3.6, G3). */
final class FolderJson {
  private final List<Folder> folders;
  private final JsonForm form;

  FolderJson(List<Folder> folders, JsonForm form) {
    this.folders = folders;
    this.form = form;
  }

  List<Folder> roots() {
    return folders.stream().filter(folder -> folder.parent().isEmpty()).toList();
  }

  private List<Folder> below(Folder parent) {
    return folders.stream()
        .filter(folder -> folder.parent().filter(id -> id == parent.id()).isPresent())
        .toList();
  }

  ObjectNode flat(Folder folder) {
    ObjectNode json = one(folder);
    folder.parent().ifPresent(parent -> json.put(form.name("parentId", "parentFolderId"), parent));
    return json;
  }

  ObjectNode nested(Folder folder) {
    ObjectNode json = one(folder);
    ArrayNode children = json.putArray("children");
    below(folder).forEach(child -> children.add(nested(child)));
    return json;
  }

  ObjectNode nestedSet(Folder folder) {
    ObjectNode json = one(folder);
    int left = left(folder);
    json.put("left", left);
    json.put("right", left + 2 * size(folder) - 1);
    return json;
  }

  private ObjectNode one(Folder folder) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put(form.name("id", "folderId"), folder.id());
    json.put("name", folder.name());
    return json;
  }

  private int size(Folder folder) {
    return 1 + below(folder).stream().mapToInt(this::size).sum();
  }

  /** One more than its parent's or than the right of the sibling before it. */
  private int left(Folder folder) {
    List<Folder> siblings =
        folder.parent().flatMap(this::byId).map(this::below).orElseGet(this::roots);
    int left = folder.parent().flatMap(this::byId).map(this::left).orElse(0) + 1;
    for (Folder sibling : siblings) {
      if (sibling.id() == folder.id()) {
        break;
      }
      left += 2 * size(sibling);
    }
    return left;
  }

  private Optional<Folder> byId(long id) {
    return folders.stream().filter(folder -> folder.id() == id).findFirst();
  }
}
