package org.kontor.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A port of this computer where nobody listens. It is held until closed, so that nobody else can
 * get it and answer there.
 */
public final class ClosedPort implements AutoCloseable {
  private final Socket socket = new Socket();

  /** Takes any free port. */
  public ClosedPort() throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
  }

  /** The address at which every connection is refused. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
