package org.kontor.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.settings.ServerKind.RILLSOFT;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.DmsException;
import org.kontor.settings.Amounts;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.ProfileFiles;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.TrustDecision;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.dialect.DialectViewModel;

/** The settings without a window. */
final class SettingsViewModelTest {
  private static final ServerProfile REGISTRY =
      new ServerProfile("Registry", URI.create("https://dms.example.org"), "meier");
  private static final ServerProfile TRIAL =
      new ServerProfile("Trial", URI.create("https://trial.example.org"), "meier");
  private static final ServerProfile GIVEN =
      new ServerProfile("House", URI.create("https://house.example.org"), "meier");

  @TempDir Path folder;
  private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final MemoryDesk desk =
      new MemoryDesk(
          new Settings(
              List.of(REGISTRY, TRIAL),
              List.of(GIVEN),
              Optional.empty(),
              Settings.Theme.LIGHT,
              Optional.empty(),
              100,
              Amounts.USUAL));

  @AfterEach
  void end() {
    tasks.close();
  }

  @Test
  void profilesAreOrderedEditedAndRemovedAtOnce() {
    ServersViewModel servers = settings().servers();
    assertEquals(List.of("House", "Registry", "Trial"), names(servers));
    select(servers, 2);
    servers.move(-1);
    assertEquals(List.of("Trial", "Registry"), ownNames());

    servers.form().nameProperty().set("Rehearsal");
    servers.form().colourProperty().set(ProfileColour.RED);
    servers.commit();
    assertEquals("Rehearsal", desk.now().own().getFirst().name());
    assertEquals(Optional.of(ProfileColour.RED), desk.now().own().getFirst().colour());

    desk.waiting.put(TRIAL.key(), 2);
    servers.remove();
    assertTrue(
        servers.questionProperty().get().startsWith("2 entries of the outbox wait for Rehearsal"),
        servers.questionProperty().get());
    servers.keep();
    assertEquals("", servers.questionProperty().get());
    assertEquals(List.of("Rehearsal", "Registry"), ownNames());
    servers.remove();
    servers.removeNow();
    assertEquals(List.of("Registry"), ownNames());
  }

  @Test
  void whatTheAdministratorGaveStaysAsItIs() {
    ServersViewModel servers = settings().servers();
    select(servers, 0);
    assertTrue(servers.about(servers.rows().getFirst()).contains("administrator"));
    servers.form().nameProperty().set("Mine");
    servers.commit();
    servers.move(1);
    servers.remove();
    assertEquals("", servers.questionProperty().get());
    assertEquals(List.of("House", "Registry", "Trial"), names(servers));
  }

  @Test
  void whatCannotBeIsSaidBesideItsFieldAndChangesNothing() {
    ServersViewModel servers = settings().servers();
    select(servers, 1);
    servers.form().addressProperty().set("https://dms.example.org./");
    servers.form().userProperty().set("a:b");
    servers.commit();
    assertFalse(servers.form().addressProblemProperty().get().isEmpty());
    assertFalse(servers.form().userProblemProperty().get().isEmpty());
    assertEquals(REGISTRY, desk.now().own().getFirst());

    servers.form().addressProperty().set("https://trial.example.org");
    servers.form().userProperty().set("meier");
    servers.commit();
    assertTrue(servers.form().userProblemProperty().get().contains("already"));
    assertEquals(List.of(REGISTRY, TRIAL), desk.now().own());
  }

  @Test
  void aNewServerIsThereAsSoonAsItIsWhole() {
    ServersViewModel servers = settings().servers();
    servers.add();
    servers.form().nameProperty().set("Projects");
    servers.commit();
    assertEquals(2, desk.now().own().size());
    assertTrue(servers.addingProperty().get());
    servers.form().addressProperty().set("https://ris.example.org");
    servers.form().userProperty().set("eva");
    servers.form().kindProperty().set(ServerKind.RILLSOFT);
    servers.commit();
    assertEquals("rillsoft:eva@https://ris.example.org", desk.now().own().getLast().key());
    assertFalse(servers.addingProperty().get());
    assertEquals("Projects", servers.selectedProperty().get().orElseThrow().profile().name());
  }

