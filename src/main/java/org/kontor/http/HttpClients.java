package org.kontor.http;

import java.net.CookieHandler;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The one place that makes HTTP clients. Redirects are never followed (a redirected upload would
 * look stored), nothing is authenticated behind our back (it would be sent twice), certificates are
 * checked as the platform does.
 */
final class HttpClients {
  private HttpClients() {}

  static HttpClient create(Duration connect, CookieHandler cookies, Executor threads) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connect)
        .cookieHandler(cookies)
        .executor(threads)
        .build();
  }
}
