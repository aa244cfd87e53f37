package org.kontor.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** An https server that counts what it is told, and answers that nobody is signed in. */
public final class SecureListener implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final SSLServerSocket listener;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();

  public SecureListener(SSLContext context) throws IOException {
    listener =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI uri(String host) {
    return URI.create("https://" + host + ":" + listener.getLocalPort());
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How often somebody came. */
  public int connections() {
    return connections.get();
  }

  /** How many requests began: more than none means that something leaked. */
  public int told() {
    return told.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        SSLSocket socket = (SSLSocket) listener.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(SSLSocket socket) {
    try (socket) {
      byte[] head = new byte[8192];
      if (socket.getInputStream().read(head) > 0) {
        told.incrementAndGet();
        socket.getOutputStream().write(ANSWER);
        socket.getOutputStream().flush();
      }
    } catch (IOException refused) {
      // The handshake was broken off by the other side, as it should.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
