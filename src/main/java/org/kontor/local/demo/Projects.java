package org.kontor.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.kontor.local.enaio.DirectWriter;

/** The cabinet of building projects: phases, work packages, drawings, photos and minutes. */
final class Projects {
  private static final List<Project> PROJECTS =
      List.of(
          new Project("P-2024-03", "Neubau Feuerwache Hemelingen", "Stadt Bremen", "in Arbeit"),
          new Project("P-2024-11", "Sanierung Grundschule am Deich", "Gemeinde Stuhr", "in Arbeit"),
          new Project(
              "P-2025-02", "Erweiterung Kläranlage Farge", "Abwasserverband Unterweser", "geplant"),
          new Project(
              "P-2025-06", "Umbau Speicher XI zum Stadtarchiv", "Hafenkontor eG", "in Arbeit"));

  private static final List<String> PHASES =
      List.of("Vorplanung", "Ausführungsplanung", "Objektüberwachung");
  private static final List<String> PACKAGES =
      List.of("Erdarbeiten", "Mauerarbeiten", "Elektroinstallation");
  private static final List<String> SUBJECTS =
      List.of("Nordfassade, zweites Obergeschoss", "Baugrube von Westen", "Riss im Sturz Achse 4");

  private final DemoWriter writer;

  private record Project(String number, String name, String client, String progress) {}

  Projects(DemoWriter writer) {
    this.writer = writer;
  }

  void write() throws IOException {
    int seed = 1;
    for (Project project : PROJECTS) {
      LocalDate start = LocalDate.of(Integer.parseInt(project.number().substring(2, 6)), 3, 4);
      int folder =
          writer.folder(
              "project", start,
              "projectName", project.name(),
              "projectNo", project.number(),
              "client", project.client(),
              "projectManager", writer.clerk(),
              "projectStart", start.toString(),
              "projectEnd", start.plusMonths(20).toString(),
              "budget", (8 + writer.below(60)) * 50_000 + ".00",
              "projectProgress", project.progress());
      confirmation(project, folder, start.plusDays(6));
      for (int phase = 0; phase < PHASES.size(); phase++) {
        phase(project, folder, start.plusMonths(2L * phase), phase, seed);
        seed += 10;
      }
    }
  }

  private void phase(Project project, int folder, LocalDate day, int phase, int seed)
      throws IOException {
    int register =
        writer.register(
            "projectPhase",
            folder,
            day,
            "phaseName",
            PHASES.get(phase),
            "phaseNumber",
            Integer.toString(phase + 1),
            "phaseFinished",
            phase == 0 ? "1" : "0");
    minutes(project, register, day.plusDays(8), phase);
    drawing(project, register, day.plusDays(11), phase);
    mail(project, register, day.plusDays(12));
    note(register, day.plusDays(14));
    int work =
        writer.register(
            "workPackage",
            register,
            day.plusDays(15),
            "packageTitle",
            PACKAGES.get(phase) + ", Los " + (phase + 1),
            "packageTrades",
            PACKAGES.get(phase),
            "packageProgress",
            phase == 0 ? "abgeschlossen" : "in Arbeit");
    for (int i = 0; i < SUBJECTS.size(); i++) {
      LocalDate taken = day.plusDays(20L + 3L * i);
      writer.document(
          "sitePhoto",
          work,
          taken,
          new DirectWriter.Content("foto.jpg", "image/jpeg", Photo.jpeg(seed + i)),
          "photoSubject",
          SUBJECTS.get(i),
          "takenAt",
          DemoWriter.moment(taken, 11, 5 + 7 * i),
          "photographer",
          writer.clerk(),
          "photoArea",
          i == 0 ? "Nord" : "West|Süd",
          "showsDefect",
          i == 2 ? "1" : "0");
    }
    if (phase == 0) {
      acceptance(project, work, day.plusDays(40));
    }
  }

  private void minutes(Project project, int parent, LocalDate day, int number) throws IOException {
    PdfText pdf = new PdfText().text(60, 780, 15, true, "Protokoll der Baubesprechung");
    pdf.text(60, 755, 11, false, project.name()).line(60, 745, 535);
    List<String> points =
        List.of("Stand der Arbeiten", "Termine", "Nachträge", "Arbeitssicherheit", "Verschiedenes");
    int y = 715;
    for (String point : points) {
      pdf.text(60, y, 11, true, points.indexOf(point) + 1 + ". " + point);
      pdf.text(60, y - 16, 10, false, "Siehe Maßnahmenliste; verantwortlich ist die Bauleitung.");
      y -= 48;
    }
    pdf.page().text(60, 780, 11, true, "Maßnahmenliste").line(60, 770, 535);
    writer.document(
        "minutes",
        parent,
        day,
        DemoWriter.pdf(pdf),
        "meetingTitle",
        (number + 1) + ". Baubesprechung",
        "meetingAt",
        DemoWriter.moment(day, 14, 0),
        "meetingPlace",
        "Baucontainer",
        "chair",
        writer.clerk(),
        "participants",
        List.of(
            List.of("Petra Lindner", "Halden & Partner", "1"),
            List.of("Uwe Brüggemann", project.client(), "1"),
            List.of("Chiara Rossi", "Ingenieurbüro Rossi", "0")),
        "nextMeeting",
        DemoWriter.moment(day.plusDays(14), 14, 0));
  }

