package org.kontor.ui.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.dms.Account;
import org.kontor.dms.Capabilities;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.SendProgress;
import org.kontor.dms.WriteResult;
import org.kontor.model.ContentInfo;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** A server that knows the contents of some documents and nothing else. */
final class ContentServer implements DmsServer {
  private final Map<ObjectId, Answer> answers = new ConcurrentHashMap<>();
  final AtomicInteger downloads = new AtomicInteger();

  /** How a content is opened. */
  @FunctionalInterface
  interface Answer {
    Content open() throws DmsException, InterruptedException;
  }

  /** The document with this file. */
  PreviewSource.OnServer holds(String id, Path file, String name) throws IOException {
    return holds(id, Files.readAllBytes(file), name);
  }

  PreviewSource.OnServer holds(String id, byte[] content, String name) {
    answers(
        id,
        () ->
            new Content(
                new ByteArrayInputStream(content),
                OptionalLong.of(content.length),
                "application/octet-stream",
                name));
    return source(id, content.length, name);
  }

  /** The document whose content comes from this stream, of unknown length. */
  PreviewSource.OnServer streams(String id, InputStream stream, long length, String name) {
    answers(id, () -> new Content(stream, OptionalLong.empty(), "", name));
    return source(id, length, name);
  }

  void answers(String id, Answer answer) {
    answers.put(new ObjectId(id), answer);
  }

  static PreviewSource.OnServer source(String id, long length, String name) {
    ContentInfo info =
        new ContentInfo(1, length, "application/octet-stream", name, Optional.empty());
    return new PreviewSource.OnServer(new ObjectId(id), 1, info, name);
  }

  /** Waits on the latch before a document is given out. */
  void holdBack(String id, CountDownLatch asked, CountDownLatch release) {
    Answer answer = answers.get(new ObjectId(id));
    answers(
        id,
        () -> {
          asked.countDown();
          release.await();
          return answer.open();
        });
  }

  @Override
  public Content content(ObjectId id, int index) throws DmsException, InterruptedException {
    downloads.incrementAndGet();
    Answer answer = answers.get(id);
    if (answer == null) {
      throw new DmsException.NotFound(id.value());
    }
    return answer.open();
  }

  @Override
  public Account signIn() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Evidence evidence() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Capabilities capabilities() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Schema schema() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<DmsObject.Container> folders(TypeId folderType, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<DmsObject.Container> registers(Location.Container parent, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<DmsObject.Document> documents(Location.Container parent, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<DmsObject.Document> tray(PageRequest page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<DmsObject.Container> places(String words, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public DmsObject object(ObjectId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Location> locations(ObjectId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<WriteResult> execute(List<Operation> operations, SendProgress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
