package org.kontor.enaio;

import org.kontor.dms.DmsException;
import org.kontor.dms.Rendition;
import org.kontor.http.Download;
import org.kontor.http.Resource;
import org.kontor.model.ObjectId;

/** Text, PDF and thumbnails that the server makes (reference 3.7). */
final class Renditions {
  private final EnaioReads reads;
  private final Service service;

  Renditions(EnaioReads reads, Service service) {
    this.reads = reads;
    this.service = service;
  }

  Rendition text(ObjectId id) throws DmsException, InterruptedException {
    return rendition(Resource.of("objects", id.value(), "contents", "renditions", "text"));
  }

  Rendition pdf(ObjectId id) throws DmsException, InterruptedException {
    return rendition(Resource.of("objects", id.value(), "contents", "renditions", "pdf"));
  }

  Rendition thumbnail(ObjectId id, int index, int size) throws DmsException, InterruptedException {
    return rendition(
        Resource.of(
                "objects", id.value(), "contents", "renditions", "thumbnail", String.valueOf(index))
            .with("size", String.valueOf(size)));
  }

  private Rendition rendition(Resource resource) throws DmsException, InterruptedException {
    if (!service.has(Ability.RENDITIONS)) {
      return new Rendition.Impossible();
    }
    Download download = reads.opened(resource);
    return switch (download.status()) {
      case 200 -> new Rendition.Ready(Contents.content(download));
      case 404 -> ended(download, new Rendition.NotYet());
      case 400, 415, 422 -> ended(download, new Rendition.Impossible());
      case 405, 501 -> {
        service.lacks(Ability.RENDITIONS);
        yield ended(download, new Rendition.Impossible());
      }
      default -> throw EnaioReads.failure(download.toAnswer());
    };
  }

  /** What is said beside the status does not matter, but has to be read or cut. */
  private static Rendition ended(Download download, Rendition outcome) {
    download.toAnswer();
    return outcome;
  }
}
