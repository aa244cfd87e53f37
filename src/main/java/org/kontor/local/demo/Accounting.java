package org.kontor.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kontor.local.enaio.DirectWriter;

/** The cabinet of supplier files: years, cases, invoices and what comes with them. */
final class Accounting {
  private static final BigDecimal TAX = new BigDecimal("1.19");
  private static final int INVOICES = 4;
  private static final List<String> CENTRES =
      List.of("1100 Geschäftsleitung", "1300 Buchhaltung", "2110 Dreherei", "2200 Montage");
  private static final List<String> TAGS =
      List.of("Skonto", "dringend|Rückfrage", "Teillieferung", "Original auf Papier");

  private final DemoWriter writer;

  Accounting(DemoWriter writer) {
    this.writer = writer;
  }

  void write() throws IOException {
    for (Supplier supplier : Supplier.all()) {
      LocalDate start = LocalDate.of(2015 + writer.below(8), 1 + writer.below(12), 1);
      int folder =
          writer.folder(
              "supplierFile",
              LocalDate.of(2024, 1, 8),
              "supplierName",
              supplier.name(),
              "supplierNo",
              supplier.number(),
              "industry",
              supplier.industry(),
              "city",
              supplier.city(),
              "taxNo",
              "DE" + (811_000_000 + writer.below(9_000_000)),
              "supplierSince",
              start.toString());
      contract(supplier, folder, start);
      for (int year : List.of(2024, 2025)) {
        year(supplier, folder, year);
      }
    }
  }

  private void year(Supplier supplier, int folder, int year) throws IOException {
    LocalDate first = LocalDate.of(year, 1, 9);
    int register =
        writer.register(
            "fiscalYear",
            folder,
            first,
            "year",
            Integer.toString(year),
            "yearClosed",
            year == 2024 ? "1" : "0");
    for (int i = 0; i < INVOICES; i++) {
      invoice(supplier, register, LocalDate.of(year, 2 + 2 * i, 3 + writer.below(24)), i + 1);
    }
    LocalDate delivered = LocalDate.of(year, 5, 4 + writer.below(20));
    int request =
        writer.register(
            "businessCase",
            register,
            delivered,
            "caseTitle",
            "Reklamation Lieferung vom " + DemoWriter.german(delivered),
            "caseNo",
            "V-" + year + "-" + (100 + writer.below(900)),
            "caseStatus",
            year == 2024 ? "erledigt" : "offen");
    deliveryNote(supplier, request, delivered);
    letter(supplier, request, delivered.plusDays(2));
    mail(supplier, request, delivered.plusDays(4));
    if (year == 2025) {
      receipt(register, LocalDate.of(year, 9, 1 + writer.below(25)));
      note(supplier, request, delivered.plusDays(6));
    }
  }

