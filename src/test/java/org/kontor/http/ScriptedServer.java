package org.kontor.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on sockets that does exactly what a test says, however wrong, and records requests. */
public final class ScriptedServer implements AutoCloseable {
  /** What happens to one request; its head has been read. */
  @FunctionalInterface
  public interface Script {
    void serve(Exchange exchange) throws IOException;
  }

  private final ServerSocket listener;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public ScriptedServer() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** For requests whose method and path (without query) are these; "*" for all others. */
  public ScriptedServer on(String methodAndPath, Script script) {
    scripts.put(methodAndPath, script);
    return this;
  }

  public ScriptedServer json(String methodAndPath, String json) {
    return on(methodAndPath, exchange -> exchange.respond(200, json));
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  public Exchange last() {
    return exchanges.getLast();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException over) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        Exchange exchange = new Exchange(socket, in);
        exchanges.add(exchange);
        String key = exchange.method + ' ' + exchange.path();
        Script fallback = scripts.getOrDefault("*", other -> other.respond(404, "{}"));
        scripts.getOrDefault(key, fallback).serve(exchange);
        if (!exchange.answered || socket.isClosed()) {
          return;
        }
        exchange.body();
      }
    } catch (IOException over) {
      // the client went away, or the script closed the connection
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** One request and the connection it came on. */
  public final class Exchange {
    private final Socket socket;
    private final InputStream in;
    private final String method;
    private final String target;
    private final Map<String, String> headers = new TreeMap<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private boolean answered;

    private Exchange(Socket socket, InputStream in) throws IOException {
      this.socket = socket;
      this.in = in;
      String[] first = line().split(" ");
      method = first[0];
      target = first[1];
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }

    public String method() {
      return method;
    }

    public String target() {
      return target;
    }

    public String path() {
      int query = target.indexOf('?');
      return query < 0 ? target : target.substring(0, query);
    }

    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public long length() {
      return Long.parseLong(headers.getOrDefault("content-length", "0"));
    }

    /** What has arrived of the body so far. */
    public byte[] received() {
      return received.toByteArray();
    }

    /** Reads the whole body. */
    public byte[] body() throws IOException {
      return body(length());
    }

    /** Reads the body until so many bytes of it are there. */
    public byte[] body(long count) throws IOException {
      byte[] buffer = new byte[64 * 1024];
      while (received.size() < count) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, count - received.size()));
        if (read < 0) {
          throw new EOFException();
        }
        received.write(buffer, 0, read);
      }
      return received.toByteArray();
    }

    public String text() throws IOException {
      return new String(body(), StandardCharsets.UTF_8);
    }

    public void respond(int status, String body, String... headers) throws IOException {
      body();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>(List.of(headers));
      if (status != 204) {
        lines.add("Content-Length: " + bytes.length);
      }
      if (lines.stream().noneMatch(line -> line.startsWith("Content-Type"))) {
        lines.add("Content-Type: application/json");
      }
      write("HTTP/1.1 " + status + " X\r\n" + String.join("\r\n", lines) + "\r\n\r\n");
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      answered = true;
    }

    public void write(String raw) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(raw.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /** Holds the answer up for a while, or until the server is closed. */
    public void pause(Duration time) throws IOException {
      try {
        if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new EOFException();
        }
      } catch (InterruptedException interrupt) {
        throw new IOException(interrupt);
      }
    }

    /** Ends the connection hard: the client sees a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    public void closeConnection() throws IOException {
      socket.close();
    }

    /** Does nothing more until the server is closed. */
    public void hang() throws IOException {
      try {
        closed.await();
      } catch (InterruptedException interrupt) {
        throw new IOException(interrupt);
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      while (true) {
        int next = in.read();
        if (next < 0) {
          throw new EOFException();
        }
        if (next == '\n') {
          return line.toString();
        }
        if (next != '\r') {
          line.append((char) next);
        }
      }
    }
  }
}
