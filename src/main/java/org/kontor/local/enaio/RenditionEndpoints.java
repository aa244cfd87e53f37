package org.kontor.local.enaio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.kontor.local.http.Body;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Request;
import org.kontor.local.http.Response;
import org.kontor.local.rendition.ImagePdf;
import org.kontor.local.rendition.Rendering;
import org.kontor.local.store.ContentTable;
import org.kontor.local.store.StoredContent;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/**
 * Text, thumbnail and PDF of a document's file (reference 3.7). One is made at a time, so that
 * memory stays bounded; who asks for a thumbnail while another form is made is told to come again.
 * Errors have no body.
 */
final class RenditionEndpoints {
  private static final System.Logger LOG = System.getLogger(RenditionEndpoints.class.getName());
  private static final int NOT_READY = 404;
  private static final int IMPOSSIBLE = 422;
  private static final int USUAL_SIZE = 96;
  private static final int LARGEST_SIZE = 2048;

  private final Archive archive;
  private final Downloads downloads;
  private final Semaphore oneAtATime;

  RenditionEndpoints(Archive archive) {
    this(archive, new Semaphore(1));
  }

  /** With the permit that each rendition needs while it is made. */
  RenditionEndpoints(Archive archive, Semaphore oneAtATime) {
    this.archive = archive;
    this.downloads = new Downloads(archive.contents());
    this.oneAtATime = oneAtATime;
  }

  /** Makes another form of a file. */
  @FunctionalInterface
  private interface Form {
    Optional<byte[]> of(InputStream in, String mimeType) throws IOException;
  }

  Response text(Request request) throws HttpFailure {
    return made(
        request,
        "1",
        "text/plain;charset=UTF-8",
        true,
        (in, type) -> Rendering.text(in, type).map(it -> it.getBytes(StandardCharsets.UTF_8)));
  }

  Response thumbnail(Request request) throws HttpFailure {
    String size = request.query().getOrDefault("size", Integer.toString(USUAL_SIZE));
    if (!size.matches("[1-9][0-9]{0,3}") || Integer.parseInt(size) > LARGEST_SIZE) {
      throw new HttpFailure(400, Message.of("rendition.size", LARGEST_SIZE));
    }
    return made(
        request,
        request.segment("index"),
        "image/png",
        false,
        (in, type) -> Rendering.thumbnail(in, type, Integer.parseInt(size)));
  }

  /** A PDF as it is; the pages of all images in one; of anything else there is none. */
  Response pdf(Request request) throws HttpFailure, IOException {
    List<StoredContent> files = contents(request);
    if (files.isEmpty()) {
      return Response.empty(NOT_READY);
    }
    if (files.getFirst().mimeType().equals("application/pdf")) {
      return downloads.one(files.getFirst(), "file");
    }
    long length = files.stream().mapToLong(StoredContent::length).sum();
    if (length > Rendering.LARGEST
        || !files.stream().allMatch(it -> it.mimeType().startsWith("image/"))) {
      return Response.empty(IMPOSSIBLE);
    }
    oneAtATime.acquireUninterruptibly();
    try (ImagePdf pdf = new ImagePdf()) {
      for (StoredContent file : files) {
        try (InputStream in = downloads.open(file)) {
          if (!pdf.add(in, file.mimeType())) {
            return Response.empty(IMPOSSIBLE);
          }
        }
      }
      return answer(pdf.finish(), "application/pdf");
    } catch (IOException | RuntimeException damaged) {
      LOG.log(System.Logger.Level.DEBUG, "No PDF of images", damaged);
      return Response.empty(IMPOSSIBLE);
    } finally {
      oneAtATime.release();
    }
  }

  private static Response answer(Optional<byte[]> form, String mimeType) {
    return form.map(it -> new Response(200, Map.of("Content-Type", mimeType), Body.of(it)))
        .orElseGet(() -> Response.empty(IMPOSSIBLE));
  }

  private Response made(Request request, String index, String mimeType, boolean patient, Form form)
      throws HttpFailure {
    Optional<StoredContent> content = content(request, index);
    if (content.isEmpty()) {
      return Response.empty(NOT_READY);
    }
    if (content.get().length() > Rendering.LARGEST) {
      return Response.empty(IMPOSSIBLE);
    }
    if (!patient) {
      if (!oneAtATime.tryAcquire()) {
        return Response.empty(NOT_READY);
      }
    } else {
      oneAtATime.acquireUninterruptibly();
    }
    try (InputStream in = downloads.open(content.get())) {
      return answer(form.of(in, content.get().mimeType()), mimeType);
    } catch (IOException | RuntimeException damaged) {
      LOG.log(System.Logger.Level.DEBUG, "No rendition of a file", damaged);
      return Response.empty(IMPOSSIBLE);
    } finally {
      oneAtATime.release();
    }
  }

  private Optional<StoredContent> content(Request request, String index) throws HttpFailure {
    return contents(request).stream()
        .filter(it -> Integer.toString(it.position()).equals(index))
        .findFirst();
  }

  private List<StoredContent> contents(Request request) throws HttpFailure {
    return Reach.read(
        archive,
        request,
        reach -> {
          StoredObject object = reach.live(request.segment("id"));
          return new ContentTable(reach.session()).of(object.source().orElse(object.id()));
        });
  }
}
