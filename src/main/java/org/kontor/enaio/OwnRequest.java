package org.kontor.enaio;

import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.http.RequestBody;
import org.kontor.http.Resource;

/**
 * The request of an operation that does not go by POST /objects.
 *
 * @param body empty where method and resource say all
 */
record OwnRequest(String method, Resource resource, Optional<RequestBody> body) {
  private static final String MINIMAL = "minimalResponse";
  private static final String YES = "true";

  /** Empty for an operation that is an entry of a POST /objects. */
  static Optional<OwnRequest> of(Operation operation) {
    return switch (operation) {
      case Operation.RemoveLocation removed ->
          bare("DELETE", object(removed).with("location", removed.at().id().value()));
      case Operation.DeleteObject deleted -> bare("DELETE", deletion(deleted));
      case Operation.EmptyFromBin emptied -> bare("DELETE", object(emptied, "actions", "trash"));
      case Operation.RestoreObject restored ->
          bare(
              "POST",
              object(restored, "actions", "trash", "restore")
                  .with("restoreAll", String.valueOf(restored.withContents())));
      case Operation.Lock lock -> bare("PATCH", object(lock, "contents", "native", "lock"));
      case Operation.Unlock unlock -> bare("PATCH", object(unlock, "contents", "native", "unlock"));
      case Operation.RestoreVersion version ->
          bare(
              "POST",
              object(version, "versions", version.version().value(), "actions", "restore")
                  .with(MINIMAL, YES));
      case Operation.ReplaceContent content -> Optional.of(content(content));
      case Operation.InsertPage page -> file("PUT", page, page.file());
      case Operation.ReplacePage page -> file("POST", page, page.file());
      case Operation.RemovePage page -> bare("DELETE", page(page));
      case Operation.NewObject _,
          Operation.AssignType _,
          Operation.FileAway _,
          Operation.Move _,
          Operation.MoveAndUpdate _,
          Operation.AddLocation _,
          Operation.UpdateFields _,
          Operation.SetRetention _,
          Operation.ReleaseForArchiving _ ->
          Optional.empty();
    };
  }

  private static Resource deletion(Operation.DeleteObject deleted) {
    Resource resource = object(deleted);
    if (deleted.withContents()) {
      resource = resource.with("cascadeDelete", YES);
    }
    return deleted.forGood() ? resource.with("hardDelete", YES) : resource;
  }

  /** One file replaces all there are; for several the other form is needed (reference 3.7). */
  private static OwnRequest content(Operation.ReplaceContent content) {
    return content.files().size() == 1
        ? new OwnRequest(
            "POST",
            object(content, "contents", "file"),
            Optional.of(body(content.files().getFirst())))
        : new OwnRequest(
            "POST",
            object(content).with(MINIMAL, YES),
            Optional.of(OperationWriter.content(content)));
  }

  private static Optional<OwnRequest> file(
      String method, Operation.PageChange page, SourceFile file) {
    return Optional.of(new OwnRequest(method, page(page), Optional.of(body(file))));
  }

  private static RequestBody body(SourceFile file) {
    return RequestBody.file(OperationWriter.part(OperationWriter.partName(1), file));
  }

  private static Resource page(Operation.PageChange page) {
    return object(page, "contents", "file", String.valueOf(page.index()));
  }

  private static Optional<OwnRequest> bare(String method, Resource resource) {
    return Optional.of(new OwnRequest(method, resource, Optional.empty()));
  }

  private static Resource object(Operation.OnObject operation, String... below) {
    String[] segments = new String[below.length + 2];
    segments[0] = "objects";
    segments[1] = operation.object().value();
    System.arraycopy(below, 0, segments, 2, below.length);
    return Resource.of(segments);
  }
}
