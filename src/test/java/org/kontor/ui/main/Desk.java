package org.kontor.ui.main;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.kontor.dms.Content;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.PageRequest;
import org.kontor.enaio.EnaioConnection;
import org.kontor.enaio.EnaioServer;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.rillsoft.RillsoftOptions;
import org.kontor.local.rillsoft.RillsoftReading;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.rillsoft.RillsoftConnection;
import org.kontor.rillsoft.RillsoftDialect;
import org.kontor.rillsoft.RillsoftServer;
import org.kontor.settings.Amounts;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.checkout.LocalFiles;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.FileDialogs;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.contents.ContentsRow;
import org.kontor.ui.settings.MemoryDesk;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A main window on a local server of its own, with the demo archive. */
final class Desk implements AutoCloseable {
  private static final String PASSWORD = "geheim";
  private static final Path PICTURES = Path.of("target", "screens");

  final FxRobot robot = new FxRobot();
  final Outbox outbox;
  final MainWindow window;
  final Stage stage;
  final Theme theme;
  private final Path folder;
  private volatile String password = PASSWORD;
  private final LocalServer local;
  final DmsServer server;

  /** The server as the window reaches it. */
  final DmsServer line;

  /** Whether the network between the window and the server is gone. */
  volatile boolean down;

  /** Why a sign-in from the window fails; nothing to let it be tried. */
  volatile Optional<DmsException> noSignIn = Optional.empty();

  /** What the system was asked to open. */
  final List<Path> opened = new CopyOnWriteArrayList<>();

  /** What a person chooses in the system's dialogs; nothing until it is set. */
  volatile Optional<Path> choice = Optional.empty();

  /** Two servers, one of them the administrator's, and a key that is trusted. */
  final MemoryDesk settings =
      new MemoryDesk(
          new Settings(
              List.of(
                  new ServerProfile(
                      "Projekte",
                      URI.create("https://projekte.example.org"),
                      "beispiel",
                      ServerKind.RILLSOFT)),
              List.of(
                  new ServerProfile(
                      "Zentralarchiv", URI.create("https://archiv.example.org"), "beispiel")),
              Optional.empty(),
              Settings.Theme.LIGHT,
              Optional.empty(),
              100,
              Amounts.USUAL));

  final Notebook notebook = Notebook.inMemory();
  private final BackgroundTasks tasks = new BackgroundTasks(new UiThread());

  Desk(Path folder, Locale locale, Theme.Mode mode) throws Exception {
    this(folder, locale, mode, (_, _) -> {});
  }

  /**
   * @param arranged writes into the notebook before the window opens
   */
  Desk(Path folder, Locale locale, Theme.Mode mode, BiConsumer<Schema, Notebook> arranged)
      throws Exception {
    this(folder, locale, mode, ServerKind.ENAIO, arranged);
  }

  /**
   * @param kind by which of its two APIs the local server is asked
   */
  Desk(
      Path folder,
      Locale locale,
      Theme.Mode mode,
      ServerKind kind,
      BiConsumer<Schema, Notebook> arranged)
      throws Exception {
    this.folder = folder;
    local =
        LocalServer.start(
            new LocalServerOptions(
                    0,
                    folder.resolve("server"),
                    Optional.empty(),
                    List.of(new Account("beispiel", PASSWORD)),
                    true)
                // As the real one does, as far as is documented.
                .with(RillsoftOptions.USUAL.reading(RillsoftReading.NO_TOTAL)));
    server =
        switch (kind) {
          case ENAIO ->
              new EnaioServer(
                  EnaioConnection.of(local.baseUri(), "beispiel", () -> password, locale));
          case RILLSOFT ->
              new RillsoftServer(
                  RillsoftConnection.of(
                          local.baseUri(),
                          "beispiel",
                          () -> password,
                          locale,
                          RillsoftDialect.DEFAULT)
                      .withTray(folder.resolve("tray")));
        };
    outbox = Outbox.open(folder.resolve("outbox"));
    line = line(server);
    outbox.attach("demo", line);
    ServerSession session =
        new ServerSession(
            line,
            server.schema(),
            server.signIn(),
            "demo",
            locale.getLanguage().equals("de") ? "Registratur" : "Registry",
            local.baseUri().toString(),
            "#8250df");
    arranged.accept(server.schema(), notebook);
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    theme = new Theme(mode);
    CompletableFuture<MainWindow> shown = new CompletableFuture<>();
    robot.interact(
        () -> {
          theme.install();
          shown.complete(
              MainWindow.open(
                  stage,
                  session,
                  new WindowServices(
                      outbox,
                      tasks,
                      new UiThread(),
                      locale,
                      theme,
                      credentials -> {
                        if (noSignIn.isPresent()) {
                          throw noSignIn.get();
                        }
                        password = credentials.password();
                        return server.signIn();
                      },
                      true,
                      notebook,
                      notebook,
                      new LocalFiles(folder.resolve("copies"), opened::add, new Chooser()),
                      FXCollections.observableArrayList(Action.of("Add a server …", () -> {})),
                      settings)));
          stage.setWidth(1280);
          stage.setHeight(800);
        });
    window = shown.join();
  }

