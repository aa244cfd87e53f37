package org.kontor.local.enaio;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.local.http.Body;
import org.kontor.local.http.HttpFailure;
import org.kontor.local.http.Response;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.StoredContent;
import org.kontor.local.text.Message;

/** Answers that carry files: one as it is, several TIFFs as one TIFF, others as one ZIP. */
final class Downloads {
  private static final System.Logger LOG = System.getLogger(Downloads.class.getName());

  private final ContentStore store;

  Downloads(ContentStore store) {
    this.store = store;
  }

  /**
   * All files of an object.
   *
   * @param id the object, for the sentence when there is none
   * @param name what the download is called, without extension
   */
  Response all(List<StoredContent> contents, String id, String name)
      throws IOException, HttpFailure {
    if (contents.isEmpty()) {
      throw new HttpFailure(404, Message.of("content.none", id));
    }
    if (contents.size() == 1) {
      return one(contents.getFirst(), name);
    }
    if (contents.stream().allMatch(it -> it.mimeType().equals("image/tiff"))) {
      try {
        return merged(contents, name);
      } catch (IOException | IllegalArgumentException unusual) {
        LOG.log(System.Logger.Level.DEBUG, "TIFF files that cannot be merged", unusual);
      }
    }
    return zip(contents, name);
  }

  /** One file. */
  Response one(StoredContent content, String name) throws IOException {
    String extension = content.extension().isEmpty() ? "" : "." + content.extension();
    return named(content.mimeType(), Body.of(open(content), content.length()), name + extension);
  }

  private Response merged(List<StoredContent> contents, String name) throws IOException {
    Path file = Files.createTempFile("kontor", ".tif");
    try {
      List<MultiPageTiff.Source> sources = new ArrayList<>();
      contents.forEach(content -> sources.add(() -> open(content)));
      MultiPageTiff.write(sources, file);
      long length = Files.size(file);
      InputStream in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
      return named("image/tiff", Body.of(in, length), name + ".tif");
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
  }

  private Response zip(List<StoredContent> contents, String name) {
    Body body =
        Body.streamed(
            out -> {
              ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
              for (StoredContent content : contents) {
                zip.putNextEntry(new ZipEntry(content.fileName()));
                try (InputStream in = open(content)) {
                  in.transferTo(zip);
                }
                zip.closeEntry();
              }
              zip.finish();
            });
    return named("application/zip", body, name + ".zip");
  }

  /** The bytes of a content. */
  InputStream open(StoredContent content) throws IOException {
    return store.open(content).orElseThrow(() -> new IOException("removed in the meantime"));
  }

  private static Response named(String mimeType, Body body, String name) {
    StringBuilder plain = new StringBuilder();
    name.chars()
        .forEach(c -> plain.append(c < ' ' || c > '~' || c == '"' || c == '\\' ? '_' : (char) c));
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return new Response(200, Map.of("Content-Type", mimeType), body)
        .with(
            "Content-Disposition",
            "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
  }
}
