package org.kontor.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerException;
import org.kontor.local.LocalServerOptions;
import org.kontor.settings.AppPaths;
import org.kontor.ui.common.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kontor serve}: the local server alone, until it is stopped. */
@Command(
    name = "serve",
    resourceBundle = "org.kontor.app.usage",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  /** The port of the service itself in the examples of the reference (1.4). */
  private static final String USUAL_PORT = "7400";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", defaultValue = USUAL_PORT)
  private int port;

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--definition", paramLabel = "FILE")
  private @Nullable Path definition;

  @Option(names = "--user", paramLabel = "NAME:PASSWORD")
  private List<String> users = new ArrayList<>();

  @Option(names = "--demo")
  private boolean demo;

  @Override
  public Integer call() throws Exception {
    Messages messages = Messages.of(Main.class, Locale.getDefault());
    AppPaths paths = ThisStart.prepare();
    PrintWriter out = spec.commandLine().getOut();
    LocalServerOptions options =
        new LocalServerOptions(
            port,
            data == null ? paths.localServer() : data,
            Optional.ofNullable(definition),
            accounts(messages),
            demo);
    try (LocalServer server = LocalServer.start(options)) {
      out.println(server.baseUri());
      out.println(messages.get("serve.stop"));
      out.flush();
      untilStopped(server);
    } catch (LocalServerException failure) {
      spec.commandLine().getErr().println(failure.sentence(messages.locale()));
      return ExitCode.USAGE;
    }
    return ExitCode.DONE;
  }

  private List<Account> accounts(Messages messages) {
    return users.stream()
        .map(
            user -> {
              int colon = user.indexOf(':');
              if (colon < 1 || colon == user.length() - 1) {
                throw new ParameterException(spec.commandLine(), messages.get("serve.user"));
              }
              return new Account(user.substring(0, colon), user.substring(colon + 1));
            })
        .toList();
  }

  /** Waits for the signal that ends the program; the hook then closes the server in order. */
  private static void untilStopped(LocalServer server) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop the local server"));
    stopped.await();
  }
}
