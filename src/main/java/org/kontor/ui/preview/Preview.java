package org.kontor.ui.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kontor.ui.preview.decode.Decoded;
import org.kontor.ui.preview.decode.FileKind;
import org.kontor.ui.preview.decode.PageFit;

/**
 * A file, read.
 *
 * @param file where it lies on this computer; empty where it was not fetched
 * @param stamp what tells whether the file has changed meanwhile; empty for downloaded ones
 * @param fit what its first page was drawn for
 * @param head of an e-mail, shown above each page of its text; empty for all others
 * @param texts its text in pages; empty where it is no text
 */
record Preview(
    PreviewSource.OfFile source,
    Optional<Path> file,
    Optional<FileStamp> stamp,
    FileKind kind,
    Decoded decoded,
    PageFit fit,
    Optional<PreviewState.MailLines> head,
    List<String> texts) {
  Preview {
    texts = List.copyOf(texts);
  }

  int pageCount() {
    return decoded instanceof Decoded.Paged paged ? paged.pageCount() : texts.size();
  }

  /**
   * The text of a page as it is searched: an e-mail's head counts once, with the first.
   *
   * @param index from 0
   */
  String searched(int index) {
    String above = index == 0 ? head.map(PreviewState.MailLines::searched).orElse("") : "";
    return above + texts.get(index);
  }

  /** What it takes in memory, roughly. */
  long bytes() {
    return switch (decoded) {
      case Decoded.Paged paged -> paged.first().pixels().argb().length * 4L;
      case Decoded.Text text -> text.excerpt().text().length() * 2L;
      case Decoded.Mail mail -> mail.mail().body().text().length() * 2L;
      case Decoded.Other _ -> 0;
    };
  }
}
