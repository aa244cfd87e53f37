package org.kontor.rillsoft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.Cabinet;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * The object definition that there would be if the server had one: two cabinets for each client,
 * one by plan and one by filing, with the same documents in both (decision 0029).
 */
final class Definition {
  static final String NAME = "name";
  static final String DESCRIPTION = "description";
  static final String CODE = "code";
  static final String PATH = "path";

  /** No limit is documented; a description gets room for some lines. */
  private static final int LONG_TEXT = 4_000;

  private final long client;
  private final boolean everywhere;
  private final String suffix;

  /**
   * @param everywhere whether documents hang on projects and subprojects too
   * @param suffix tells the cabinets of several clients apart; empty where there is one
   */
  private Definition(long client, boolean everywhere, String suffix) {
    this.client = client;
    this.everywhere = everywhere;
    this.suffix = suffix;
  }

  static Schema of(List<Client> clients, boolean everywhere) {
    List<Cabinet> cabinets = new ArrayList<>();
    for (Client client : clients) {
      String name = client.name().isEmpty() ? String.valueOf(client.id()) : client.name();
      Definition definition =
          new Definition(client.id(), everywhere, clients.size() > 1 ? " · " + name : "");
      cabinets.add(definition.plan());
      cabinets.add(definition.filing());
    }
    return new Schema(cabinets);
  }

  static TypeId project(long client) {
    return type("project", client);
  }

  static TypeId subproject(long client) {
    return type("subproject", client);
  }

  static TypeId task(long client) {
    return type("task", client);
  }

  static TypeId folder(long client) {
    return type("dmsfolder", client);
  }

  static TypeId subfolder(long client) {
    return type("dmssubfolder", client);
  }

  static TypeId document(long client) {
    return type("document", client);
  }

  /** The client whose top folders of this type stand in the archive. */
  static Optional<Long> client(TypeId type) {
    String text = type.value();
    try {
      return Optional.of(Long.valueOf(text.substring(text.lastIndexOf('.') + 1)));
    } catch (NumberFormatException foreign) {
      return Optional.empty();
    }
  }

  private static TypeId type(String name, long client) {
    return new TypeId(name + '.' + client);
  }

  private Cabinet plan() {
    Map<TypeId, Integer> tasksOnly = new HashMap<>();
    tasksOnly.put(subproject(client), 0);
    tasksOnly.put(task(client), 0);
    if (!everywhere) {
      tasksOnly.put(document(client), 0);
    }
    Map<TypeId, Integer> documents = Map.of(subproject(client), 0, task(client), 0);
    return new Cabinet(
        "plan." + client,
        text("Projects", "Projekte", suffix),
        container(
            project(client),
            Kind.FOLDER,
            text("Project", "Projekt", ""),
            List.of(
                field(NAME, text("Name", "Name", "")),
                field(CODE, text("Code", "Code", "")),
                field(PATH, text("Project folder", "Projektordner", ""))),
            tasksOnly),
        List.of(
            container(
                subproject(client),
                Kind.REGISTER,
                text("Subproject", "Teilprojekt", ""),
                List.of(field(NAME, text("Name", "Name", ""))),
                tasksOnly),
            container(
                task(client),
                Kind.REGISTER,
                text("Task", "Vorgang", ""),
                List.of(field(NAME, text("Name", "Name", ""))),
                documents)),
        List.of(document()));
  }

  private Cabinet filing() {
    Map<TypeId, Integer> documents = Map.of(subfolder(client), 0);
    List<FieldDefinition> fields = List.of(field(NAME, text("Name", "Name", "")));
    return new Cabinet(
        "filing." + client,
        text("Filing plan", "Ablageplan", suffix),
        container(
            folder(client), Kind.FOLDER, text("DMS folder", "DMS-Ordner", ""), fields, documents),
        List.of(
            container(
                subfolder(client),
                Kind.REGISTER,
                text("DMS folder", "DMS-Ordner", ""),
                fields,
                documents)),
        List.of(document()));
  }

  private ObjectType document() {
    return new ObjectType(
        document(client),
        document(client).value(),
        text("Document", "Dokument", ""),
        Kind.DOCUMENT,
        Optional.empty(),
        List.of(
            new FieldDefinition(
                NAME,
                text("Name", "Name", ""),
                new FieldType.Text(0),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty()),
            new FieldDefinition(
                DESCRIPTION,
                text("Description", "Beschreibung", ""),
                new FieldType.Text(LONG_TEXT),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty())),
        Map.of());
  }

  private static ObjectType container(
      TypeId id,
      Kind kind,
      LocalizedText name,
      List<FieldDefinition> fields,
      Map<TypeId, Integer> limits) {
    return new ObjectType(id, id.value(), name, kind, Optional.empty(), fields, limits);
  }

  private static FieldDefinition field(String name, LocalizedText label) {
    return new FieldDefinition(
        name,
        label,
        new FieldType.Text(0),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        true,
        Optional.empty());
  }

  private static LocalizedText text(String english, String german, String suffix) {
    return new LocalizedText(
        english + suffix, Map.of("en", english + suffix, "de", german + suffix));
  }
}