  @Test
  void anotherAccountIsSaidWhereEntriesWaitForTheFormer() {
    desk.waiting.put(REGISTRY.key(), 1);
    ServersViewModel servers = settings().servers();
    select(servers, 1);
    servers.form().userProperty().set("schulz");
    servers.commit();
    assertEquals("schulz", desk.now().own().getFirst().user());
    assertTrue(servers.saidProperty().get().startsWith("One entry of the outbox waits"));
  }

  @Test
  void aTestSaysWhatItFound() throws Exception {
    ServersViewModel servers = settings().servers();
    select(servers, 1);
    servers.test();
    until(() -> servers.saidProperty().get().startsWith("It works: signed in as E. Beispiel"));
    desk.trouble = Optional.of(new DmsException.NotSignedIn("401"));
    servers.test();
    until(() -> servers.saidProperty().get().startsWith("The server answers"));
    assertFalse(servers.failedProperty().get());
    desk.trouble = Optional.of(new DmsException.Unreachable("down", null));
    servers.test();
    until(() -> servers.failedProperty().get());
  }

  @Test
  void whatIsNotDocumentedIsSettledKeptAndTested() throws Exception {
    ServerProfile projects =
        new ServerProfile("Projects", URI.create("https://ris.example.org"), "eva", RILLSOFT)
            .asking(Map.of("document.id", "nr", "ofAnotherVersion", "stays"));
    desk.use(desk.now().withOwn(List.of(REGISTRY, projects)));
    ServersViewModel servers = settings().servers();
    select(servers, 1);
    assertTrue(undocumented(servers).isEmpty(), "found out in use");
    select(servers, 2);
    DialectViewModel shown = undocumented(servers);
    assertEquals("nr", shown.textProperty("document.id").get());

    shown.textProperty("download").set("files/{number}");
    servers.commit();
    assertTrue(shown.problemProperty().get());
    servers.test();
    assertEquals(Optional.empty(), desk.tested, "what cannot be is not tried");
    assertEquals(projects, desk.now().own().getLast());

    shown.textProperty("download").set("");
    shown.textProperty("loginPath").set("/api/login_check ");
    servers.test();
    until(() -> servers.saidProperty().get().startsWith("It works"));
    Map<String, String> settled =
        Map.of(
            "document.id", "nr",
            "download", "",
            "loginPath", "/api/login_check",
            "ofAnotherVersion", "stays");
    assertEquals(settled, desk.tested.orElseThrow().dialect(), "as it is typed");
    assertEquals(projects, desk.now().own().getLast(), "not kept yet");
    servers.commit();
    assertEquals(settled, desk.now().own().getLast().dialect());
    assertTrue(servers.saidProperty().get().startsWith("This counts as soon as"));
    assertSame(shown, undocumented(servers), "whoever types on keeps the field");

    shown.resetAll();
    servers.test();
    until(() -> servers.saidProperty().get().startsWith("It works"));
    assertEquals(Map.of("ofAnotherVersion", "stays"), desk.tested.orElseThrow().dialect());
    servers.form().kindProperty().set(ServerKind.ENAIO);
    assertTrue(undocumented(servers).isEmpty());
    assertEquals(Map.of("ofAnotherVersion", "stays"), undocumented(servers).settled());
  }

