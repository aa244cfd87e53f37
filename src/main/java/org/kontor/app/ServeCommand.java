package org.kontor.app;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerException;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.behaviour.ServiceVersion;
import org.kontor.local.rillsoft.Grant;
import org.kontor.local.rillsoft.RillsoftOptions;
import org.kontor.local.rillsoft.RillsoftReading;
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

  @Option(names = "--service-version", paramLabel = "VERSION")
  private @Nullable String version;

  @Option(names = "--reading", paramLabel = "NAME")
  private List<String> readings = new ArrayList<>();

  @Option(names = "--rillsoft-access", paramLabel = "NAME[@CLIENT]=none|read|write")
  private List<String> accesses = new ArrayList<>();

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
            demo,
            behaviour(messages),
            Optional.of(rillsoft(messages)));
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

  private Behaviour behaviour(Messages messages) {
    ServiceVersion service =
        version == null
            ? ServiceVersion.PRESENT
            : ServiceVersion.of(version)
                .orElseThrow(() -> wrong(messages.get("serve.version", String.valueOf(version))));
    Set<Reading> chosen = EnumSet.noneOf(Reading.class);
    for (String name : readings) {
      if (RillsoftReading.of(name).isEmpty()) {
        chosen.add(
            Reading.of(name)
                .orElseThrow(() -> wrong(messages.get("serve.reading", name, readingNames()))));
      }
    }
    return new Behaviour(service, chosen);
  }

  private RillsoftOptions rillsoft(Messages messages) {
    RillsoftReading[] chosen =
        readings.stream()
            .flatMap(name -> RillsoftReading.of(name).stream())
            .toArray(RillsoftReading[]::new);
    Grant[] grants =
        accesses.stream()
            .map(
                text -> Grant.of(text).orElseThrow(() -> wrong(messages.get("serve.access", text))))
            .toArray(Grant[]::new);
    return RillsoftOptions.USUAL.reading(chosen).granting(grants);
  }

  private static String readingNames() {
    return Stream.concat(
            Arrays.stream(Reading.values()).map(Reading::publicName),
            Arrays.stream(RillsoftReading.values()).map(RillsoftReading::publicName))
        .collect(joining(", "));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private List<Account> accounts(Messages messages) {
    return users.stream()
        .map(
            user -> {
              int colon = user.indexOf(':');
              if (colon < 1 || colon == user.length() - 1) {
                throw wrong(messages.get("serve.user"));
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