  private DmsServer line(DmsServer real) {
    Set<String> local =
        Set.of(
            "capabilities",
            "evidence",
            "close",
            "schema",
            "canMove",
            "waiting",
            "mostTogether",
            "recall");
    return (DmsServer)
        Proxy.newProxyInstance(
            DmsServer.class.getClassLoader(),
            new Class<?>[] {DmsServer.class},
            (_, method, arguments) -> {
              if (down && !local.contains(method.getName())) {
                throw new DmsException.Unreachable("no network", null);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  BackgroundTasks tasks() {
    return tasks;
  }

  /** What the server holds, past the window. */
  DmsServer direct() {
    return server;
  }

  /** Stands for the system's dialogs. */
  private final class Chooser implements FileDialogs {
    @Override
    public Optional<Path> newFile(String name) {
      return choice.map(chosen -> chosen.resolve(name));
    }

    @Override
    public Optional<Path> folder() {
      return choice;
    }

    @Override
    public Optional<Path> file() {
      return choice;
    }
  }

  /** Files as a clerk gets them, put into the tray; waits until they lie there. */
  void fillTray() throws Exception {
    Path post = Files.createDirectories(folder.resolve("post"));
    List<Path> files = new ArrayList<>();
    files.add(pdf(post.resolve("Rechnung 2026-00417 Papier Klein.pdf")));
    files.add(pdf(post.resolve("Auftragsbestätigung Lagererweiterung Halle 3.pdf")));
    files.add(
        Files.writeString(
            post.resolve("Angebot Meier.eml"),
            "From: Meier <meier@example.org>\r\n"
                + "To: registratur@example.org\r\n"
                + "Subject: Angebot\r\n"
                + "Content-Type: text/plain; charset=UTF-8\r\n\r\n"
                + "Guten Tag\r\n",
            StandardCharsets.UTF_8));
    files.add(Files.writeString(post.resolve("leer.txt"), ""));
    files.add(Files.writeString(post.resolve("Notiz Büro.txt"), "Grüße aus dem Büro\n"));
    int before = window.model().tray().count().get();
    robot.interact(() -> window.upload(List.of(post)));
    until(() -> window.model().tray().count().get() >= before + files.size());
    until(
        () ->
            window.model().tray().rows().stream()
                .allMatch(row -> row.document().isPresent() && row.state().isEmpty()));
  }

  Schema schema() throws Exception {
    return server.schema();
  }

  /** A place worth looking at. */
  DmsObject.Container firstContainerWithDocuments(Cabinet cabinet) throws Exception {
    for (DmsObject.Container top :
        server.folders(cabinet.folderType().id(), PageRequest.first(20)).items()) {
      if (server.documents(top.inside(), PageRequest.first(5)).items().size() > 1) {
        return top;
      }
      for (DmsObject.Container register :
          server.registers(top.inside(), PageRequest.first(20)).items()) {
        if (server.documents(register.inside(), PageRequest.first(5)).items().size() > 1) {
          return register;
        }
      }
    }
    throw new AssertionError("the demo archive holds no documents");
  }

  void selectInTray(String name) {
    var rows = window.model().tray().rows();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).name().equals(name)) {
        window.model().tray().selection().only(row);
      }
    }
  }

  void selectFirstDocument() {
    var rows = window.model().contents().rows();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row) instanceof ContentsRow.Present present
          && present.object() instanceof DmsObject.Document) {
        window.model().contents().selection().only(row);
        return;
      }
    }
  }

  Cabinet accounting() throws Exception {
    return schema().cabinets().getFirst();
  }

  /** Another register of the same kind in the same cabinet. */
  Location.Container sibling(DmsObject.Container container) throws Exception {
    for (DmsObject.Container top :
        server.folders(accounting().folderType().id(), PageRequest.first(20)).items()) {
      for (DmsObject.Container register :
          server.registers(top.inside(), PageRequest.first(20)).items()) {
        if (register.type().equals(container.type()) && !register.id().equals(container.id())) {
          return register.inside();
        }
      }
    }
    throw new AssertionError("the demo archive holds one register only");
  }

  List<DmsObject.Document> documentsIn(Location.Container place) throws Exception {
    return server.documents(place, PageRequest.first(100)).items();
  }

  List<Location> locationsOf(ObjectId id) throws Exception {
    return server.locations(id);
  }

  /** How many documents in the tray have this content. */
  int stored(String text) throws Exception {
    int found = 0;
    for (DmsObject.Document document : server.tray(PageRequest.first(100)).items()) {
      try (Content content = server.content(document.id(), 0)) {
        String held = new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
        found += held.equals(text) ? 1 : 0;
      }
    }
    return found;
  }

  boolean allDone(int entries) {
    return outbox.entries().size() == entries
        && outbox.entries().stream().allMatch(entry -> entry.state() == EntryState.DONE);
  }

  /** The server no longer accepts what this client says, as when somebody changed a password. */
  void loseSession() throws Exception {
    password = "wrong";
    try {
      server.signIn();
    } catch (DmsException.NotSignedIn _) {
      return;
    }
    throw new AssertionError("a wrong password was accepted");
  }

  void stopServer() {
    local.close();
  }

  /**
   * @param keys pressed one after the other, released in reverse
   */
  void chord(KeyCode... keys) {
    robot.press(keys).release(List.of(keys).reversed().toArray(KeyCode[]::new));
    WaitForAsyncUtils.waitForFxEvents();
  }

  void until(BooleanSupplier condition) throws Exception {
    until(condition, 60);
  }

  /**
   * A list that is read anew may move the row away under the mouse: then another was clicked on.
   *
   * @param text what stands in the row
   */
  void clickOnRowUntil(String text, BooleanSupplier condition) throws Exception {
    for (int tries = 0; ; tries++) {
      robot.clickOn(row(text));
      try {
        until(condition, 5);
        return;
      } catch (TimeoutException missed) {
        if (tries == 10) {
          throw missed;
        }
      }
    }
  }

  private Node row(String text) {
    return stage.getScene().getRoot().lookupAll(".row-graphic .label").stream()
        .filter(node -> node instanceof Label label && label.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private void until(BooleanSupplier condition, int seconds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        seconds,
        TimeUnit.SECONDS,
        () -> {
          CompletableFuture<Boolean> now = new CompletableFuture<>();
          robot.interact(() -> now.complete(condition.getAsBoolean()));
          return now.join();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Leaves what is shown as a picture below target. */
  void picture(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    CompletableFuture<WritableImage> shot = new CompletableFuture<>();
    robot.interact(() -> shot.complete(stage.getScene().snapshot(null)));
    Files.createDirectories(PICTURES);
    WritableImage image = shot.join();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var picture =
        new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try (OutputStream out = Files.newOutputStream(PICTURES.resolve(name + ".png"))) {
      ImageIO.write(picture, "png", out);
    }
  }

  @Override
  public void close() throws IOException {
    robot.interact(
        () -> {
          window.close();
          // What had popped up would stay, and trouble the tests that follow.
          List.copyOf(Window.getWindows()).forEach(Window::hide);
          stage.close();
          // The toolkit's tests keep every stage.
          stage.setScene(null);
        });
    tasks.close();
    outbox.close();
    server.close();
    local.close();
  }

  private static Path pdf(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      // Two files written within a millisecond would be the same, and then asked about.
      document.getDocumentInformation().setTitle(file.getFileName().toString());
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        String[] lines = {
          "Papier Klein GmbH",
          "Ringstrasse 12, 10115 Berlin",
          "",
          "Rechnung 2026-00417",
          "12.11.2026",
          "",
          "20 Pakete Kopierpapier A4      89,60 EUR",
          "5 Ordner breit                 14,50 EUR",
          "",
          "Summe                         104,10 EUR"
        };
        stream.beginText();
        stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
        stream.setLeading(22);
        stream.newLineAtOffset(72, 760);
        for (String line : lines) {
          stream.showText(line);
          stream.newLine();
        }
        stream.endText();
      }
      document.save(file.toFile());
    }
    return file;
  }
}