  private void invoice(Supplier supplier, int register, LocalDate day, int count)
      throws IOException {
    String number =
        String.format(
            Locale.ROOT, "%s-%d-%04d", supplier.number().substring(3), day.getYear(), count);
    PdfText pdf =
        DemoWriter.letter(
            supplier.name(),
            supplier.name() + " · " + supplier.street() + " · " + supplier.city(),
            supplier.city().substring(6),
            day,
            "Rechnung " + number);
    pdf.text(60, 565, 10, true, "Artikel").text(330, 565, 10, true, "Menge");
    pdf.text(395, 565, 10, true, "Einzelpreis").text(490, 565, 10, true, "Betrag");
    pdf.line(60, 558, 535);
    List<List<String>> rows = new ArrayList<>();
    BigDecimal net = BigDecimal.ZERO;
    int y = 542;
    for (Supplier.Article article : supplier.articles()) {
      BigDecimal quantity = BigDecimal.valueOf(1 + writer.below(12));
      BigDecimal sum = article.price().multiply(quantity);
      net = net.add(sum);
      rows.add(List.of(article.name(), quantity.toString(), article.price().toString(), "19"));
      pdf.text(60, y, 10, false, article.name()).number(362, y, 10, quantity.toString());
      pdf.number(450, y, 10, DemoWriter.euro(article.price()));
      pdf.number(530, y, 10, DemoWriter.euro(sum));
      y -= 18;
    }
    BigDecimal gross = net.multiply(TAX).setScale(2, RoundingMode.HALF_UP);
    pdf.line(60, y + 8, 535);
    pdf.text(395, y - 8, 10, false, "Netto EUR").number(530, y - 8, 10, DemoWriter.euro(net));
    pdf.text(395, y - 24, 10, false, "19 % USt.");
    pdf.number(530, y - 24, 10, DemoWriter.euro(gross.subtract(net)));
    pdf.text(395, y - 42, 11, true, "Gesamt EUR");
    pdf.number(530, y - 42, 11, DemoWriter.euro(gross));
    LocalDate due = day.plusDays(30);
    pdf.text(60, y - 80, 10, false, "Zahlbar ohne Abzug bis zum " + DemoWriter.german(due) + ".");
    boolean paid = due.isBefore(LocalDate.of(2025, 10, 1));
    writer.document(
        "supplierInvoice",
        register,
        day.plusDays(2),
        DemoWriter.pdf(pdf),
        "invoiceNo",
        number,
        "invoiceDate",
        day.toString(),
        "invoiceSupplier",
        supplier.name(),
        "netAmount",
        net.toString(),
        "grossAmount",
        gross.toString(),
        "invoiceStatus",
        paid ? "bezahlt" : "in Prüfung",
        "dueDate",
        due.toString(),
        "discountUntil",
        day.plusDays(10).toString(),
        "paidOn",
        paid ? due.minusDays(writer.below(12)).toString() : "",
        "costCentre",
        writer.one(CENTRES),
        "invoiceTags",
        writer.one(TAGS),
        "bookingPeriod",
        Integer.toString(day.getMonthValue()),
        "positions",
        rows);
  }

  private void contract(Supplier supplier, int folder, LocalDate start) throws IOException {
    PdfText pdf =
        DemoWriter.letter(
            supplier.name(),
            supplier.street(),
            supplier.city().substring(6),
            start,
            supplier.contract());
    List<String> terms =
        List.of(
            "§ 1 Gegenstand",
            "§ 2 Leistungen",
            "§ 3 Vergütung",
            "§ 4 Laufzeit und Kündigung",
            "§ 5 Haftung",
            "§ 6 Schlussbestimmungen");
    int y = 560;
    for (String term : terms) {
      pdf.text(60, y, 11, true, term);
      pdf.text(60, y - 16, 10, false, "Die Parteien regeln dies in Anlage 1, die Bestandteil ist.");
      y -= 52;
    }
    pdf.page().text(60, 780, 12, true, "Anlage 1").text(60, 740, 10, false, "Preise und Fristen");
    writer.document(
        "contract",
        folder,
        LocalDate.of(2024, 1, 9),
        DemoWriter.pdf(pdf),
        "contractNo",
        "VT-" + supplier.number().substring(2),
        "contractTitle",
        supplier.contract(),
        "contractKind",
        supplier.contractKind(),
        "contractStart",
        start.toString(),
        "contractEnd",
        start.plusYears(12).toString(),
        "noticePeriod",
        "3",
        "autoRenewal",
        "1",
        "annualValue",
        (1 + writer.below(40)) * 500 + ".00");
  }

  private void deliveryNote(Supplier supplier, int parent, LocalDate day) throws IOException {
    String number = "LS " + (50_000 + writer.below(9_000));
    Scan scan = new Scan().page().text(60, 70, 4, "Lieferschein " + number.substring(3));
    scan.text(60, 130, 2, supplier.name()).text(60, 160, 2, supplier.city()).bar(60, 200, 700, 2);
    int y = 240;
    for (Supplier.Article article : supplier.articles()) {
      scan.text(60, y, 2, article.name()).text(640, y, 2, 1 + writer.below(20) + " Stück");
      y += 40;
    }
    scan.bar(60, y + 200, 300, 2).text(60, y + 212, 1, "Unterschrift Wareneingang");
    writer.document(
        "deliveryNote",
        parent,
        day,
        DemoWriter.tiff(scan),
        "deliveryNo",
        number,
        "deliveryDate",
        day.toString(),
        "deliverySupplier",
        supplier.name(),
        "orderNo",
        "B-" + (7_000 + writer.below(2_000)),
        "complete",
        "0",
        "receivedBy",
        writer.clerk(),
        "receivedAt",
        DemoWriter.moment(day, 9, 15));
  }

