package org.kontor.local.rillsoft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kontor.local.demo.PdfText;
import org.kontor.local.demo.Photo;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.Database;
import org.kontor.local.store.Intake;
import org.kontor.local.store.Received;

/** The documents of the demo projects: small real PDFs, photos, texts and tables. */
final class DemoDocuments {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** Project, WBS code of the task, DMS folder, day, name, description; several days: versions. */
  private static final String WRITTEN =
      """
      101;1.1.1;20;2025-03-05;Bauantrag Wohnhaus.pdf;eingereicht beim Bauamt Bremen
      101;1.1.2;19;2025-05-19;Baugenehmigung.pdf;Az. 63-1187/25
      101;1.2;17;2025-03-28;Baugrundgutachten.pdf;Tragfähigkeit ausreichend, Grundwasser bei 3,20 m
      101;2.1.1;21;2025-06-02;Baugrube Übersicht.jpg;Blick von Südwesten
      101;2.1.2;17;2025-06-11 2025-06-24;Fundamentplan.pdf;freigegebener Stand
      101;2.1.2;12;2025-05-30;Bauvertrag Rohbau.pdf;Möller Hochbau GmbH
      101;2.1.2;21;2025-06-26;Bewehrung vor dem Betonieren.jpg;
      101;2.2.1;22;2025-07-14;Protokoll Baubesprechung 07.txt;
      101;2.2.2;13;2025-08-04;Nachtrag 01 Klinker.pdf;geänderte Steinsorte
      101;2.2.3;15;2025-08-20 2025-09-02 2025-09-17;Grundriss Obergeschoss.pdf;dritte Fassung
      101;2.3;21;2025-10-06;Dachstuhl gerichtet.jpg;Richtfest am 7. Oktober
      101;3.1;24;2025-11-10;Mängelliste Fenster.csv;
      101;4;25;2026-02-20;Gewährleistung Fristen.csv;Beginn mit der Abnahme
      102;1.1.1;16;2025-07-16;Vorentwurf Ansichten.pdf;zwei Varianten
      102;1.1.2;11;2025-07-30;Kostenschätzung.csv;nach DIN 276
      102;1.2;15;2025-09-08;Grundriss Gruppenräume.pdf;
      102;2.1.1;20;2025-10-13;Rückfrage zum Fallschutz.txt;
      102;2.1.2;21;2025-11-03;Spielgeräte.jpg;
      102;3;23;2025-12-01;Prüfbericht Unfallkasse.pdf;ohne Beanstandung
      103;1.1;22;2026-01-15;Prüfbericht DIN 1076.pdf;Zustandsnote 2,8
      103;1.2;17;2026-01-29;Nachrechnung Tragfähigkeit.pdf;
      103;2.1.1;21;2026-02-16;Kappe Nordseite.jpg;Abplatzungen
      103;2.2.2;20;2026-03-02;Anfrage Lagertausch.txt;an drei Firmen
      109;1.1;20;2024-02-08;Machbarkeit Lagerhalle.pdf;
      201;1.1.1;54;2025-09-15;Schallgutachten.pdf;Immissionsort 4 knapp eingehalten
      201;1.1.2;52;2025-09-22;Schattenwurf.csv;
      201;2.1.1;53;2025-11-05;Fundament Anlage 1.jpg;
      201;2.1.2;52;2025-11-24 2025-12-08;Hubplan Turm.pdf;mit Kranstellflächen
      201;3;51;2026-01-19;Angebot Kabelverlegung.pdf;
      202;1.1.1;52;2026-02-09;Motorauslegung.txt;
      202;1.1.2;51;2026-02-17;Angebot Getriebe.pdf;gültig bis Ende März
      202;2.1.1;53;2026-03-09;Stützen Achse A bis F.jpg;
      """;

  private static final List<String> CLERKS = List.of("p.lindner", "j.hoevelmann", "a.yildiz");

  private final Database database;
  private final ContentStore contents;

  DemoDocuments(Database database, ContentStore contents) {
    this.database = database;
    this.contents = contents;
  }

  private record Version(String day, Received file) {}

  private record Written(
      long project,
      String wbs,
      long folder,
      String name,
      String description,
      List<Version> versions) {}

  void write() throws IOException {
    try (Intake intake = contents.intake()) {
      List<Written> all = new ArrayList<>();
      for (String line : WRITTEN.lines().toList()) {
        all.add(read(line.split(";", -1), intake, all.size()));
      }
      intake.place(all.stream().flatMap(it -> it.versions().stream()).map(Version::file).toList());
      database.write(
          session -> {
            for (int i = 0; i < all.size(); i++) {
              Written written = all.get(i);
              DocumentTable table = new DocumentTable(session);
              String clerk = CLERKS.get(i % CLERKS.size());
              long document =
                  table.add(
                      written.project(),
                      DemoPlan.uuid(written.project(), written.wbs()),
                      written.folder(),
                      millis(written.versions().getFirst().day(), i),
                      clerk);
              for (Version version : written.versions()) {
                long revision =
                    table.addRevision(
                        document,
                        written.name(),
                        written.description(),
                        millis(version.day(), i),
                        clerk);
                contents.attach(session, revision, 0, List.of(version.file()));
              }
            }
            return true;
          });
    }
  }

  private static Written read(String[] cells, Intake intake, int seed) throws IOException {
    List<Version> versions = new ArrayList<>();
    for (String day : cells[3].split(" ")) {
      String title = cells[4].substring(0, cells[4].lastIndexOf('.'));
      byte[] bytes = file(cells[4], title, cells[5], day, versions.size() + 1, seed);
      versions.add(new Version(day, intake.receive(new ByteArrayInputStream(bytes), cells[4], "")));
    }
    return new Written(
        Long.parseLong(cells[0]), cells[1], Long.parseLong(cells[2]), cells[4], cells[5], versions);
  }

  private static byte[] file(
      String name, String title, String description, String day, int state, int seed)
      throws IOException {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "pdf" ->
          new PdfText()
              .text(60, 780, 18, true, title)
              .line(60, 768, 535)
              .text(60, 745, 11, false, description)
              .text(60, 725, 11, false, "Stand " + state + " vom " + day)
              .text(60, 60, 9, false, "Halden & Partner GmbH, Am Speicher 12, 28195 Bremen")
              .bytes();
      case "jpg" -> Photo.jpeg(20260300L + seed);
      case "csv" ->
          utf8("Position;Bezeichnung;Menge\r\n1;" + title + ";1\r\n2;" + description + ";12,5\r\n");
      default ->
          utf8(title + "\r\n" + day + "\r\n\r\n" + description + "\r\nMit freundlichen Grüßen\r\n");
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long millis(String day, int seed) {
    return LocalDate.parse(day)
        .atTime(8 + seed % 9, seed * 7 % 60)
        .atZone(ZONE)
        .toInstant()
        .toEpochMilli();
  }
}