  private void drawing(Project project, int parent, LocalDate day, int phase) throws IOException {
    String number =
        String.format(Locale.ROOT, "%s-A-%03d", project.number().substring(2), 100 + phase);
    Scan scan = new Scan();
    for (String storey : List.of("Erdgeschoss", "Obergeschoss", "Schnitt A-A")) {
      scan.page().bar(40, 40, 747, 3).bar(40, 1126, 747, 3).bar(40, 40, 3, 1089);
      scan.bar(784, 40, 3, 1089).text(60, 1060, 3, number).text(400, 1060, 3, storey);
      for (int axis = 0; axis < 5; axis++) {
        scan.bar(120 + 130 * axis, 150, 6, 700).bar(120, 150 + 175 * axis, 526, 6);
      }
    }
    writer.document(
        "drawing",
        parent,
        day,
        DemoWriter.tiff(scan),
        "drawingNo",
        number,
        "drawingTitle",
        "Grundrisse und Schnitt, " + project.name(),
        "revision",
        phase == 2 ? "C" : "A",
        "scale",
        "1:100",
        "drawingTrade",
        "Mauerarbeiten|Trockenbau",
        "drawingDate",
        day.toString());
  }

  private void mail(Project project, int parent, LocalDate day) throws IOException {
    String subject = "Rückfrage zur Ausführung der Fenster, " + project.number();
    Mail mail =
        new Mail(
            "Chiara Rossi <rossi@ingenieurbuero-rossi.example>",
            "bauleitung@halden-partner.example",
            subject,
            DemoWriter.at(day, 16, 20),
            List.of(
                "Liebe Kolleginnen und Kollegen,",
                "",
                "für die Öffnungen in Achse 4 fehlt uns noch das Maß der Brüstung.",
                "Können Sie es bis Freitag nachreichen?",
                "",
                "Viele Grüße",
                "Chiara Rossi"));
    writer.document(
        "projectEmail",
        parent,
        day,
        new DirectWriter.Content("nachricht.eml", "message/rfc822", mail.eml(List.of())),
        "projectMailSubject",
        subject,
        "projectMailFrom",
        "rossi@ingenieurbuero-rossi.example",
        "projectMailTo",
        "bauleitung@halden-partner.example",
        "projectMailSent",
        DemoWriter.moment(day, 16, 20));
  }

  private void note(int parent, LocalDate day) throws IOException {
    String text = "Zufahrt für den Kran mit dem Nachbarn abgestimmt, Frist bis Monatsende.\n";
    writer.document(
        "projectNote",
        parent,
        day,
        new DirectWriter.Content("notiz.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)),
        "projectNoteTitle",
        "Abstimmung Kranstandort",
        "projectNoteDate",
        day.toString(),
        "projectNoteText",
        text.strip());
  }

  private void acceptance(Project project, int parent, LocalDate day) throws IOException {
    PdfText pdf = new PdfText().text(60, 780, 15, true, "Bauabnahmeniederschrift");
    pdf.text(60, 755, 11, false, project.name()).line(60, 745, 535);
    pdf.text(60, 715, 11, false, "Die Leistung wird unter Vorbehalt der Mängel abgenommen.");
    writer.document(
        "acceptanceReport",
        parent,
        day,
        DemoWriter.pdf(pdf),
        "acceptanceTitle",
        "Erdarbeiten, Los 1",
        "acceptanceDate",
        day.toString(),
        "warrantyEnd",
        day.plusYears(5).toString(),
        "defectFree",
        "0",
        "defects",
        List.of(
            List.of("Böschung an der Ostseite nachprofilieren", day.plusDays(21).toString(), "1"),
            List.of("Baustraße reinigen", day.plusDays(7).toString(), "0")));
  }

  private void confirmation(Project project, int parent, LocalDate day) throws IOException {
    PdfText pdf =
        DemoWriter.letter(
            "Halden & Partner GmbH",
            "Am Speicher 12 · 28195 Bremen",
            "Bremen",
            day,
            "Auftragsbestätigung " + project.number());
    pdf.text(60, 560, 11, false, "Wir bestätigen den Auftrag: " + project.name() + ".");
    writer.document(
        "projectContract",
        parent,
        day,
        DemoWriter.pdf(pdf),
        "confirmationNo",
        "AB-" + project.number().substring(2),
        "confirmationDate",
        day.toString(),
        "confirmationPartner",
        project.client(),
        "confirmationValue",
        (3 + writer.below(20)) * 25_000 + ".00");
  }
}