  private void letter(Supplier supplier, int parent, LocalDate day) throws IOException {
    PdfText pdf =
        DemoWriter.letter(
            "Halden & Partner GmbH",
            "Am Speicher 12 · 28195 Bremen",
            "Bremen",
            day,
            "Mängelrüge zu Ihrer Lieferung");
    pdf.text(60, 560, 11, false, "Sehr geehrte Damen und Herren,");
    pdf.text(60, 535, 11, false, "bei der Prüfung der Lieferung fehlten zwei Positionen.");
    pdf.text(60, 520, 11, false, "Bitte liefern Sie diese bis Ende des Monats nach.");
    pdf.text(60, 480, 11, false, "Mit freundlichen Grüßen");
    writer.document(
        "accountingLetter",
        parent,
        day,
        DemoWriter.pdf(pdf),
        "letterSubject",
        "Mängelrüge zur Lieferung von " + supplier.name(),
        "letterDate",
        day.toString(),
        "letterDirection",
        "Ausgang",
        "correspondent",
        supplier.name(),
        "letterReference",
        "EK/" + day.getYear() + "/" + writer.below(500));
  }

  private void mail(Supplier supplier, int parent, LocalDate day) throws IOException {
    String subject = "Ihre Mängelrüge: Gutschrift und Nachlieferung";
    Mail mail =
        new Mail(
            supplier.name() + " <" + supplier.mail() + ">",
            "einkauf@halden-partner.example",
            subject,
            DemoWriter.at(day, 10, 42),
            List.of(
                "Guten Tag,",
                "",
                "die fehlenden Positionen gehen heute in den Versand. Über den Rest",
                "erhalten Sie eine Gutschrift. Bitte entschuldigen Sie die Umstände.",
                "",
                "Freundliche Grüße",
                supplier.name()));
    DirectWriter.Content attachment =
        new DirectWriter.Content(
            "gutschrift.pdf",
            "application/pdf",
            new PdfText().text(60, 780, 14, true, "Gutschrift").bytes());
    writer.document(
        "accountingEmail",
        parent,
        day,
        new DirectWriter.Content("nachricht.eml", "message/rfc822", mail.eml(List.of(attachment))),
        "mailSubject",
        subject,
        "mailFrom",
        supplier.mail(),
        "mailTo",
        "einkauf@halden-partner.example",
        "mailSent",
        DemoWriter.moment(day, 10, 42),
        "mailTags",
        "Teillieferung");
  }

  private void receipt(int parent, LocalDate day) throws IOException {
    String amount = 5 + writer.below(60) + ".40";
    Scan scan = new Scan().page().text(240, 80, 4, "Kassenbeleg");
    scan.text(240, 150, 2, DemoWriter.german(day)).bar(240, 190, 320, 2);
    scan.text(240, 220, 3, "Summe " + amount.replace('.', ',') + " EUR");
    writer.document(
        "receiptScan",
        parent,
        day,
        DemoWriter.tiff(scan),
        "receiptPurpose",
        writer.one(List.of("Bewirtung", "Parkgebühren", "Porto", "Fachbuch")),
        "receiptDate",
        day.toString(),
        "receiptAmount",
        amount,
        "receiptCostCentre",
        writer.one(CENTRES));
  }

  private void note(Supplier supplier, int parent, LocalDate day) throws IOException {
    String text = "Telefonat mit " + supplier.name() + ": Nachlieferung ist für KW 24 zugesagt.\n";
    writer.document(
        "accountingNote",
        parent,
        day,
        new DirectWriter.Content("notiz.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)),
        "noteTitle",
        "Telefonat zur Nachlieferung",
        "noteDate",
        day.toString(),
        "noteAuthor",
        writer.clerk(),
        "noteText",
        text.strip());
  }
}
