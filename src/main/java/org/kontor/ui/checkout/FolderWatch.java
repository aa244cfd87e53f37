package org.kontor.ui.checkout;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Tells when something has happened in one of several folders and has come to rest. Folders, not
 * files: office programs write a new file and rename it over the old one.
 */
final class FolderWatch implements AutoCloseable {
  private static final int REST_MILLIS = 400;

  private final WatchService service;
  private final Runnable changed;
  private final Map<Path, WatchKey> keys = new ConcurrentHashMap<>();

  /**
   * @param changed called on a thread of its own
   */
  FolderWatch(Runnable changed) throws IOException {
    this.changed = changed;
    service = FileSystems.getDefault().newWatchService();
    Thread.ofVirtual().name("working copies").start(this::watch);
  }

  void add(Path folder) throws IOException {
    keys.put(
        folder,
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE));
  }

  void remove(Path folder) {
    WatchKey key = keys.remove(folder);
    if (key != null) {
      key.cancel();
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
  }

  private void watch() {
    try {
      while (true) {
        rest(service.take());
        changed.run();
      }
    } catch (InterruptedException | ClosedWatchServiceException _) {
      // Closed.
    }
  }

  /** Waits until nothing has happened for a moment. */
  private void rest(WatchKey first) throws InterruptedException {
    for (WatchKey key = first;
        key != null;
        key = service.poll(REST_MILLIS, TimeUnit.MILLISECONDS)) {
      key.pollEvents();
      key.reset();
    }
  }
}
