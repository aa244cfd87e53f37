package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Content;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Rendition;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WriteResult;
import org.kontor.local.Server;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Files that the server keeps or makes beside the present one, from the server to the client. */
final class FormerFilesTest {
  @TempDir Path folder;

  @Test
  void theFileOfAFormerVersionIsRead() throws Exception {
    try (Server local = Server.start(folder.resolve("data"));
        EnaioServer server = connect(local)) {
      ObjectId note = note(local, server, file("a.txt", "first"));
      TypeId type = server.schema().typeNamed("accountingNote").orElseThrow().id();
      send(
          server,
          new Operation.ReplaceContent(
              note, Optional.of(type), List.of(file("b.txt", "second")), List.of()));
      List<ObjectVersion> versions = server.versions(note);
      ObjectVersion former =
          versions.stream().filter(it -> it.content() && !it.current()).findFirst().orElseThrow();
      assertEquals("first", text(server.versionContent(note, former.number())));
      assertEquals("second", text(server.content(note, 1)));
    }
  }

  @Test
  void aPdfIsReceived() throws Exception {
    try (Server local = Server.start(folder.resolve("data"));
        EnaioServer server = connect(local)) {
      Path pdf = folder.resolve("two.pdf");
      try (PDDocument document = new PDDocument()) {
        document.addPage(new PDPage());
        document.addPage(new PDPage());
        document.save(pdf.toFile());
      }
      ObjectId note = note(local, server, SourceFile.of(pdf));
      Rendition.Ready ready = assertInstanceOf(Rendition.Ready.class, server.pdf(note));
      try (Content content = ready.content();
          PDDocument received = Loader.loadPDF(content.stream().readAllBytes())) {
        assertEquals(2, received.getNumberOfPages());
      }
    }
  }

  private static EnaioServer connect(Server local) throws Exception {
    EnaioServer server =
        new EnaioServer(
            EnaioConnection.of(local.uri("").resolve("/"), "demo", () -> "demo", Locale.ENGLISH));
    server.signIn();
    return server;
  }

  private static ObjectId note(Server local, EnaioServer server, SourceFile file) throws Exception {
    TypeId folderType = server.schema().typeNamed("supplierFile").orElseThrow().id();
    Location.Container here =
        new Location.Container(new ObjectId(local.folder("S1")), folderType, Kind.FOLDER);
    TypeId type = server.schema().typeNamed("accountingNote").orElseThrow().id();
    return send(
        server,
        new Operation.Insert(
            here,
            Optional.of(type),
            Optional.empty(),
            Map.of("noteTitle", FieldValue.of("n")),
            List.of(file)));
  }

  private static ObjectId send(EnaioServer server, Operation operation) throws Exception {
    WriteResult result = server.execute(List.of(operation), SendProgress.NONE).getFirst();
    return assertInstanceOf(WriteResult.Accepted.class, result).object();
  }

  private SourceFile file(String name, String text) throws IOException {
    return SourceFile.of(Files.writeString(folder.resolve(name), text));
  }

  private static String text(Content download) throws IOException {
    try (Content content = download) {
      return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
