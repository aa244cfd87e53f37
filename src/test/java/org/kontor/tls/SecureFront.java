package org.kontor.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Https in front of a server that speaks http; its certificate can be changed while it runs. */
public final class SecureFront implements AutoCloseable {
  private final ServerSocket listener;
  private final URI behind;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private volatile SSLContext shown;

  public SecureFront(SSLContext shown, URI behind) throws IOException {
    this.shown = shown;
    this.behind = behind;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI uri() {
    return URI.create("https://localhost:" + port());
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** From now on another certificate is shown, to connections that are made anew: all of them. */
  public void show(SSLContext other) throws IOException {
    shown = other;
    for (Socket one : open) {
      one.close();
    }
  }

  /** Whether a text was among what came, behind the encryption. */
  public synchronized boolean heard(String text) {
    return heard.toString(StandardCharsets.ISO_8859_1).contains(text);
  }

  private synchronized void hear(byte[] bytes) {
    heard.writeBytes(bytes);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket caller = listener.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    open.add(caller);
    try (caller;
        Socket server = new Socket(behind.getHost(), behind.getPort());
        SSLSocket secure =
            (SSLSocket) shown.getSocketFactory().createSocket(caller, null, 0, true)) {
      secure.setUseClientMode(false);
      secure.startHandshake();
      Thread answers = Thread.ofVirtual().start(() -> copy(server, secure, _ -> {}));
      copy(secure, server, this::hear);
      answers.join();
    } catch (IOException refused) {
      // The handshake was broken off by the other side, as it should.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(caller);
    }
  }

  private static void copy(Socket from, Socket to, Consumer<byte[]> listener) {
    try {
      byte[] some = new byte[8192];
      for (int read = 0; read >= 0; read = from.getInputStream().read(some)) {
        listener.accept(Arrays.copyOf(some, read));
        to.getOutputStream().write(some, 0, read);
        to.getOutputStream().flush();
      }
      to.close();
    } catch (IOException closed) {
      // One side hung up.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket one : open) {
      one.close();
    }
  }
}
