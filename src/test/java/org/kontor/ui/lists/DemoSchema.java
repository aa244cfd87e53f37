package org.kontor.ui.lists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.Cabinet;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.MainType;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** Two cabinets: one with registers inside registers, one with folders that hold documents only. */
public final class DemoSchema {
  public static final TypeId YEAR = new TypeId("10");
  public static final TypeId MONTH = new TypeId("11");
  public static final TypeId INVOICE = new TypeId("12");
  public static final TypeId PROJECT = new TypeId("20");
  public static final TypeId REPORT = new TypeId("21");

  private DemoSchema() {}

  public static Schema schema() {
    return new Schema(
        List.of(
            new Cabinet(
                "invoices",
                text("Rechnungen", "Invoices"),
                type(YEAR, "Geschäftsjahr", "Year", Kind.FOLDER, Map.of()),
                List.of(type(MONTH, "Monatsregister", "Month", Kind.REGISTER, Map.of())),
                List.of(type(INVOICE, "Eingangsrechnung", "Invoice", Kind.DOCUMENT, Map.of()))),
            new Cabinet(
                "projects",
                text("Projekte", "Projects"),
                type(PROJECT, "Projektakte", "Project", Kind.FOLDER, Map.of()),
                List.of(),
                List.of(type(REPORT, "Prüfbericht", "Report", Kind.DOCUMENT, Map.of())))));
  }

  private static ObjectType type(
      TypeId id, String german, String english, Kind kind, Map<TypeId, Integer> limits) {
    FieldDefinition name =
        new FieldDefinition(
            "name",
            text("Name", "Name"),
            new FieldType.Text(80),
            Optional.empty(),
            Optional.empty(),
            true,
            false,
            false,
            Optional.empty());
    Optional<MainType> mainType =
        kind == Kind.DOCUMENT ? Optional.of(MainType.ANY_FILE) : Optional.empty();
    return new ObjectType(
        id, english, text(german, english), kind, mainType, List.of(name), limits);
  }

  private static LocalizedText text(String german, String english) {
    return new LocalizedText(english, Map.of("de", german, "en", english));
  }
}
