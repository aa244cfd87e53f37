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
   * @throws IOException when it cannot be read, or is none
   */
  public static List<ServerProfile> read(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("a file of profiles has at most 1 MiB");
    }
    ObjectMapper json = JsonMapper.builder().build();
    try {
      JsonNode root = json.readTree(Files.readString(file));
      JsonNode list = root.has(PROFILES) ? root.path(PROFILES) : json.createArrayNode().add(root);
      return ProfileJson.readAll(list);
    } catch (JacksonException senseless) {
      throw new IOException("no JSON", senseless);
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
          profiles.addAll(read(file));
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
