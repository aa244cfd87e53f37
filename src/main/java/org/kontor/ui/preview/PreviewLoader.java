package org.kontor.ui.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.task.CancelToken;
import org.kontor.task.Progress;
import org.kontor.ui.preview.decode.Decoded;
import org.kontor.ui.preview.decode.Decoder;
import org.kontor.ui.preview.decode.FileKind;
import org.kontor.ui.preview.decode.MailText;
import org.kontor.ui.preview.decode.PageFit;
import org.kontor.ui.preview.decode.PageText;
import org.kontor.ui.preview.decode.PreviewException;
import org.kontor.ui.preview.decode.RenderedPage;

/** Gets a file and decodes it. Calls block; safe from several threads. */
final class PreviewLoader implements AutoCloseable {
  private final DmsServer server;
  private final PreviewTexts words;
  private final LongSupplier mostKept;
  private @Nullable Tools tools;
  private boolean closed;

  /**
   * @param words say in the person's language what was read
   * @param mostKept bytes of downloaded files; asked on background threads
   */
  PreviewLoader(DmsServer server, PreviewTexts words, LongSupplier mostKept) {
    this.server = server;
    this.words = words;
    this.mostKept = mostKept;
  }

  private record Tools(CacheFolder folder, FetchedFiles files, Decoder decoder) {}

  /**
   * @param anyway also when it is large
   */
  Preview load(
      PreviewSource.OfFile source,
      boolean anyway,
      PageFit fit,
      CancelToken cancel,
      Consumer<Progress> progress)
      throws DmsException, IOException, InterruptedException {
    return switch (source) {
      case PreviewSource.OnServer document -> {
        var fetched = tools().files.fetch(document, anyway, cancel, progress);
        cancel.check();
        yield decode(source, fetched.file(), Optional.empty(), fetched.kind(), fit);
      }
      case PreviewSource.OnDisk onDisk when onDisk.part().isPresent() -> {
        var extracted = tools().files.extract(onDisk, onDisk.part().get());
        cancel.check();
        yield decode(source, extracted.file(), Optional.empty(), extracted.kind(), fit);
      }
      case PreviewSource.OnDisk onDisk -> {
        FileStamp stamp = FileStamp.of(onDisk.file());
        FileKind kind = kindOf(onDisk);
        yield decode(source, Optional.of(onDisk.file()), Optional.of(stamp), kind, fit);
      }
    };
  }

  /**
   * @param index from 0
   */
  RenderedPage page(
      Preview preview, int index, PageFit fit, CancelToken cancel, Consumer<Progress> progress)
      throws DmsException, IOException, InterruptedException {
    Path file = fileOf(preview, cancel, progress);
    return tools().decoder.page(file, preview.kind(), index, fit);
  }

  /**
   * The text of one page, as it is shown; empty where the page is a picture.
   *
   * @param index from 0
   */
  PageText text(Preview preview, int index, CancelToken cancel)
      throws DmsException, IOException, InterruptedException {
    return switch (preview.decoded()) {
      case Decoded.Text _, Decoded.Mail _ -> PageText.of(preview.searched(index));
      case Decoded.Paged _ ->
          tools().decoder.text(fileOf(preview, cancel, _ -> {}), preview.kind(), index);
      case Decoded.Other _ -> PageText.of("");
    };
  }

  /** What was got may have made room for others meanwhile; then it is got again. */
  private Path fileOf(Preview preview, CancelToken cancel, Consumer<Progress> progress)
      throws DmsException, IOException, InterruptedException {
    Optional<Path> file =
        switch (preview.source()) {
          case PreviewSource.OnServer document ->
              tools().files.fetch(document, true, cancel, progress).file();
          case PreviewSource.OnDisk onDisk when onDisk.part().isPresent() ->
              tools().files.extract(onDisk, onDisk.part().get()).file();
          case PreviewSource.OnDisk _ -> preview.file();
        };
    return file.orElseThrow();
  }

  /** Whether a file on this computer is still what was shown of it. */
  static boolean isCurrent(Preview preview) throws IOException {
    if (preview.stamp().isEmpty() || preview.file().isEmpty()) {
      return true;
    }
    return preview.stamp().get().equals(FileStamp.of(preview.file().get()));
  }

  /** Makes the next {@link #load} fetch it again. */
  synchronized void forget(PreviewSource.OfFile source) {
    if (tools != null && source instanceof PreviewSource.OnServer document) {
      tools.files.forget(document);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (tools != null) {
      tools.decoder.close();
      tools.folder.close();
      tools = null;
    }
  }

  private Preview decode(
      PreviewSource.OfFile source,
      Optional<Path> file,
      Optional<FileStamp> stamp,
      FileKind kind,
      PageFit fit)
      throws IOException, InterruptedException {
    Decoded decoded =
        file.isPresent() ? tools().decoder.open(file.get(), kind, fit) : new Decoded.Other();
    List<String> texts =
        switch (decoded) {
          case Decoded.Text text -> text.excerpt().pages();
          case Decoded.Mail mail -> mail.mail().body().pages();
          case Decoded.Paged _, Decoded.Other _ -> List.of();
        };
    Optional<PreviewState.MailLines> head =
        decoded instanceof Decoded.Mail(MailText mail)
            ? Optional.of(words.lines(mail))
            : Optional.empty();
    return new Preview(source, file, stamp, kind, decoded, fit, head, texts);
  }

  private static FileKind kindOf(PreviewSource.OnDisk source) throws IOException {
    try (InputStream stream = Files.newInputStream(source.file())) {
      byte[] head = stream.readNBytes(FileKind.HEAD);
      if (head.length == 0) {
        throw new PreviewException(PreviewException.Reason.EMPTY);
      }
      return FileKind.of(head, source.mimeType(), source.name());
    }
  }

  private synchronized Tools tools() throws IOException {
    if (closed) {
      throw new CancellationException();
    }
    if (tools == null) {
      CacheFolder folder = CacheFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
      tools =
          new Tools(
              folder,
              new FetchedFiles(server, folder.path(), mostKept),
              new Decoder(folder.path()));
    }
    return tools;
  }
}
