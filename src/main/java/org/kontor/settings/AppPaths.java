package org.kontor.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Every folder of Kontor. By the platform's conventions, unless the environment variable {@code
 * KONTOR_HOME} or, before it, the system property {@code kontor.home} names one folder that takes
 * the place of all of them.
 *
 * @param config settings
 * @param data journal, spool and local server: what must not be lost
 * @param cache what may be deleted at any time
 * @param logs log files
 * @param administered profiles of servers that the administrator of this computer rolled out; only
 *     read
 */
public record AppPaths(Path config, Path data, Path cache, Path logs, Path administered) {

  /** With the administrator's profiles beside the settings. */
  public AppPaths(Path config, Path data, Path cache, Path logs) {
    this(config, data, cache, logs, config.resolveSibling("profiles"));
  }

  /** The folders for this program start. */
  public static AppPaths ofThisStart() {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System.getenv(),
        Optional.ofNullable(System.getProperty("kontor.home")));
  }

  static AppPaths of(
      String system, Path home, Map<String, String> environment, Optional<String> override) {
    Optional<String> own =
        override.or(() -> variable(environment, "KONTOR_HOME")).filter(name -> !name.isBlank());
    if (own.isPresent()) {
      return below(Path.of(own.get()).toAbsolutePath());
    }
    String name = system.toLowerCase(Locale.ROOT);
    Function<String, Optional<Path>> folder = key -> variable(environment, key).map(Path::of);
    if (name.startsWith("windows")) {
      Path roaming = folder.apply("APPDATA").orElse(home.resolve("AppData/Roaming"));
      // The journal never lies in a roaming profile: that may be a network drive (pitfalls 3).
      Path local = folder.apply("LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      return new AppPaths(
          roaming.resolve("Kontor"),
          local.resolve("Kontor/data"),
          local.resolve("Kontor/cache"),
          local.resolve("Kontor/logs"),
          folder.apply("PROGRAMDATA").orElse(Path.of("C:/ProgramData")).resolve("Kontor/profiles"));
    }
    if (name.startsWith("mac")) {
      Path library = home.resolve("Library");
      return new AppPaths(
          library.resolve("Preferences/Kontor"),
          library.resolve("Application Support/Kontor"),
          library.resolve("Caches/Kontor"),
          library.resolve("Logs/Kontor"),
          Path.of("/Library/Application Support/Kontor/profiles"));
    }
    return new AppPaths(
        folder.apply("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("kontor"),
        folder.apply("XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("kontor"),
        folder.apply("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("kontor"),
        folder.apply("XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve("kontor/logs"),
        Path.of("/etc/kontor/profiles"));
  }

  private static AppPaths below(Path home) {
    return new AppPaths(
        home.resolve("config"), home.resolve("data"), home.resolve("cache"), home.resolve("logs"));
  }

  private static Optional<String> variable(Map<String, String> environment, String key) {
    return Optional.ofNullable(environment.get(key)).filter(value -> !value.isBlank());
  }

  public Path settingsFile() {
    return config.resolve("settings.json");
  }

  /** What a person decided about certificates that nobody vouches for. */
  public Path trustFile() {
    return config.resolve("trust.json");
  }

  /** What was found out about servers. */
  public Path learnedServers() {
    return config.resolve("servers.json");
  }

  public Path notebookFile() {
    return config.resolve("notebook.json");
  }

  public Path outbox() {
    return data.resolve("outbox");
  }

  /** Documents that are checked out, and those open to be read. */
  public Path workingCopies() {
    return data.resolve("working-copies");
  }

  /**
   * Files that wait on this computer, for a server that has no tray.
   *
   * @param profile key of its profile
   */
  public Path tray(String profile) {
    return data.resolve("tray").resolve(folderOf(profile));
  }

  /**
   * What a server told of itself when it could last be reached.
   *
   * @param profile key of its profile
   */
  public Path lastSeen(String profile) {
    return data.resolve("last-seen").resolve(folderOf(profile));
  }

  private static String folderOf(String profile) {
    return UUID.nameUUIDFromBytes(profile.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public Path localServer() {
    return data.resolve("local-server");
  }

  /** On which port this computer's archive was reached last. */
  public Path localServerPort() {
    return data.resolve("local-server.port");
  }

  /** Makes all folders, readable by their owner only. */
  public void create() throws IOException {
    for (Path folder : new Path[] {config, data, cache, logs}) {
      createPrivate(folder);
    }
  }

  private static void createPrivate(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }
}
