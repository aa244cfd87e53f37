package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kontor.model.Cabinet;
import org.kontor.model.Catalog;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Provenance;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** A small archive for the tests of the form: two cabinets, every kind of field. */
final class Archive {
  static final TypeId FOLDER = new TypeId("0");
  static final TypeId MONTH = new TypeId("6488064");
  static final TypeId INVOICE = new TypeId("262144");
  static final TypeId NOTE = new TypeId("262145");
  static final TypeId LONG = new TypeId("262146");
  static final TypeId LETTER = new TypeId("262147");
  static final TypeId PROJECT = new TypeId("1");
  static final TypeId CONTRACT = new TypeId("262150");

  static final Schema SCHEMA = new Schema(List.of(invoices(), projects()));

  private Archive() {}

  static LocalizedText text(String english, String german) {
    return new LocalizedText(english, Map.of("en", english, "de", german));
  }

  static FieldDefinition field(String name, String english, String german, FieldType type) {
    return new FieldDefinition(
        name,
        text(english, german),
        type,
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty());
  }

  static FieldDefinition required(FieldDefinition field) {
    return new FieldDefinition(
        field.name(),
        field.label(),
        field.type(),
        field.page(),
        field.tooltip(),
        true,
        field.key(),
        field.readOnly(),
        field.initialValue());
  }

  static FieldDefinition key(FieldDefinition field) {
    return new FieldDefinition(
        field.name(),
        field.label(),
        field.type(),
        field.page(),
        field.tooltip(),
        field.required(),
        true,
        field.readOnly(),
        field.initialValue());
  }

  static FieldDefinition readOnly(FieldDefinition field) {
    return new FieldDefinition(
        field.name(),
        field.label(),
        field.type(),
        field.page(),
        field.tooltip(),
        field.required(),
        field.key(),
        true,
        field.initialValue());
  }

  static FieldDefinition initially(FieldDefinition field, String value) {
    return new FieldDefinition(
        field.name(),
        field.label(),
        field.type(),
        field.page(),
        field.tooltip(),
        field.required(),
        field.key(),
        field.readOnly(),
        Optional.of(FieldValue.of(value)));
  }

  static FieldDefinition on(LocalizedText page, FieldDefinition field) {
    return new FieldDefinition(
        field.name(),
        field.label(),
        field.type(),
        Optional.of(page),
        field.tooltip(),
        field.required(),
        field.key(),
        field.readOnly(),
        field.initialValue());
  }

  static Catalog.Entry entry(
      String value, String english, String german, Catalog.Entry... children) {
    return new Catalog.Entry(value, text(english, german), List.of(children));
  }

  static Catalog suppliers() {
    return new Catalog(
        Catalog.Shape.LIST,
        List.of(
            entry("klein", "Papier Klein", "Papier Klein"),
            entry("gross", "Papier Gross", "Papier Groß"),
            entry("strom", "City Power", "Stadtwerke")));
  }

  static Catalog accounts() {
    return new Catalog(
        Catalog.Shape.HIERARCHY,
        List.of(
            entry(
                "1",
                "Office",
                "Büro",
                entry("11", "Paper", "Papier"),
                entry("12", "Other", "Sonstiges")),
            entry("2", "Travel", "Reisen", entry("21", "Other", "Sonstiges"))));
  }

  static Catalog large(int entries) {
    return new Catalog(
        Catalog.Shape.LIST,
        IntStream.range(0, entries)
            .mapToObj(n -> entry(String.valueOf(n), "Entry " + n, "Entry " + n))
            .toList());
  }

  private static ObjectType type(
      TypeId id, String name, String english, String german, Kind kind, FieldDefinition... fields) {
    return new ObjectType(
        id,
        name,
        text(english, german),
        kind,
        kind == Kind.DOCUMENT ? Optional.of(MainType.ANY_FILE) : Optional.empty(),
        List.of(fields),
        name.equals("folder") ? Map.of(NOTE, 0) : Map.of());
  }

