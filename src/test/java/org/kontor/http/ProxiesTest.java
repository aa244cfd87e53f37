package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** By way of whom a server is reached. */
final class ProxiesTest {
  private static final URI SECURE = URI.create("https://dms.example.org/api");
  private static final URI PLAIN = URI.create("http://dms.example.org:8080");

  @Test
  void theVariablesOfOtherProgramsCount() {
    assertEquals("proxy:3128", way(SECURE, Map.of("https_proxy", "http://proxy:3128")));
    assertEquals("proxy:3128", way(SECURE, Map.of("HTTPS_PROXY", "proxy:3128/")));
    assertEquals("proxy:80", way(SECURE, Map.of("all_proxy", "http://proxy")));
    assertEquals("one:1", way(PLAIN, Map.of("http_proxy", "one:1", "all_proxy", "two:2")));
    assertEquals("direct", way(SECURE, Map.of("http_proxy", "http://proxy:3128")));
    assertEquals("direct", way(SECURE, Map.of("https_proxy", "")));
    assertEquals("direct", way(SECURE, Map.of("https_proxy", "socks5://proxy:1080")));
    assertEquals("direct", way(SECURE, Map.of("https_proxy", "http://a b")));
  }

  @Test
  void exceptionsAndThisComputerAreReachedDirectly() {
    for (String exception :
        List.of(
            "*",
            "example.org",
            ".example.org",
            "*.example.org",
            "DMS.example.org",
            "a,dms.example.org",
            "a dms.example.org:443",
            "x, .org")) {
      assertEquals("direct", excepting(SECURE, exception), exception);
    }
    for (String other : List.of("ample.org", "dms.example.org:8443", "", ",", "10.0.0.1", ".")) {
      assertEquals("proxy:3128", excepting(SECURE, other), other);
    }
    assertEquals("direct", excepting(PLAIN, "dms.example.org:8080"));
    for (String here : List.of("http://127.0.0.1:7400", "http://localhost", "http://[::1]:80")) {
      assertEquals("direct", excepting(URI.create(here), ""));
    }
  }

  @Test
  void anAccountInTheVariableIsToldToTheProxyOfThatServerOnly() {
    Map<String, String> account = Map.of("https_proxy", "http://eva:a%40b+%C3%A4@proxy:3128");
    assertEquals("proxy:3128", way(SECURE, account));
    // eva:a@b+ä
    assertEquals(Optional.of("Basic ZXZhOmFAYivDpA=="), proxies(account).authorization(SECURE));
    assertEquals(Optional.empty(), proxies(account).authorization(PLAIN));
    assertEquals(Optional.empty(), proxies(account).authorization(URI.create("https://localhost")));
    assertEquals(
        Optional.empty(),
        proxies(Map.of("https_proxy", "http://proxy:3128")).authorization(SECURE));
  }

  @Test
  void whereJavasPropertiesSpeakTheVariablesDoNotCount() {
    Properties properties = new Properties();
    properties.setProperty("https.proxyHost", "of-java");
    ProxySelector java = ProxySelector.of(new InetSocketAddress("of-java", 1));
    Map<String, String> environment = Map.of("https_proxy", "http://eva:x@proxy:3128");
    Proxies proxies = Proxies.of(properties, java, environment);
    assertEquals("of-java:1", way(SECURE, proxies));
    assertEquals(Optional.empty(), proxies.authorization(SECURE));
  }

  private static String excepting(URI server, String exceptions) {
    return way(server, Map.of("all_proxy", "http://proxy:3128", "no_proxy", exceptions));
  }

  private static String way(URI server, Map<String, String> environment) {
    return way(server, proxies(environment));
  }

  private static Proxies proxies(Map<String, String> environment) {
    return Proxies.of(new Properties(), ProxySelector.getDefault(), environment);
  }

  private static String way(URI server, Proxies proxies) {
    Proxy proxy = proxies.select(server).getFirst();
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : "direct";
  }
}
