package org.kontor.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands on loopback between a client and a server: passes everything on, but plays its fault to
 * chosen requests, writing ones or all. Requests to the server get a connection each; the client's
 * are kept.
 */
final class FaultProxy implements AutoCloseable {
  private static final int AWAY_MILLIS = 700;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI server;
  private final Fault fault;
  private final boolean everywhere;
  private final IntPredicate hit;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger played = new AtomicInteger();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final int port;
  private volatile ServerSocket listener;

  /**
   * @param everywhere whether requests that only read are played to as well
   * @param hit which of the requests that the fault concerns, counted from 1, it is played to
   */
  FaultProxy(URI server, Fault fault, boolean everywhere, IntPredicate hit) throws IOException {
    this.server = server;
    this.fault = fault;
    this.everywhere = everywhere;
    this.hit = hit;
    listener = listenAnywhere();
    port = listener.getLocalPort();
    accept(listener);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** How often the fault has happened. */
  int played() {
    return played.get();
  }

  /**
   * On a port that no system gives to connections of its own accord: one that was given away while
   * the proxy was gone could not be had back.
   */
  private static ServerSocket listenAnywhere() throws IOException {
    for (int attempt = 0; attempt < 100; attempt++) {
      try {
        return listen(ThreadLocalRandom.current().nextInt(12_000, 32_000));
      } catch (BindException _) {
        // Somebody else's: on to another.
      }
    }
    throw new BindException("no port is free");
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    // Small, so that a body that is not read soon stops the client.
    socket.setReceiveBufferSize(16 << 10);
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    return socket;
  }

  private void accept(ServerSocket on) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (on) {
                while (true) {
                  Socket client = on.accept();
                  clients.add(client);
                  Thread.ofVirtual().start(() -> serve(client));
                }
              } catch (IOException over) {
                // closed, or gone for a while
              }
            });
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        Exchange exchange = new Exchange(client, in, head);
        if ((everywhere || fault.concerns(exchange)) && hit.test(requests.incrementAndGet())) {
          played.incrementAndGet();
          fault.play(exchange);
        } else {
          exchange.write(exchange.forward());
        }
        if (client.isClosed()) {
          return;
        }
      }
    } catch (IOException gone) {
      // the client or the server has ended it
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    } finally {
      clients.remove(client);
    }
  }

  /** Cuts every connection and listens no more, for a moment. */
  void goAway() throws IOException, InterruptedException {
    listener.close();
    closeClients();
    pause(AWAY_MILLIS);
    if (closed.getCount() > 0) {
      listener = listen(port);
      accept(listener);
    }
  }

  /** False when the proxy was closed meanwhile. */
  boolean pause(long millis) throws InterruptedException {
    return !closed.await(millis, TimeUnit.MILLISECONDS);
  }

  void untilClosed() throws InterruptedException {
    closed.await();
  }

  private void closeClients() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    closeClients();
  }

  /** Up to the empty line; empty when the connection has ended. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** One request of which the head has been read. */
  final class Exchange {
    private final Socket client;
    private final InputStream in;
    private final String head;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final int length;

    Exchange(Socket client, InputStream in, String head) {
      this.client = client;
      this.in = in;
      this.head = head;
      length = length(head);
    }

    FaultProxy proxy() {
      return FaultProxy.this;
    }

    boolean isWrite() {
      return !head.startsWith("GET ") && !isSearch() && !head.startsWith("POST /api/v2/login");
    }

    boolean isSearch() {
      return head.startsWith("POST /api/dms/objects/search")
          || head.matches("(?s)GET /api/v2/clients/\\d+/dms/documents .*");
    }

    /** Reads some of the body; how many bytes came. */
    int read(int most) throws IOException {
      int wanted = Math.min(most, length - body.size());
      byte[] bytes = in.readNBytes(wanted);
      body.writeBytes(bytes);
      return bytes.length;
    }

    byte[] body() throws IOException {
      read(length);
      if (body.size() < length) {
        throw new SocketException("the client has cut its request");
      }
      return body.toByteArray();
    }

    /** Has the server do it; the whole answer, ready to be passed on. */
    byte[] forward() throws IOException {
      return forward(body());
    }

    private byte[] forward(byte[] bytes) throws IOException {
      try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
        String own =
            head.substring(0, head.length() - 2)
                    .replaceFirst("(?i)content-length: *\\d+", "Content-Length: " + bytes.length)
                + "Connection: close\r\n\r\n";
        upstream.getOutputStream().write(own.getBytes(StandardCharsets.ISO_8859_1));
        upstream.getOutputStream().write(bytes);
        upstream.getOutputStream().flush();
        byte[] answer = upstream.getInputStream().readAllBytes();
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(?i)Connection: close\r\n", "")
            .getBytes(StandardCharsets.ISO_8859_1);
      }
    }

    /** As {@link #forward}, but the server is only told of the first half of the entries. */
    byte[] forwardFirstHalf() throws IOException {
      String whole = new String(body(), StandardCharsets.ISO_8859_1);
      int from = whole.indexOf("{\"objects\"");
      if (from < 0) {
        // A request for one thing, as a Rillsoft server takes them, has no half.
        return new byte[0];
      }
      int to = whole.indexOf("\r\n--", from);
      String json = to < 0 ? whole.substring(from) : whole.substring(from, to);
      String rest = to < 0 ? "" : whole.substring(to);
      ObjectNode root = (ObjectNode) JSON.readTree(json.getBytes(StandardCharsets.ISO_8859_1));
      ArrayNode entries = (ArrayNode) root.path("objects");
      if (entries.size() < 2) {
        return new byte[0];
      }
      for (int half = entries.size() / 2; entries.size() > half; ) {
        entries.remove(entries.size() - 1);
      }
      String half =
          whole.substring(0, from)
              + new String(JSON.writeValueAsBytes(root), StandardCharsets.ISO_8859_1)
              + rest;
      return forward(half.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String bodyOf(byte[] answer) {
      String text = new String(answer, StandardCharsets.UTF_8);
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    void answer(int status, String type, String text, String... headers) throws IOException {
      StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " Fault\r\n");
      answer.append("Content-Type: ").append(type).append("\r\n");
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      answer.append("Content-Length: ").append(bytes.length).append("\r\n");
      for (String header : headers) {
        answer.append(header).append("\r\n");
      }
      write(answer.append("\r\n").append(text).toString().getBytes(StandardCharsets.UTF_8));
    }

    void write(byte[] bytes) throws IOException {
      client.getOutputStream().write(bytes);
      client.getOutputStream().flush();
    }

    void awaitGoneClient() {
      try {
        while (in.read() >= 0) {
          // a client that waits for its answer sends nothing
        }
      } catch (IOException cut) {
        // gone as well
      }
    }

    void close() throws IOException {
      client.close();
    }

    /** Closes so that the client sees a reset. */
    void reset() throws IOException {
      client.setSoLinger(true, 0);
      client.close();
    }

    private static int length(String head) {
      for (String line : head.split("\r\n")) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          return Integer.parseInt(line.substring("content-length:".length()).strip());
        }
        if (lower.startsWith("transfer-encoding:")) {
          throw new IllegalStateException("a body of unknown length");
        }
      }
      return 0;
    }
  }
}
