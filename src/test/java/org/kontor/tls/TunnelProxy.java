package org.kontor.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy that wants an account, and makes tunnels to this computer whatever host it is asked for.
 */
public final class TunnelProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final String wanted;
  private final AtomicInteger tunnels = new AtomicInteger();

  /**
   * @param account name and password with a colon between
   */
  public TunnelProxy(String account) throws IOException {
    wanted =
        "proxy-authorization: basic "
            + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  public int tunnels() {
    return tunnels.get();
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
    try (caller) {
      String head = head(caller.getInputStream());
      boolean known = head.lines().anyMatch(line -> line.equalsIgnoreCase(wanted));
      if (!known) {
        say(caller, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"");
        return;
      }
      int port = Integer.parseInt(head.replaceFirst("(?s)CONNECT [^:]+:(\\d+) .*", "$1"));
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        tunnels.incrementAndGet();
        say(caller, "200 OK");
        Thread answers = Thread.ofVirtual().start(() -> copy(server, caller));
        copy(caller, server);
        answers.join();
      }
    } catch (IOException gone) {
      // One side hung up.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int next = in.read();
    while (next >= 0 && !head.toString().endsWith("\r\n\r\n")) {
      head.append((char) next);
      next = head.toString().endsWith("\r\n\r\n") ? -1 : in.read();
    }
    return head.toString();
  }

  private static void say(Socket caller, String status) throws IOException {
    String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
    caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.close();
    } catch (IOException closed) {
      // One side hung up.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
