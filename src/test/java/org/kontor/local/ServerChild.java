package org.kontor.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kontor.local.rillsoft.RillsoftOptions;

/** A server in a process of its own, which can be killed and has a heap of known size. */
public final class ServerChild implements AutoCloseable {
  private final Process process;
  private final URI base;

  private ServerChild(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  public static ServerChild start(Path data, String heap) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ServerChild.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("the server did not start");
    }
    return new ServerChild(process, URI.create(line));
  }

  /** An address below that of the server. */
  public URI uri(String path) {
    return base.resolve(path);
  }

  URI objects() {
    return base.resolve("api/dms/objects");
  }

  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  static void main(String[] arguments) throws Exception {
    LocalServer server =
        LocalServer.start(
            new LocalServerOptions(0, Path.of(arguments[0]), Optional.empty(), List.of(), false)
                .with(RillsoftOptions.USUAL));
    System.out.println(server.baseUri());
    Thread.currentThread().join();
  }
}