  @Test
  void aServerIsTestedBeforeItIsAddedWithWhatIsKnownOfItsAddress() throws Exception {
    ServerProfile given =
        new ServerProfile("Given", URI.create("https://ris.example.org"), "max", RILLSOFT)
            .asking(Map.of("clients", "tenants"));
    desk.use(desk.now().withOwn(List.of(given)));
    ServersViewModel servers = settings().servers();
    servers.add();
    servers.test();
    assertFalse(servers.form().nameProblemProperty().get().isEmpty());
    servers.form().nameProperty().set("Projects");
    servers.form().addressProperty().set("https://ris.example.org/");
    servers.form().userProperty().set("eva");
    servers.form().kindProperty().set(RILLSOFT);
    servers.test();
    until(() -> servers.saidProperty().get().startsWith("It works"));
    assertEquals(Map.of("clients", "tenants"), desk.tested.orElseThrow().dialect());
    assertEquals(List.of(given), desk.now().own());
  }

  @Test
  void profilesGoToAFileAndComeFromOneWithoutPasswords() throws Exception {
    ServersViewModel servers = settings().servers();
    desk.file = Optional.of(folder.resolve("servers.json"));
    servers.exportAll();
    until(() -> servers.saidProperty().get().startsWith("2 servers written to servers.json"));
    String written = Files.readString(folder.resolve("servers.json"));
    assertTrue(written.contains("dms.example.org") && !written.contains("house"), written);
    assertFalse(written.toLowerCase(Locale.ROOT).contains("password"));

    desk.use(desk.now().withOwn(List.of()));
    ServersViewModel elsewhere = settings().servers();
    elsewhere.importFile();
    until(() -> elsewhere.saidProperty().get().startsWith("2 servers taken over"));
    assertEquals(List.of(REGISTRY, TRIAL), desk.now().own());
    Files.writeString(folder.resolve("servers.json"), "no JSON");
    elsewhere.importFile();
    until(() -> elsewhere.failedProperty().get());
    assertTrue(elsewhere.saidProperty().get().startsWith("This file holds no servers"));
    assertEquals(List.of(REGISTRY, TRIAL), desk.now().own());
  }

  @Test
  void whatComesFromTheAdministratorOrIsNotUnderstoodIsSaid() throws Exception {
    ServersViewModel servers = settings().servers();
    Path file = folder.resolve("mixed.json");
    ProfileFiles.write(file, List.of(GIVEN.with(ProfileColour.RED), TRIAL));
    Files.writeString(file, Files.readString(file).replace("[", "[ 7, {},"));
    desk.file = Optional.of(file);
    servers.importFile();
    until(() -> !servers.saidProperty().get().isEmpty());
    assertEquals(
        "One server taken over from mixed.json. One comes from the administrator already and stays"
            + " as given. 2 entries were left out: not understood, or there twice.",
        servers.saidProperty().get());
    assertEquals(List.of(GIVEN), desk.now().administered());
    assertEquals(List.of(REGISTRY, TRIAL), desk.now().own());
  }

  @Test
  void searchingLeavesThePagesAndMarksTheLinesThatMatch() {
    SettingsViewModel settings = settings();
    settings.searchProperty().set("contrast");
    assertEquals(List.of(Page.APPEARANCE), settings.pages());
    assertEquals(Page.APPEARANCE, settings.pageProperty().get());
    assertEquals(Set.of(Page.Line.THEME), settings.hitsProperty().get());
    settings.searchProperty().set("file and next");
    assertEquals(List.of(Page.KEYS), settings.pages());
    settings.searchProperty().set("zebra");
    assertEquals(List.of(), settings.pages());
    settings.searchProperty().set("");
    assertEquals(List.of(Page.values()), settings.pages());
    assertEquals(Set.of(), settings.hitsProperty().get());
  }

