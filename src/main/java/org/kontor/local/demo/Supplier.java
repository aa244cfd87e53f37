package org.kontor.local.demo;

import java.math.BigDecimal;
import java.util.List;

/** A supplier of the demo archive and what it sells. */
record Supplier(
    String number,
    String name,
    String street,
    String city,
    String industry,
    String mail,
    String contract,
    String contractKind,
    List<Article> articles) {

  /** Something on its invoices; the price is net. */
  record Article(String name, BigDecimal price) {
    static Article of(String name, String price) {
      return new Article(name, new BigDecimal(price));
    }
  }

  static List<Supplier> all() {
    return List.of(
        new Supplier(
            "L-10012",
            "Papierkontor Weser GmbH",
            "Langenstraße 44",
            "28195 Bremen",
            "Bürobedarf",
            "rechnung@papierkontor-weser.example",
            "Rahmenvertrag Kopierpapier und Umschläge",
            "Rahmenvertrag",
            List.of(
                Article.of("Kopierpapier A4, 80 g, 500 Blatt", "4.29"),
                Article.of("Versandtaschen C4, 100 Stück", "12.80"),
                Article.of("Register A bis Z, Karton", "2.15"))),
        new Supplier(
            "L-10027",
            "Stadtwerke Nordhafen AG",
            "Am Umspannwerk 1",
            "28217 Bremen",
            "Energieversorgung",
            "service@stadtwerke-nordhafen.example",
            "Stromliefervertrag Betriebsgelände Süd",
            "Dauerschuldverhältnis",
            List.of(
                Article.of("Strom, Arbeitspreis je 100 kWh", "24.60"),
                Article.of("Grundpreis Zähler", "18.50"))),
        new Supplier(
            "L-10031",
            "Hövelmann Maschinenbau KG",
            "Industriestraße 9",
            "49393 Lohne",
            "Maschinenbau",
            "buchhaltung@hoevelmann.example",
            "Wartung der Fräszentren 3 bis 7",
            "Wartung",
            List.of(
                Article.of("Spindellager SL 60", "386.00"),
                Article.of("Kühlschmierstoff, 20 Liter", "94.90"),
                Article.of("Monteurstunde", "89.00"))),
        new Supplier(
            "L-10044",
            "Elektro Çelik e. K.",
            "Hafenrandstraße 3",
            "26382 Wilhelmshaven",
            "Elektrotechnik",
            "info@elektro-celik.example",
            "Prüfung ortsveränderlicher Betriebsmittel",
            "Dienstleistung",
            List.of(
                Article.of("Prüfung Betriebsmittel nach DGUV V3", "4.75"),
                Article.of("Leuchte LED 36 W", "58.30"))),
        new Supplier(
            "L-10058",
            "Spedition Ostermann & Söhne",
            "Güterverkehrszentrum 18",
            "28197 Bremen",
            "Spedition und Logistik",
            "abrechnung@ostermann.example",
            "Rahmenvertrag Stückgutverkehre Inland",
            "Rahmenvertrag",
            List.of(
                Article.of("Stückgut Inland, je 100 kg", "41.20"),
                Article.of("Europalette, Tausch", "9.80"))),
        new Supplier(
            "L-10063",
            "Deichblick Software GmbH",
            "Technologiepark 7",
            "28359 Bremen",
            "Informationstechnik",
            "rechnungen@deichblick.example",
            "Softwarepflege Warenwirtschaft",
            "Wartung",
            List.of(
                Article.of("Softwarepflege, Monat", "640.00"),
                Article.of("Beraterstunde", "125.00"),
                Article.of("Schulung, Tag", "980.00"))),
        new Supplier(
            "L-10070",
            "Glanz & Gloria Gebäudereinigung",
            "Kattenturmer Allee 55",
            "28277 Bremen",
            "Gebäudereinigung",
            "buero@glanz-gloria.example",
            "Unterhaltsreinigung Verwaltungsgebäude",
            "Dienstleistung",
            List.of(
                Article.of("Unterhaltsreinigung, Monat", "1180.00"),
                Article.of("Glasreinigung", "310.00"))),
        new Supplier(
            "L-10085",
            "Nordsee Assekuranz VVaG",
            "Domshof 20",
            "28195 Bremen",
            "Versicherungen",
            "vertrag@nordsee-assekuranz.example",
            "Betriebshaftpflicht- und Umweltschadensversicherung",
            "Versicherung",
            List.of(Article.of("Beitrag Betriebshaftpflicht, Quartal", "1462.50"))),
        new Supplier(
            "L-10091",
            "Bürowelt Friesland",
            "Neue Straße 2",
            "26441 Jever",
            "Bürobedarf",
            "kontakt@buerowelt-friesland.example",
            "Leasing von Multifunktionsgeräten",
            "Leasing",
            List.of(
                Article.of("Schreibtischstuhl Modell Juist", "289.00"),
                Article.of("Höhenverstellbarer Schreibtisch", "549.00"),
                Article.of("Leasingrate Kopierer", "118.00"))));
  }
}
