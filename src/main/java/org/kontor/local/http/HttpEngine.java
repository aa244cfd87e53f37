package org.kontor.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

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
  private final Routes routes;
  private final SignIn signIn;
  private final ErrorForm errors;

  private HttpEngine(
      HttpServer server, ExecutorService threads, Routes routes, SignIn signIn, ErrorForm errors) {
    this.server = server;
    this.threads = threads;
    this.routes = routes;
    this.signIn = signIn;
    this.errors = errors;
  }

  /**
   * Binds a port of 127.0.0.1 and answers from then on.
   *
   * @param port 0 for any free one
   * @param errors what errors look like
   * @throws IOException when the port is taken
   */
  public static HttpEngine start(int port, Routes routes, SignIn signIn, ErrorForm errors)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    HttpEngine engine = new HttpEngine(server, threads, routes, signIn, errors);
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
    Locale locale =
        Texts.accepted(
            Objects.requireNonNullElse(
                exchange.getRequestHeaders().getFirst("Accept-Language"), "de"));
    try (exchange) {
      send(exchange, response(exchange, locale));
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "The caller went away", gone);
      throw gone;
    }
  }

  private Response response(HttpExchange exchange, Locale locale) throws IOException {
    try {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String cookies = exchange.getRequestHeaders().getFirst("Cookie");
      Optional<SignIn.Recognised> recognised = signIn.recognise(authorization, cookies);
      if (recognised.isEmpty()) {
        return new HttpFailure(401, Message.of("request.signin"))
            .with("WWW-Authenticate", "Basic realm=\"Kontor\", charset=\"UTF-8\"")
            .response(locale, errors);
      }
      Response response = routed(exchange, recognised.get().caller());
      Optional<String> cookie = recognised.get().newSession();
      return cookie.isPresent() ? response.with("Set-Cookie", cookie.get()) : response;
    } catch (HttpFailure failure) {
      return failure.response(locale, errors);
    } catch (RuntimeException unexpected) {
      LOG.log(System.Logger.Level.ERROR, "A request failed", unexpected);
      return new HttpFailure(500, 3003, Message.of("request.internal")).response(locale, errors);
    }
  }

  private Response routed(HttpExchange exchange, Caller caller) throws IOException, HttpFailure {
    URI uri = exchange.getRequestURI();
    Routes.Found found = routes.find(exchange.getRequestMethod(), uri.getRawPath());
    String query = uri.getRawQuery();
    Request request =
        new Request(
            caller,
            found.path(),
            query == null ? Map.of() : Routes.query(query),
            exchange.getRequestHeaders()::getFirst,
            exchange.getRequestBody());
    return found.handler().handle(request);
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