  @Test
  void namesOfWhatIsNotDocumentedAreFoundInTheProfileThatIsShown() {
    desk.use(
        desk.now()
            .withOwn(
                List.of(
                    new ServerProfile(
                        "Projects", URI.create("https://ris.example.org"), "eva", RILLSOFT))));
    SettingsViewModel settings = settings();
    settings.searchProperty().set("path of the sign-in");
    assertEquals(List.of(), settings.pages(), "of an enaio server nothing is left open");
    select(settings.servers(), 1);
    assertEquals(List.of(Page.SERVERS), settings.pages());
    assertTrue(undocumented(settings.servers()).hitProperty().get());
    settings.searchProperty().set("loginpath");
    assertEquals(List.of(Page.SERVERS), settings.pages());
    settings.searchProperty().set("documentation leaves open");
    assertEquals(Set.of(Page.Line.SERVER_DIALECT), settings.hitsProperty().get());
    settings.searchProperty().set("");
    assertFalse(undocumented(settings.servers()).hitProperty().get());
  }

  @Test
  void everySettingIsFoundByItsWordsInBothLanguages() {
    SettingsViewModel settings = settings();
    for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
      Messages texts = Messages.of(SettingsViewModel.class, language);
      for (Page page : Page.values()) {
        settings.searchProperty().set(texts.get("page." + page.name()));
        assertTrue(settings.pages().contains(page), page + " in " + language);
        for (Page.Line line : page.lines()) {
          String key = "line." + line.name();
          List<String> names = new ArrayList<>(List.of(texts.get(key)));
          names.addAll(List.of(texts.get(key + ".also").split(", ")));
          names.addAll(List.of(texts.get(key + ".hint").replaceAll("[.,]", "").split(" ")));
          for (String name : names) {
            settings.searchProperty().set(" " + name.toUpperCase(language) + " ");
            assertTrue(settings.hitsProperty().get().contains(line), line + " by " + name);
            assertTrue(settings.pages().contains(page), page + " by " + name);
          }
        }
      }
    }
    assertEquals(
        Page.Line.values().length,
        Stream.of(Page.values()).mapToInt(page -> page.lines().size()).sum());
  }

  @Test
  void amountsAndLanguageCountAtOnce() {
    SettingsViewModel settings = settings();
    settings.amounts().useParallel(2);
    settings.amounts().usePreview(64);
    settings.amounts().useCopies(8);
    assertEquals(new Amounts(Optional.of(2), 64, 8), desk.now().amounts());
    settings.amounts().useParallel(AmountsViewModel.BY_ITSELF);
    assertEquals(Optional.empty(), desk.now().amounts().parallel());
    settings.appearance().speak(Optional.of("de"));
    assertEquals(Optional.of("de"), desk.now().language());
    assertEquals("Deutsch", settings.appearance().nameOf(Optional.of("de")));
  }

  @Test
  void aDecisionAboutAKeyIsTakenBack() throws Exception {
    TrustDecision decision =
        new TrustDecision("dms.example.org", 443, List.of("dms"), "AB:CD", "00", Instant.EPOCH);
    desk.decisions.add(decision);
    CertificatesViewModel certificates = settings().certificates();
    until(() -> certificates.rows().equals(List.of(decision)));
    certificates.revoke(decision);
    until(() -> certificates.rows().isEmpty());
    assertTrue(certificates.saidProperty().get().contains("dms.example.org:443"));
    assertTrue(desk.decisions.isEmpty());
  }

  private SettingsViewModel settings() {
    return new SettingsViewModel(
        desk,
        new Theme(Theme.Mode.LIGHT),
        tasks,
        () -> List.of("File and next Ctrl + Enter"),
        Locale.UK);
  }

  private static DialectViewModel undocumented(ServersViewModel servers) {
    return servers.form().dialectProperty().get();
  }

  private static void select(ServersViewModel servers, int row) {
    servers.select(Optional.of(servers.rows().get(row)));
  }

  private static List<String> names(ServersViewModel servers) {
    return servers.rows().stream().map(row -> row.profile().name()).toList();
  }

  private List<String> ownNames() {
    return desk.now().own().stream().map(ServerProfile::name).toList();
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Runnable next = window.poll(60, TimeUnit.SECONDS);
      assertTrue(next != null, "nothing more happens");
      next.run();
    }
  }
}