  private static Cabinet invoices() {
    LocalizedText more = text("Payment", "Zahlung");
    ObjectType invoice =
        type(
            INVOICE,
            "invoice",
            "Invoice",
            "Rechnung",
            Kind.DOCUMENT,
            required(key(field("number", "Number", "Nummer", new FieldType.Text(20)))),
            required(
                field(
                    "date",
                    "Date of receipt",
                    "Rechnungseingangsdatum der Hauptbuchhaltung",
                    new FieldType.Date())),
            field("supplier", "Supplier", "Lieferant", new FieldType.Choice(suppliers(), false)),
            field("remark", "Remark", "Bemerkung", new FieldType.Text(300)),
            on(more, field("amount", "Amount", "Betrag", new FieldType.Decimal())),
            on(more, field("paid", "Paid", "Bezahlt", new FieldType.YesNo())),
            on(more, field("due", "Due", "Fällig am", new FieldType.DateTime())),
            on(
                more,
                field("account", "Account", "Sachkonto", new FieldType.Choice(accounts(), false))),
            on(more, field("tags", "Tags", "Stichworte", new FieldType.Choice(suppliers(), true))),
            on(
                more,
                field(
                    "positions",
                    "Positions",
                    "Positionen",
                    new FieldType.Table(
                        List.of(
                            required(field("item", "Item", "Artikel", new FieldType.Text(40))),
                            field("count", "Count", "Anzahl", new FieldType.WholeNumber()),
                            field("price", "Price", "Preis", new FieldType.Decimal()))))));
    ObjectType note =
        type(
            NOTE,
            "note",
            "Delivery note",
            "Lieferschein",
            Kind.DOCUMENT,
            required(field("number", "Number", "Nummer", new FieldType.Text(20))),
            initially(field("copies", "Copies", "Kopien", new FieldType.WholeNumber()), "1"),
            readOnly(initially(field("state", "State", "Zustand", new FieldType.Text(10)), "new")));
    ObjectType letter =
        type(
            LETTER,
            "letter",
            "Letter",
            "Brief",
            Kind.DOCUMENT,
            field("subject", "Subject", "Betreff", new FieldType.Text(80)));
    ObjectType many =
        type(
            LONG,
            "questionnaire",
            "Questionnaire",
            "Fragebogen",
            Kind.DOCUMENT,
            IntStream.rangeClosed(1, 120)
                .mapToObj(
                    n -> field("q" + n, "Question " + n, "Frage " + n, new FieldType.Text(80)))
                .toArray(FieldDefinition[]::new));
    return new Cabinet(
        "invoices",
        text("Invoices", "Rechnungen"),
        type(
            FOLDER,
            "folder",
            "Year",
            "Jahr",
            Kind.FOLDER,
            field("title", "Title", "Titel", new FieldType.Text(50))),
        List.of(
            type(
                MONTH,
                "month",
                "Month",
                "Monat",
                Kind.REGISTER,
                field("title", "Title", "Titel", new FieldType.Text(50)))),
        List.of(invoice, note, many, letter));
  }

  private static Cabinet projects() {
    return new Cabinet(
        "projects",
        text("Projects", "Projekte"),
        type(
            PROJECT,
            "project",
            "Project",
            "Projekt",
            Kind.FOLDER,
            field("title", "Title", "Titel", new FieldType.Text(50))),
        List.of(),
        List.of(
            type(
                CONTRACT,
                "contract",
                "Contract",
                "Vertrag",
                Kind.DOCUMENT,
                required(field("number", "Number", "Nummer", new FieldType.Text(20))),
                field("partner", "Partner", "Partner", new FieldType.Text(50)))));
  }

  static ObjectType type(TypeId id) {
    return SCHEMA.type(id).orElseThrow();
  }

  static DmsObject.Document typeless(String id) {
    return new DmsObject.Document(
        new ObjectId(id),
        Optional.empty(),
        Optional.of(MainType.ANY_FILE),
        Map.of(),
        List.of(),
        Provenance.UNKNOWN);
  }

  static DmsObject.Document typed(String id, TypeId type, Map<String, FieldValue> fields) {
    return new DmsObject.Document(
        new ObjectId(id),
        Optional.of(type),
        Optional.of(MainType.ANY_FILE),
        fields,
        List.of(),
        Provenance.UNKNOWN);
  }

  static DmsObject.Container container(String id, TypeId type, Kind kind, String title) {
    return new DmsObject.Container(
        new ObjectId(id), type, kind, Map.of("title", FieldValue.of(title)), Provenance.UNKNOWN);
  }

  static List<DmsObject.Container> places() {
    List<DmsObject.Container> places = new ArrayList<>();
    places.add(container("2026", FOLDER, Kind.FOLDER, "2026"));
    places.add(container("nov", MONTH, Kind.REGISTER, "November"));
    places.add(container("p1", PROJECT, Kind.FOLDER, "November party"));
    return places;
  }
}
