package org.kontor.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys and certificates made by the JDK's own tool, below a folder. */
public final class Certificates {
  private static final String SECRET = "changeit";

  private final Path folder;

  /** Makes an authority of its own. */
  public Certificates(Path folder) throws Exception {
    this.folder = folder;
    keytool(
        "-genkeypair",
        "-alias",
        "ca",
        "-dname",
        "CN=Test authority",
        "-ext",
        "bc:c",
        "-keyalg",
        "EC",
        "-keystore",
        file("ca"));
    keytool("-exportcert", "-alias", "ca", "-keystore", file("ca"), "-file", file("ca.crt"));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "ca",
        "-file",
        file("ca.crt"),
        "-keystore",
        file("trusted"));
  }

  /** What to trust to trust the authority. */
  public Path trusted() {
    return folder.resolve("trusted");
  }

  /** The authority's certificate, as administrators hand it out: text. */
  public String authority() throws Exception {
    byte[] encoded = keys("ca").getCertificate("ca").getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
        + "\n-----END CERTIFICATE-----\n";
  }

  /**
   * A server with a certificate that nobody but itself vouches for.
   *
   * @param options of the key tool, such as for how long it is valid
   */
  public SSLContext selfSigned(String name, String host, String... options) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-alias",
                "server",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-keyalg",
                "EC",
                "-keystore",
                file(name)));
    arguments.addAll(List.of(options));
    keytool(arguments.toArray(String[]::new));
    return context(name);
  }

  /** The same, vouched for by the authority. */
  public SSLContext issued(String name, String host, String... options) throws Exception {
    selfSigned(name, host);
    keytool("-certreq", "-alias", "server", "-keystore", file(name), "-file", file(name + ".csr"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-gencert",
                "-alias",
                "ca",
                "-keystore",
                file("ca"),
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".crt"),
                "-ext",
                "SAN=dns:" + host));
    arguments.addAll(List.of(options));
    keytool(arguments.toArray(String[]::new));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "ca",
        "-file",
        file("ca.crt"),
        "-keystore",
        file(name));
    keytool(
        "-importcert",
        "-noprompt",
        "-alias",
        "server",
        "-file",
        file(name + ".crt"),
        "-keystore",
        file(name));
    return context(name);
  }

  /** What a server of that name shows. */
  public X509Certificate shown(String name) throws Exception {
    return (X509Certificate) keys(name).getCertificate("server");
  }

  private SSLContext context(String name) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys(name), SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore keys(String name) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      keys.load(in, SECRET.toCharArray());
    }
    return keys;
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", SECRET));
    Path log = Files.createTempFile(folder, "keytool", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(Files.readString(log));
    }
  }
}
