package org.kontor.local.enaio;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.text.Message;

/** DELETE /objects/{id} and the recycle bin (reference 3.5, 3.6). */
final class DeleteEndpoints {
  private static final String HARD = "HARDDELETE";
  private static final String CASCADING = "DELETECASCADING";

  private final Archive archive;

  DeleteEndpoints(Archive archive) {
    this.archive = archive;
  }

  Response delete(Request request) throws HttpFailure {
    Set<String> options = options(request);
    boolean hard = request.flag("hardDelete", false) || options.contains(HARD);
    boolean cascade = request.flag("cascadeDelete", false) || options.contains(CASCADING);
    return delete(request, hard, cascade, request.query().getOrDefault("location", ""));
  }

  /** Deletes for good, with everything in it. */
  Response trash(Request request) throws HttpFailure {
    return delete(request, true, true, "");
  }

  private Response delete(Request request, boolean hard, boolean cascade, String location)
      throws HttpFailure {
    return Reach.write(
        archive,
        request,
        reach -> {
          new Deletion(archive, reach, hard, cascade).run(request.segment("id"), location);
          return Response.empty(204);
        });
  }

  /** Out of the recycle bin to the old place, else into the tray. */
  Response restore(Request request) throws HttpFailure {
    boolean all = request.flag("restoreAll", false);
    Restoration.Landed landed =
        Reach.write(
            archive,
            request,
            reach -> new Restoration(archive, reach).run(request.segment("id"), all));
    return Reach.read(
        archive,
        request,
        reach -> {
          ResultWriter result = new ResultWriter(archive, reach.session(), reach.caller());
          result.restored(landed.id(), landed.parent());
          return Response.json(200, result.finish(List.of(), request.locale()));
        });
  }

  private static Set<String> options(Request request) throws HttpFailure {
    Set<String> options = new HashSet<>();
    for (String name : Arrays.asList(request.query().getOrDefault("options", "").split(","))) {
      String option = name.strip();
      if (!option.isEmpty() && !option.equals(HARD) && !option.equals(CASCADING)) {
        throw new HttpFailure(400, Message.of("entry.option", option));
      }
      options.add(option);
    }
    return options;
  }
}
