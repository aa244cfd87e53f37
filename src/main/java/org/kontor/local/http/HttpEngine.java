package org.kontor.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server on 127.0.0.1, one virtual thread per request. */
public final class HttpEngine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HttpEngine.class.getName());
  private static final int BACKLOG = 128;

  static {
    // Read once by the JDK's server: no waiting for full packets; an idle connection outlives the
    // 30 s after which Java clients drop theirs, so that no request meets a closing one; and what
    // a refused request still sends is read to its end, so that its sender sees the answer.
    setDefault("sun.net.httpserver.nodelay", "true");
    setDefault("sun.net.httpserver.idleInterval", "120");
    setDefault("sun.net.httpserver.drainAmount", Long.toString(8L << 30));
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final List<Face> faces;

  private HttpEngine(HttpServer server, ExecutorService threads, List<Face> faces) {
    this.server = server;
    this.threads = threads;
    this.faces = faces;
  }

  /**
   * Binds a port of 127.0.0.1 and answers from then on.
   *
   * @param port 0 for any free one
   * @param faces the first that owns a path answers it
   * @throws IOException when the port is taken
   */
  public static HttpEngine start(int port, List<Face> faces) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HttpEngine engine = new HttpEngine(server, threads, List.copyOf(faces));
    server.setExecutor(threads);
    server.createContext("/", engine::answer);
    server.start();
    return engine;
  }

  /** The address that paths such as {@code api/dms/schema} are resolved against. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, response(exchange));
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "The caller went away", gone);
      throw gone;
    }
  }

  private Response response(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Call call =
        new Call(
            exchange.getRequestMethod(),
            uri.getRawPath(),
            Optional.ofNullable(uri.getRawQuery()),
            exchange.getRequestHeaders()::getFirst,
            exchange.getRequestBody());
    for (Face face : faces) {
      if (face.owns(call.rawPath())) {
        return face.answer(call);
      }
    }
    return Response.empty(404);
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    response.headers().forEach(exchange.getResponseHeaders()::set);
    long length = response.body().length();
    boolean bodiless = length == 0 || response.status() == 204 || response.status() == 304;
    // The JDK's server reads 0 as "chunked" and -1 as "no body".
    exchange.sendResponseHeaders(response.status(), bodiless ? -1 : Math.max(0, length));
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        response.body().writeTo(out);
      }
    }
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
