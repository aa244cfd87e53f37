package org.kontor.settings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Profiles of servers in files of their own: to hand on, and rolled out by an administrator. No
 * file holds a password. All methods block.
 */
public final class ProfileFiles {
  private static final System.Logger LOG = System.getLogger(ProfileFiles.class.getName());
  private static final String PROFILES = "profiles";
  private static final long LARGEST = 1 << 20;

  private ProfileFiles() {}

  /**
   * What a file holds.
   *
   * @param leftOut how many entries are no profile of a server, or say the same once more
   */
  public record Held(List<ServerProfile> profiles, int leftOut) {
    public Held {
      profiles = List.copyOf(profiles);
    }
  }

  /** A file that holds nothing of this kind; its message is not meant for people. */
  public static final class NoProfilesException extends IOException {
    private static final long serialVersionUID = 1L;

    NoProfilesException(String message) {
      super(message);
    }
  }

  /** Writes profiles to a file, over what is there. */
  public static void write(Path file, List<ServerProfile> profiles) throws IOException {
    ObjectMapper json = JsonMapper.builder().build();
    ObjectNode root = json.createObjectNode();
    ProfileJson.writeAll(profiles, json.createArrayNode(), root.putArray(PROFILES));
    new JsonFile(file).replace(root);
  }

  /**
   * Reads such a file; it may also hold a single profile, or be a settings file.
   *
   * @throws NoProfilesException when there is no profile in it
   * @throws IOException when it cannot be read
   */
  public static Held read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new NoProfilesException("a file of profiles has at most 1 MiB");
    }
    JsonNode list = list(file);
    List<ServerProfile> profiles = ProfileJson.readAll(list);
    if (profiles.isEmpty()) {
      throw new NoProfilesException("no profile among " + list.size() + " entries");
    }
    return new Held(profiles, list.size() - profiles.size());
  }

  private static JsonNode list(Path file) throws IOException {
    ObjectMapper json = JsonMapper.builder().build();
    try {
      // As bytes: some editors put a mark of the encoding before them.
      JsonNode root = json.readTree(Files.readAllBytes(file));
      if (root.isArray()) {
        return root;
      }
      return root.has(PROFILES) ? root.path(PROFILES) : json.createArrayNode().add(root);
    } catch (JacksonException senseless) {
      throw new NoProfilesException("no JSON");
    }
  }

  /**
   * All profiles of the files {@code *.json} in a folder, by the order of their names. A file that
   * cannot be read is left out, and the log says which.
   */
  static List<ServerProfile> readFolder(Path folder) {
    List<ServerProfile> profiles = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return profiles;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
      List<Path> files = new ArrayList<>();
      found.forEach(files::add);
      for (Path file : files.stream().sorted().toList()) {
        try {
          Held held = read(file);
          profiles.addAll(held.profiles());
          if (held.leftOut() > 0) {
            LOG.log(
                System.Logger.Level.WARNING,
                "Of the profiles in {0}, {1} were not understood",
                file,
                held.leftOut());
          }
        } catch (IOException unreadable) {
          LOG.log(
              System.Logger.Level.WARNING,
              "The profiles in {0} were not read: {1}",
              file,
              unreadable.toString());
        }
      }
    } catch (IOException unreadable) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The folder {0} was not read: {1}",
          folder,
          unreadable.toString());
    }
    return profiles;
  }
}
