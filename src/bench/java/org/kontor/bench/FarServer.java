package org.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Stands between a sender and a server and keeps every byte for a while, in both directions. */
final class FarServer implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int UNDER_WAY = 1 << 10;

  private final ServerSocket door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
  private final URI server;
  private final long oneWay;

  private record Chunk(byte[] bytes, long due) {}

  /**
   * @param roundTrip how much longer a question takes to its answer
   */
  FarServer(URI server, Duration roundTrip) throws IOException {
    this.server = server;
    oneWay = roundTrip.toNanos() / 2;
    Thread.ofVirtual().name("far").start(this::open);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
  }

  private void open() {
    try {
      while (true) {
        Socket near = door.accept();
        Socket far = new Socket(server.getHost(), server.getPort());
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        join(near, far);
        join(far, near);
      }
    } catch (IOException closed) {
      // No more come.
    }
  }

  private void join(Socket from, Socket to) {
    BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(UNDER_WAY);
    Thread.ofVirtual().start(() -> take(from, underWay));
    Thread.ofVirtual().start(() -> give(underWay, to));
  }

  private void take(Socket from, BlockingQueue<Chunk> underWay) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        underWay.put(new Chunk(Arrays.copyOf(buffer, count), System.nanoTime() + oneWay));
      }
    } catch (IOException gone) {
      // The other side is told that it ended.
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    underWay.add(new Chunk(new byte[0], System.nanoTime() + oneWay));
  }

  private static void give(BlockingQueue<Chunk> underWay, Socket to) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Chunk chunk = underWay.take(); chunk.bytes().length > 0; chunk = underWay.take()) {
        for (long left = chunk.due() - System.nanoTime(); left > 0; ) {
          LockSupport.parkNanos(left);
          left = chunk.due() - System.nanoTime();
        }
        out.write(chunk.bytes());
      }
    } catch (IOException gone) {
      // Nobody wants the rest.
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
