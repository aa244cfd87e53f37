package org.kontor.app;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.SettingsStore;
import org.kontor.ui.common.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kontor send}: files through the outbox, with no window. */
@Command(
    name = "send",
    resourceBundle = "org.kontor.app.usage",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SendCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Option(names = "--server", paramLabel = "URL")
  private @Nullable String server;

  @Option(names = "--user", paramLabel = "NAME")
  private @Nullable String user;

  @Option(names = "--kind", paramLabel = "enaio|rillsoft")
  private @Nullable String kind;

  @Option(names = "--to", paramLabel = "tray|OBJECT-ID", defaultValue = "tray")
  private String to = "tray";

  @Option(names = "--and", paramLabel = "OBJECT-ID")
  private @Nullable String and;

  @Option(names = "--type", paramLabel = "NAME")
  private @Nullable String type;

  @Option(names = "--field", paramLabel = "NAME=VALUE")
  private List<String> fields = new ArrayList<>();

  @Option(names = "--skip-duplicates")
  private boolean skipDuplicates;

  @Option(names = "--receipts", paramLabel = "FILE")
  private @Nullable Path receipts;

  @Option(names = "--json")
  private boolean json;

  @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "file")
  private List<Path> files = new ArrayList<>();

  private final Messages messages = Messages.of(Main.class, Locale.getDefault());

  @Override
  public Integer call() throws Exception {
    SendRequest request =
        new SendRequest(
            files,
            Optional.of(to).filter(place -> !place.equals("tray")),
            Optional.ofNullable(and),
            Optional.ofNullable(type),
            fieldValues(),
            skipDuplicates,
            Optional.ofNullable(receipts));
    if (files.isEmpty() && (type != null || !fields.isEmpty() || request.to().isPresent())) {
      throw usage("send.files");
    }
    AppPaths paths = ThisStart.prepare();
    Optional<ServerProfile> profile = profile(paths);
    return new SendRun(paths, report(), messages).run(request, profile);
  }

  /** Empty means the archive of this computer. */
  private Optional<ServerProfile> profile(AppPaths paths) throws Exception {
    Settings settings = new SettingsStore(paths).load();
    List<ServerProfile> known = settings.profiles();
    if (server == null) {
      return user == null
          ? settings.currentProfile()
          : known.stream().filter(one -> one.user().equals(user)).findFirst();
    }
    URI address = address(server);
    if (user != null) {
      return Optional.of(
          new ServerProfile(
              address.getAuthority(), address, user, kind().orElse(ServerKind.ENAIO)));
    }
    return Optional.of(
        known.stream()
            .filter(one -> one.address().equals(address))
            .filter(one -> kind == null || kind().equals(Optional.of(one.kind())))
            .findFirst()
            .orElseThrow(() -> usage("send.user", address)));
  }

  private Optional<ServerKind> kind() {
    String named = kind;
    return named == null
        ? Optional.empty()
        : Optional.of(ServerKind.of(named).orElseThrow(() -> usage("send.kind", named)));
  }

  private URI address(String text) {
    try {
      URI address = URI.create(text);
      if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getHost() != null
          && address.getUserInfo() == null) {
        return address;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw usage("send.address", text);
  }

  private Map<String, String> fieldValues() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals < 1) {
        throw usage("send.field");
      }
      values.put(field.substring(0, equals), field.substring(equals + 1));
    }
    return values;
  }

  private SendReport report() {
    PrintWriter out = spec.commandLine().getOut();
    return json
        ? new JsonReport(out, messages.locale())
        : new TerminalReport(
            out, spec.commandLine().getErr(), messages, Terminal.console().isPresent());
  }

  private ParameterException usage(String key, Object... arguments) {
    return new ParameterException(spec.commandLine(), messages.get(key, arguments));
  }
}
