package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.program.Program;
import org.kontor.tls.Certificates;
import org.kontor.tls.SecureFront;
import org.kontor.tls.TunnelProxy;

/**
 * What docs/admin-guide.md says of a house with an authority and a proxy of its own, with the
 * program as it is started.
 */
final class HouseNetworkTest {
  @TempDir Path home;

  @Test
  void ownAuthorityAndProxyWithAnAccountByTheEnvironment() throws Exception {
    Certificates certificates = new Certificates(Files.createDirectories(home.resolve("keys")));
    Path authority = Files.writeString(home.resolve("house.pem"), certificates.authority());
    LocalServerOptions options =
        new LocalServerOptions(
            0,
            home.resolve("server"),
            Optional.empty(),
            List.of(new Account("eva", "secret")),
            false);
    try (LocalServer server = LocalServer.start(options);
        SecureFront front =
            new SecureFront(certificates.issued("dms", "dms.example.org"), server.baseUri());
        TunnelProxy proxy = new TunnelProxy("house:p w@x")) {
      String address = "https://dms.example.org:" + front.port();
      String account = "house:p%20w%40x@";
      String way = "127.0.0.1:" + proxy.port();

      Program.Start trusting =
          Program.Start.in(home.resolve("kontor"))
              .withVariable("SSL_CERT_FILE", authority.toString());
      String refused =
          send(
              ExitCode.NOT_REACHED, trusting.withVariable("https_proxy", "http://" + way), address);
      assertTrue(refused.contains("The proxy on the way to the server wants a sign-in"), refused);
      assertEquals(0, proxy.tunnels());

      Program.Start known = trusting.withVariable("https_proxy", "http://" + account + way);
      String sent = send(ExitCode.DONE, known, address);
      assertTrue(sent.contains("sent and read back"), sent);
      assertTrue(proxy.tunnels() > 0);
      assertTrue(front.heard("\r\nAuthorization: Basic "));
      assertFalse(front.heard("Proxy-Authorization"), "the proxy's account is not the server's");

      Program.Start unknown =
          Program.Start.in(home.resolve("other"))
              .withVariable("SSL_CERT_FILE", home.resolve("none.pem").toString())
              .withVariable("https_proxy", "http://" + account + way);
      String untrusted = send(ExitCode.NOT_REACHED, unknown, address);
      assertTrue(untrusted.contains("Nobody vouches for the certificate"), untrusted);
    }
  }

  private String send(int exitCode, Program.Start start, String address) throws Exception {
    Path file = Files.writeString(home.resolve("letter.txt"), "x");
    try (Program program =
        start.run("send", "--server", address, "--user", "eva", file.toString())) {
      assertEquals(exitCode, program.exitCode(), program::output);
      return program.output();
    }
  }
}
