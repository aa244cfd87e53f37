package org.kontor.ui.preview.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MailReaderTest {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  @Test
  void headerWithEncodedWordsInSeveralCharsets() throws IOException {
    MailText mail =
        read(
            """
            From: =?ISO-8859-1?Q?J=FCrgen_Gro=DF?= <gross@example.org>
            To: "Registratur, Poststelle" <post@example.org>, =?UTF-8?B?w4RubmUgw5ZobA==?= <o@example.org>
            Cc: plain@example.org
            Subject: =?UTF-8?Q?Angebot_f=C3=BCr?= =?UTF-8?Q?_B=C3=BCrom=C3=B6bel?=
            Date: Thu, 12 Nov 2026 09:20:00 +0100
            Content-Type: text/plain; charset=utf-8

            Text
            """,
            StandardCharsets.UTF_8);
    assertEquals(List.of("Jürgen Groß <gross@example.org>"), mail.from());
    assertEquals(
        List.of("Registratur, Poststelle <post@example.org>", "Änne Öhl <o@example.org>"),
        mail.to());
    assertEquals(List.of("plain@example.org"), mail.cc());
    assertEquals("Angebot für Büromöbel", mail.subject());
    assertEquals(Optional.of(Instant.parse("2026-11-12T08:20:00Z")), mail.sent());
  }

  @Test
  void unencodedHeadersAreReadAsUtf8OrWestern() throws IOException {
    String mail = "From: Müller <m@example.org>\nSubject: Größe\n\nText\n";
    assertEquals("Größe", read(mail, StandardCharsets.UTF_8).subject());
    assertEquals("Größe", read(mail, WESTERN).subject());
    assertEquals(List.of("Müller <m@example.org>"), read(mail, WESTERN).from());
  }

  @Test
  void bodyInQuotedPrintableLatin1() throws IOException {
    MailText mail =
        read(
            """
            Subject: a
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe =96 eine lange Zeile, die hier =
            weitergeht.
            """,
            StandardCharsets.US_ASCII);
    assertEquals("Grüße – eine lange Zeile, die hier weitergeht.", mail.body().text());
  }

  @Test
  void bodyWithoutOrWithSenselessCharset() throws IOException {
    String mail = "Subject: a\nContent-Type: text/plain%s\n\nGrüße\n";
    assertEquals("Grüße", read(mail.formatted(""), StandardCharsets.UTF_8).body().text());
    assertEquals("Grüße", read(mail.formatted("; charset=x-none"), WESTERN).body().text());
    assertEquals("Grüße", read(mail.formatted("; charset=us-ascii"), WESTERN).body().text());
  }

  @Test
  void nestedMultipartWithAlternativesAndAttachments() throws IOException {
    String file = Base64.getMimeEncoder().encodeToString(new byte[100_000]);
    MailText mail =
        read(
            """
            Subject: Angebot
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/related; boundary=middle

            --middle
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain; charset=utf-8

            Nur Text für Sie
            --inner
            Content-Type: text/html; charset=utf-8

            <p>Das Gleiche <b>bunt</b></p>
            --inner--
            --middle
            Content-Type: image/png; name="logo.png"
            Content-ID: <logo>
            Content-Transfer-Encoding: base64

            AAAA
            --middle--
            --outer
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="=?UTF-8?Q?Gr=C3=B6=C3=9Fe.pdf?="
            Content-Transfer-Encoding: base64

            %s
            --outer
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*=UTF-8''%%C3%%9Cbersicht.xlsx

            123
            --outer
            Content-Type: message/rfc822

            Subject: inner mail

            its text
            --outer
            Content-Type: text/plain

            Die Fußzeile
            --outer--
            """
                .formatted(file),
            StandardCharsets.UTF_8);
    assertEquals("Nur Text für Sie\n\nDie Fußzeile", mail.body().text());
    assertEquals("Angebot", mail.subject(), "not the attached mail's");
    assertEquals(
        List.of("logo.png", "Größe.pdf", "Übersicht.xlsx", ""),
        mail.attachments().stream().map(MailText.Attachment::name).toList());
    assertEquals(100_000, mail.attachments().get(1).bytes(), "the decoded size");
    assertEquals("message/rfc822", mail.attachments().get(3).mimeType());
  }

  @Test
  void htmlOnlyIsShownAsPlainText() throws IOException {
    MailText mail =
        read(
            """
            Subject: a
            Content-Type: text/html; charset=utf-8

            <html><head><style>p { color: red }</style></head><body>
            <p>Guten&nbsp;Tag,</p><ul><li>Papier</li><li>Toner &amp; mehr</li></ul>
            <script>alert(1)</script><img src="http://example.org/spy.gif"></body></html>
            """,
            StandardCharsets.UTF_8);
    assertEquals("Guten Tag,\n\n• Papier\n• Toner & mehr", mail.body().text());
  }

  @Test
  void textFileThatCameWithItIsAnAttachment() throws IOException {
    MailText mail =
        read(
            """
            Subject: a
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Hello
            --b
            Content-Type: text/plain; name=notes.txt

            the notes
            --b--
            """,
            StandardCharsets.UTF_8);
    assertEquals("Hello", mail.body().text());
    assertEquals("notes.txt", mail.attachments().getFirst().name());
  }

  @Test
  void namesCannotBeTurnedRound() throws IOException {
    MailText mail =
        read(
            """
            Subject: =?UTF-8?Q?a=E2=80=AEfdp.exe=0Ab?=

            Text
            """,
            StandardCharsets.UTF_8);
    assertEquals("afdp.exeb", mail.subject());
  }

  @Test
  void longTextIsCut() throws IOException {
    String line = "x".repeat(99) + "\n";
    MailText mail = read("Subject: a\n\n" + line.repeat(20_000), StandardCharsets.UTF_8);
    assertTrue(mail.body().cut());
    assertTrue(mail.body().text().length() <= TextReader.MOST_BYTES);
  }

  @Test
  void damagedMailsEndInAMailOrAnIoException() throws IOException {
    byte[] whole =
        """
        From: a@example.org
        Subject: =?UTF-8?Q?x?=
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        R3LDvMOfZQ==
        --b--
        """
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int i = random.nextInt(6); i > 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      MailText mail = MailReader.read(new ByteArrayInputStream(broken), new StopSign());
      assertFalse(mail.body().text().contains("\r"));
    }
  }

  @Test
  void mailIsTakenApartAThousandLevelsDeep() throws IOException {
    StringBuilder deep = new StringBuilder("Subject: deep\n");
    for (int level = 0; level < 1000; level++) {
      deep.append("Content-Type: multipart/mixed; boundary=b")
          .append(level)
          .append("\n\n--b")
          .append(level)
          .append('\n');
    }
    assertEquals("deep", read(deep.toString(), StandardCharsets.UTF_8).subject());
  }

  private static MailText read(String mail, Charset charset) throws IOException {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(charset);
    return MailReader.read(new ByteArrayInputStream(bytes), new StopSign());
  }
}
