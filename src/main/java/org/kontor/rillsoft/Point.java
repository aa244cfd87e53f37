package org.kontor.rillsoft;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something about a server that its documentation does not say, with what is taken for it
 * (reference 3.6 and 7). In paths {@code {client}}, {@code {project}}, {@code {document}} and
 * {@code {version}} are filled in; one that begins with a slash is below the server's address, all
 * others below the API. Several property names are alternatives, separated by blanks; an empty path
 * is never asked.
 */
public enum Point {
  /** Where the API begins below the server's address (1.2). */
  API_PATH("apiPath", Shape.PATHS, "/api/v2"),
  /**
   * {@code login} with name and password, or {@code token} where the password is the token (G1).
   */
  SIGN_IN("signIn", Shape.CHOICE, "login", "token"),
  LOGIN_PATH("loginPath", Shape.PATHS, "login"),
  LOGIN_USER("loginUser", "username"),
  LOGIN_PASSWORD("loginPassword", "password"),
  LOGIN_TOKEN("loginToken", "token access_token"),
  /** Lists the clients, G2. */
  CLIENTS("clients", Shape.PATHS, "clients"),
  /** Numbers of the clients to show, separated by blanks; all that are listed where it is empty. */
  ONLY_CLIENTS("onlyClients", Shape.NUMBERS, ""),
  /** The plan of a project; the first path that answers with one counts (G5). */
  ELEMENTS(
      "elements",
      Shape.PATHS,
      "clients/{client}/projects/{project} clients/{client}/projects/{project}/elements"),
  /** The tree of DMS folders (G3). */
  FOLDERS("folders", Shape.PATHS, "clients/{client}/dms/folders"),
  /** A document's file (G4). */
  DOWNLOAD("download", Shape.PATHS, Shared.DOCUMENT),
  /** Deleting, by the method DELETE (G6). */
  DELETE("delete", Shape.PATHS, Shared.DOCUMENT),
  VERSIONS("versions", Shape.PATHS, Shared.DOCUMENT + "/versions"),
  VERSION_DOWNLOAD("versionDownload", Shape.PATHS, Shared.DOCUMENT + "/versions/{version}"),
  /** Brings back a deleted document, or a former version of one. */
  RESTORE("restore", Shape.PATHS, Shared.DOCUMENT + "/restore"),
  /** How the body of {@link #RESTORE} names the version. */
  RESTORE_VERSION("restoreVersion", "version"),
  /** How a change says that it is none of something new: {@code none}, header, field (G14). */
  METHOD_OVERRIDE("methodOverride", Shape.CHOICE, "none", "header", "field"),
  /** What documents may hang on: {@code tasks}, or {@code all} elements (G11). */
  DOCUMENT_PARENTS("documentParents", Shape.CHOICE, "tasks", "all"),
  CLIENT_ID("client.id", "id clientId client_id"),
  CLIENT_NAME("client.name", "name clientName client_name"),
  PROJECT_ID("project.id", "id projectId project_id"),
  PROJECT_UUID("project.uuid", "uuid"),
  PROJECT_NAME("project.name", "name"),
  PROJECT_CODE("project.code", "code"),
  PROJECT_PATH("project.path", "path"),
  ELEMENT_UUID("element.uuid", "uuid id"),
  ELEMENT_TYPE("element.type", "type"),
  ELEMENT_NAME("element.name", "name"),
  /** Where the elements stand in a list: the one around each. */
  ELEMENT_PARENT("element.parent", "parentUuid parent_uuid"),
  /** Where they stand in a tree: those in each. */
  ELEMENT_CHILDREN("element.children", "elements children"),
  FOLDER_ID("folder.id", "id folderId folder_id"),
  FOLDER_NAME("folder.name", "name"),
  FOLDER_PARENT("folder.parent", "parentId parentFolderId parent_id parent_folder_id"),
  FOLDER_CHILDREN("folder.children", "children folders"),
  /** In a nested set: a folder holds those whose pair lies inside its own. */
  FOLDER_LEFT("folder.left", "left"),
  FOLDER_RIGHT("folder.right", "right"),
  DOCUMENT_ID("document.id", "id documentId document_id"),
  DOCUMENT_PROJECT("document.project", "projectId project_id"),
  DOCUMENT_ELEMENT("document.element", "parentUuid parent_uuid uuid"),
  DOCUMENT_ELEMENT_NAME("document.elementName", "elementName element_name"),
  DOCUMENT_FOLDER("document.folder", "folderId folder_id"),
  DOCUMENT_NAME("document.name", "name"),
  DOCUMENT_DESCRIPTION("document.description", "description"),
  DOCUMENT_SIZE("document.size", "fileSize file_size size"),
  DOCUMENT_TYPE("document.type", "mimeType mime_type contentType content_type"),
  DOCUMENT_CREATED("document.created", "createdAt created_at created"),
  DOCUMENT_CREATED_BY(
      "document.createdBy", "createdUserName created_user_name createdBy created_by"),
  VERSION_ID("version.id", "version revision id versionId version_id"),
  VERSION_CREATED("version.created", "createdAt created_at created"),
  VERSION_CREATED_BY("version.createdBy", "createdUserName created_user_name createdBy created_by");

  /** What a setting is made of. */
  public enum Shape {
    /** Paths, separated by blanks; empty where there is none. */
    PATHS,
    /** Names of a property, separated by blanks, at least one. */
    NAMES,
    /** Whole numbers, separated by blanks, or none. */
    NUMBERS,
    /** One of {@link Point#choices}. */
    CHOICE
  }

  private static final String OR = "|";

  private final String key;
  private final Shape shape;

  /** Separated by {@link #OR}. */
  private final String choices;

  Point(String key, String usual) {
    this(key, Shape.NAMES, usual);
  }

  Point(String key, Shape shape, String... choices) {
    this.key = key;
    this.shape = shape;
    this.choices = String.join(OR, choices);
  }

  /** What several points have in common. */
  private static final class Shared {
    private static final String DOCUMENT =
        "clients/{client}/dms/projects/{project}/documents/{document}";
  }

  /** What it is called in a server's profile. */
  public String key() {
    return key;
  }

  /** What is taken where the profile says nothing. */
  public String usual() {
    return choices().getFirst();
  }

  public Shape shape() {
    return shape;
  }

  /** What can be chosen, the usual first; for other shapes the usual alone. */
  public List<String> choices() {
    return List.of(choices.split(Pattern.quote(OR), -1));
  }

  /** The point of a profile's key. */
  public static Optional<Point> of(String key) {
    return Stream.of(values()).filter(point -> point.key.equals(key)).findFirst();
  }

  /** The words of a setting that lists some. */
  static List<String> words(String setting) {
    return Arrays.stream(setting.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }
}
