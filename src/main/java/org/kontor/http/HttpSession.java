package org.kontor.http;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;

/**
 * Calls to one server as one person. All methods block, may be interrupted (the call under way is
 * cut then), are safe from several threads, and throw {@link IllegalStateException} on the window's
 * thread. Statuses are the caller's business: every answer that arrived whole is returned.
 */
public final class HttpSession implements AutoCloseable {
  /** What an API of this kind is asked for. */
  public static final String JSON = "application/json, application/*+json";

  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_UNAUTHORIZED = 407;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private volatile ServerAddress address;
  private final Authorization authorization;
  private final String accept;
  private final String language;
  private final HttpTimes times;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SessionCookies cookies;
  private final Proxies proxies = Proxies.ofThisStart();
  private final HttpClient client;
  private volatile boolean closed;

  /**
   * @param language in which the server shall answer
   */
  public HttpSession(
      ServerAddress address, Authorization authorization, Locale language, HttpTimes times) {
    this(address, authorization, JSON, language, times, Pins.NONE);
  }

  /**
   * @param accept what reads and changes say in their header {@code Accept}
   * @param language in which the server shall answer
   * @param pins keys that count although nobody vouches for them
   */
  public HttpSession(
      ServerAddress address,
      Authorization authorization,
      String accept,
      Locale language,
      HttpTimes times,
      Pins pins) {
    this.address = address;
    this.authorization = authorization;
    this.accept = accept;
    this.language = language.toLanguageTag();
    this.times = times;
    this.cookies = new SessionCookies(address.uri(Resource.of()));
    this.client =
        HttpClients.create(times.connect(), cookies, threads, address.isSecure(), pins, proxies);
  }

  /**
   * Looks for the API below another path of the same server from here on.
   *
   * @param prefix for instance {@code /api/dms}; may be empty
   */
  public void useApiPath(String prefix) {
    address = address.withPrefix(prefix);
  }

  /** Reads a JSON resource. */
  public Answer get(Resource resource) throws HttpFailure, InterruptedException {
    Transfer transfer = Transfer.withoutBody(times, times.read());
    return whole(request(resource, accept).GET(), transfer);
  }

  /**
   * Asks a question that needs a body: a read all the same. Where a kept connection breaks under
   * it, it is asked once more.
   */
  public Answer query(Resource resource, byte[] question) throws HttpFailure, InterruptedException {
    try {
      return ask(resource, question);
    } catch (HttpFailure.Broken broken) {
      if (broken.getCause() == null) {
        throw broken;
      }
      return ask(resource, question);
    }
  }

  private Answer ask(Resource resource, byte[] question) throws HttpFailure, InterruptedException {
    Transfer transfer = Transfer.of(times, times.read(), _ -> {});
    return body("POST", resource, RequestBody.json(question), Map.of(), transfer);
  }

  /**
   * Sends a change.
   *
   * @param progress told how many bytes of files have left, on the sending thread
   */
  public Answer send(Resource resource, RequestBody change, LongConsumer progress)
      throws HttpFailure, InterruptedException {
    return send("POST", resource, change, progress);
  }

  /** As {@link #send(Resource, RequestBody, LongConsumer)}, by another method than POST. */
  public Answer send(String method, Resource resource, RequestBody change, LongConsumer progress)
      throws HttpFailure, InterruptedException {
    return send(method, resource, change, Map.of(), progress);
  }

  /**
   * The same with further headers.
   *
   * @param headers name to value
   */
  public Answer send(
      String method,
      Resource resource,
      RequestBody change,
      Map<String, String> headers,
      LongConsumer progress)
      throws HttpFailure, InterruptedException {
    WindowThread.refuse();
    change.checkFiles();
    return body(method, resource, change, headers, Transfer.of(times, times.answer(), progress));
  }

