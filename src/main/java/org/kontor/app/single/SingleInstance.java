package org.kontor.app.single;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The claim to be the one window of a data folder: a locked file, which the system releases however
 * the process ends, and beside it a socket that only its owner can reach. Safe from several
 * threads.
 */
public final class SingleInstance implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SingleInstance.class.getName());
  private static final String LOCK = "window.lock";
  private static final String SOCKET = "window.socket";
  private static final String ELSEWHERE = "socket";

  /** Names the socket: where the folder's own path is too long for one, it lies elsewhere. */
  private static final String ADDRESS = "window.address";

  /** What every system can take as the path of a socket, in bytes. */
  private static final int LONGEST_ADDRESS = 100;

  private final FileChannel file;
  private final FileLock lock;
  private final ServerSocketChannel socket;
  private final Path address;
  private final CompletableFuture<Desk> desk = new CompletableFuture<>();
  private final Thread accepting;

  private SingleInstance(FileChannel file, FileLock lock, Path folder) throws IOException {
    this.file = file;
    this.lock = lock;
    Path beside = folder.resolve(SOCKET);
    boolean fits = beside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS;
    address = fits ? beside : Files.createTempDirectory("kontor").resolve(ELSEWHERE);
    // Left by a process that was killed; the lock says that it is nobody's.
    Files.deleteIfExists(address);
    forgetElsewhere(folder.resolve(ADDRESS));
    socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(address));
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(address, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(folder.resolve(ADDRESS), address.toString());
    accepting = Thread.ofVirtual().name("kontor-instance").start(this::accept);
  }

  /** As above, where the socket of that process did not lie in the folder. */
  private static void forgetElsewhere(Path former) {
    try {
      Path socket = Path.of(Files.readString(former));
      if (socket.endsWith(ELSEWHERE)) {
        Files.deleteIfExists(socket);
        Files.deleteIfExists(socket.getParent());
      }
    } catch (IOException | InvalidPathException _) {
      // Nothing is known of it, or somebody else's: no hindrance.
    }
  }

  /**
   * Claims the folder; empty when another process has it.
   *
   * @param folder private to its owner
   */
  public static Optional<SingleInstance> claim(Path folder) throws IOException {
    FileChannel file =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      FileLock lock = file.tryLock();
      if (lock == null) {
        return Optional.empty();
      }
      SingleInstance claimed = new SingleInstance(file, lock, folder);
      kept = true;
      return Optional.of(claimed);
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    } finally {
      if (!kept) {
        file.close();
      }
    }
  }

  /**
   * Hands an errand to the process that has the folder; blocks up to eight seconds.
   *
   * @return false when it does not answer; the errand is still to be done then
   */
  public static boolean handOver(Path folder, Errand errand) throws InterruptedException {
    return handOver(folder, errand, HandOver.LONGEST_WAIT);
  }

  static boolean handOver(Path folder, Errand errand, Duration longest)
      throws InterruptedException {
    try {
      Path socket = Path.of(Files.readString(folder.resolve(ADDRESS)));
      return HandOver.to(socket, errand, longest);
    } catch (IOException | InvalidPathException _) {
      return false;
    }
  }

  /** From now on errands are handed to the window; those that came before wait for this. */
  public void serve(Desk window) {
    desk.complete(window);
  }

  private void accept() {
    while (socket.isOpen()) {
      try {
        SocketChannel caller = socket.accept();
        Thread.ofVirtual().name("kontor-errand").start(() -> answer(caller));
      } catch (ClosedChannelException _) {
        return;
      } catch (IOException failed) {
        LOG.log(System.Logger.Level.WARNING, "Other starts cannot hand over any more", failed);
        return;
      }
    }
  }

  private void answer(SocketChannel caller) {
    try (caller) {
      Wire wire = new Wire(caller);
      if (!wire.line().equals(Wire.READY)) {
        return;
      }
      Desk window = desk.get();
      window.awaitReady();
      wire.send(Wire.YES);
      Errand errand = wire.errand();
      window.take(errand);
      wire.send(Wire.TAKEN);
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "Another start went away", gone);
    } catch (ExecutionException | InterruptedException _) {
      // The program ends.
    }
  }

  @Override
  public void close() {
    desk.cancel(false);
    accepting.interrupt();
    try (file;
        lock;
        socket) {
      Files.deleteIfExists(address);
      if (!address.endsWith(SOCKET)) {
        Files.deleteIfExists(address.getParent());
      }
    } catch (IOException failed) {
      LOG.log(System.Logger.Level.DEBUG, "The claim was not given back in order", failed);
    }
  }
}
