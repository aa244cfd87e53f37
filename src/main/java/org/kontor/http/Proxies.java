package org.kontor.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By way of whom servers are reached: as Java's properties say; where there are none, as the
 * variables say that other programs go by ({@code https_proxy}, {@code http_proxy}, {@code
 * all_proxy}, {@code no_proxy}). This computer itself is always reached directly. Safe from several
 * threads.
 */
final class Proxies extends ProxySelector {
  /** Any of them means that an administrator has spoken to Java. */
  private static final List<String> PROPERTIES =
      List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies");

  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
  private static final int USUAL_PORT = 80;
  private static final int SECURE_PORT = 443;

  private final @Nullable ProxySelector java;
  private final Map<String, String> environment;

  private Proxies(@Nullable ProxySelector java, Map<String, String> environment) {
    this.java = java;
    this.environment = environment;
  }

  static Proxies ofThisStart() {
    return of(System.getProperties(), ProxySelector.getDefault(), System.getenv());
  }

  static Proxies of(
      Properties properties, @Nullable ProxySelector java, Map<String, String> environment) {
    boolean spoken = PROPERTIES.stream().anyMatch(name -> properties.getProperty(name) != null);
    return new Proxies(spoken ? java : null, environment);
  }

  @Override
  public List<Proxy> select(URI server) {
    if (java != null) {
      return java.select(server);
    }
    return proxy(server)
        .map(proxy -> new InetSocketAddress(proxy.getHost(), port(proxy)))
        .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
        .orElse(DIRECT);
  }

  /** The header by which the proxy of a server knows us, where its variable holds an account. */
  Optional<String> authorization(URI server) {
    return java == null
        ? proxy(server)
            .map(URI::getRawUserInfo)
            .map(account -> URLDecoder.decode(account.replace("+", "%2B"), StandardCharsets.UTF_8))
            .map(account -> account.getBytes(StandardCharsets.UTF_8))
            .map(account -> "Basic " + Base64.getEncoder().encodeToString(account))
        : Optional.empty();
  }

  /** The failure is told as that of the request. */
  @Override
  public void connectFailed(URI server, SocketAddress proxy, IOException failure) {}

  private Optional<URI> proxy(URI server) {
    String scheme = server.getScheme().toLowerCase(Locale.ROOT);
    return isDirect(server)
        ? Optional.empty()
        : variable(scheme + "_proxy").or(() -> variable("all_proxy")).flatMap(Proxies::address);
  }

  /** With or without a scheme; what is no address of an http proxy is none. */
  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text.contains("://") ? text : "http://" + text);
      return Optional.of(address)
          .filter(one -> one.getHost() != null && one.getScheme().equalsIgnoreCase("http"));
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  private boolean isDirect(URI server) {
    String host = server.getHost().toLowerCase(Locale.ROOT);
    boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    return here
        || variable("no_proxy").stream()
            .flatMap(list -> Stream.of(list.split("[,\\s]+")))
            .anyMatch(one -> covers(one.toLowerCase(Locale.ROOT), host, server));
  }

  /** A name covers what ends with it after a dot; a port, where there is one, has to fit. */
  private static boolean covers(String exception, String host, URI server) {
    String name = exception.replaceFirst("^\\*?\\.", "");
    int colon = name.lastIndexOf(':');
    if (colon > 0 && name.indexOf(':') == colon) {
      int port = server.getPort() >= 0 ? server.getPort() : usual(server);
      return name.substring(colon + 1).equals(Integer.toString(port))
          && covers(name.substring(0, colon), host, server);
    }
    return exception.equals("*")
        || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)));
  }

  private static int usual(URI server) {
    return server.getScheme().equalsIgnoreCase("https") ? SECURE_PORT : USUAL_PORT;
  }

  private static int port(URI proxy) {
    return proxy.getPort() >= 0 ? proxy.getPort() : USUAL_PORT;
  }

  /** In small letters, as most write it, or in capitals. */
  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(environment::get)
        .filter(value -> value != null && !value.isBlank())
        .findFirst();
  }
}