  /** Sends a change that says all by its method and resource. */
  public Answer send(String method, Resource resource) throws HttpFailure, InterruptedException {
    Transfer transfer = Transfer.withoutBody(times, times.answer());
    return whole(
        request(resource, accept).method(method, HttpRequest.BodyPublishers.noBody()), transfer);
  }

  public Answer delete(Resource resource) throws HttpFailure, InterruptedException {
    return send("DELETE", resource);
  }

  /** Opens a resource of any type and size; the caller closes it. */
  public Download open(Resource resource) throws HttpFailure, InterruptedException {
    Transfer transfer = Transfer.withoutBody(times, times.read());
    HttpResponse<InputStream> response =
        await(request(resource, "*/*").GET().build(), _ -> new TimedStream(times.read()), transfer);
    return new Download(response.statusCode(), response.headers(), response.body());
  }

  /** Cuts every call under way; later ones fail as not sent. */
  @Override
  public void close() {
    closed = true;
    client.shutdownNow();
    threads.shutdownNow();
  }

  private Answer body(
      String method,
      Resource resource,
      RequestBody body,
      Map<String, String> headers,
      Transfer transfer)
      throws HttpFailure, InterruptedException {
    HttpRequest.Builder request =
        request(resource, accept)
            .header("Content-Type", body.contentType())
            .method(method, new OncePublisher(body, transfer));
    body.disposition().ifPresent(value -> request.header("Content-Disposition", value));
    headers.forEach(request::header);
    return whole(request, transfer);
  }

  private Answer whole(HttpRequest.Builder request, Transfer transfer)
      throws HttpFailure, InterruptedException {
    HttpResponse<byte[]> response =
        await(
            request.build(),
            head -> new BoundedBody(Json.LARGEST, announced(head.headers()), transfer),
            transfer);
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  private static long announced(HttpHeaders headers) {
    try {
      return headers.firstValueAsLong("Content-Length").orElse(-1);
    } catch (NumberFormatException senseless) {
      return -1;
    }
  }

  private HttpRequest.Builder request(Resource resource, String wanted) {
    WindowThread.refuse();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.uri(resource))
            .header("Accept", wanted)
            .header("Accept-Language", language);
    proxies
        .authorization(address.uri(resource))
        .ifPresent(value -> request.header("Proxy-Authorization", value));
    authorization.header().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private <T> HttpResponse<T> await(
      HttpRequest request, HttpResponse.BodyHandler<T> handler, Transfer transfer)
      throws HttpFailure, InterruptedException {
    if (closed) {
      throw new HttpFailure.NotSent("the connection to the server is closed", null);
    }
    CompletableFuture<HttpResponse<T>> response = client.sendAsync(request, handler);
    try {
      while (true) {
        long patience = transfer.patience();
        if (patience <= 0) {
          throw stalled(transfer);
        }
        try {
          return known(response.get(Math.min(patience, LOOK_NANOS), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
          // Bytes may have moved, or the next stage begun, with a patience of its own.
        }
      }
    } catch (ExecutionException failure) {
      throw Failures.of(
          failure.getCause() == null ? failure : failure.getCause(), request.uri(), transfer);
    } catch (CancellationException cut) {
      throw Failures.of(cut, request.uri(), transfer);
    } finally {
      response.cancel(true);
    }
  }

  private <T> HttpResponse<T> known(HttpResponse<T> response) throws HttpFailure {
    if (response.statusCode() == PROXY_UNAUTHORIZED) {
      throw new HttpFailure.ProxyRefuses();
    }
    if (response.statusCode() == UNAUTHORIZED) {
      cookies.clear();
    }
    return response;
  }

  private HttpFailure stalled(Transfer transfer) {
    if (transfer.abandonUnsent()) {
      return new HttpFailure.NotSent("the connection was not ready in time", null);
    }
    Duration limit = transfer.isSent() ? times.answer() : times.stall();
    return new HttpFailure.Broken(
        "no byte moved for " + limit.toSeconds() + " s", transfer.isSent(), null);
  }
}
