package org.kontor.ui.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kontor.model.ContentInfo;
import org.kontor.model.ObjectId;

/** What is to be shown. */
public sealed interface PreviewSource {

  /** The files that it is, in their order; none where there is nothing to be read yet. */
  default List<OfFile> files() {
    return switch (this) {
      case OfFile file -> List.of(file);
      case Files several -> several.parts();
      case Sought _, Several _, Nothing _ -> List.of();
    };
  }

  /** A document of several files, as a scan may be: their pages follow one another. */
  record Files(List<OfFile> parts) implements PreviewSource {
    public Files {
      parts = List.copyOf(parts);
    }
  }

  /** One file, wherever it lies. */
  sealed interface OfFile extends PreviewSource {
    /** As a person knows it; with its ending, which helps to tell its kind. */
    String name();

    String mimeType();
  }

  /**
   * A document's file on the server.
   *
   * @param index which file, from 1; 0 for the whole
   * @param info what the server tells of it
   * @param name of the document
   */
  record OnServer(ObjectId id, int index, ContentInfo info, String name) implements OfFile {
    @Override
    public String mimeType() {
      return info.mimeType();
    }
  }

  /**
   * A file on this computer that waits to be sent.
   *
   * @param part which bytes of the file it is, where it is not the whole
   */
  record OnDisk(Path file, Optional<Part> part, String mimeType, String name) implements OfFile {
    /** Bytes of a file, from an offset. */
    public record Part(long offset, long length) {}
  }

  /**
   * A document whose file is still being looked for; what was shown before is not its.
   *
   * @param name of the document
   */
  record Sought(String name) implements PreviewSource {}

  /** Several documents are selected. */
  record Several(int count) implements PreviewSource {}

  /** Nothing is selected, or a document without a file. */
  record Nothing() implements PreviewSource {}
}
