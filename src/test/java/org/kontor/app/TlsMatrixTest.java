package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Evidence;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.dms.SampleOperations;
import org.kontor.dms.SendProgress;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.Provenance;
import org.kontor.model.ServerCertificate;
import org.kontor.model.TypeId;
import org.kontor.program.Program;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.settings.TrustDecision;
import org.kontor.settings.TrustStore;
import org.kontor.task.BackgroundTasks;
import org.kontor.tls.Certificates;
import org.kontor.tls.SecureListener;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.UiThread;

/**
 * Every way in which Kontor calls a server, against every certificate that does not count: none
 * sends a byte, no password either.
 */
final class TlsMatrixTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.kontor");

  /** Who makes a client for a server by https; each has a flow in {@link #flows}. */
  private static final Set<String> CALLERS = Set.of("OpenServer", "Connection", "WindowSettings");

  /** What of a server asks nobody; changes are tried one by one. */
  private static final Set<String> SILENT =
      Set.of("capabilities", "evidence", "mostTogether", "close", "execute");

  /** Calls and changes that reach for the server, of each kind. */
  private static final Map<ServerKind, Integer> LEAST =
      Map.of(ServerKind.ENAIO, 40, ServerKind.RILLSOFT, 12);

  @TempDir static Path keys;
  @TempDir Path home;
  private static Certificates certificates;
  private static Map<String, SSLContext> refused;
  private static SSLContext good;

  /** One way out. */
  private interface Flow {
    void go(URI address, AppPaths paths) throws Exception;
  }

  @BeforeAll
  static void issue() throws Exception {
    certificates = new Certificates(keys);
    good = certificates.issued("good", "localhost");
    refused =
        Map.of(
            "self-signed", certificates.selfSigned("self", "localhost"),
            "wrong host", certificates.issued("other", "other.example.org"),
            "expired",
                certificates.issued(
                    "expired", "localhost", "-startdate", "-400d", "-validity", "30"),
            "not yet valid", certificates.issued("early", "localhost", "-startdate", "+30d"));
    System.setProperty(TRUST_STORE, certificates.trusted().toString());
    System.setProperty(TRUST_PASSWORD, "changeit");
  }

  @AfterAll
  static void forget() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_PASSWORD);
  }

  @TestFactory
  Stream<DynamicTest> noFlowTrustsWhatNobodyVouchesFor() throws Exception {
    return refused.entrySet().stream()
        .flatMap(
            certificate ->
                flows().entrySet().stream()
                    .map(
                        flow ->
                            DynamicTest.dynamicTest(
                                certificate.getKey() + ", " + flow.getKey(),
                                () ->
                                    refuses(
                                        flow.getValue(),
                                        certificate.getValue(),
                                        paths(),
                                        "localhost"))));
  }

  @TestFactory
  Stream<DynamicTest> anUnknownIssuerIsRefusedByAll() throws Exception {
    return flows().entrySet().stream()
        .map(
            flow ->
                DynamicTest.dynamicTest(
                    flow.getKey(),
                    () -> {
                      System.setProperty(TRUST_STORE, keys.resolve("self").toString());
                      try {
                        refuses(flow.getValue(), good, paths(), "localhost");
                      } finally {
                        System.setProperty(TRUST_STORE, certificates.trusted().toString());
                      }
                    }));
  }

  /** Also where an authority vouches for the new key. */
  @TestFactory
  Stream<DynamicTest> aChangedKeyStopsAll() throws Exception {
    return flows().entrySet().stream()
        .map(
            flow ->
                DynamicTest.dynamicTest(
                    flow.getKey(),
                    () -> {
                      try (SecureListener server = new SecureListener(good)) {
                        AppPaths paths = paths();
                        decide(paths, server.port(), "self");
                        refuses(flow.getValue(), server, paths, "localhost");
                      }
                    }));
  }

  /** The dot makes it another name to certificates and decisions than to the network. */
  @TestFactory
  Stream<DynamicTest> aNameWithADotAtTheEndIsNoName() throws Exception {
    return flows().entrySet().stream()
        .map(
            flow ->
                DynamicTest.dynamicTest(
                    flow.getKey(),
                    () -> {
                      try (SecureListener server = new SecureListener(good)) {
                        assertThrows(
                            Exception.class,
                            () -> flow.getValue().go(server.uri("localhost."), paths()));
                        assertEquals(0, server.connections());
                      }
                    }));
  }

  @Test
  void whatAnAuthorityVouchesForIsTrustedAndWhatWasDecidedToo() throws Exception {
    try (SecureListener server = new SecureListener(good)) {
      reaches(server, paths());
    }
    try (SecureListener server = new SecureListener(refused.get("self-signed"))) {
      AppPaths paths = paths();
      decide(paths, server.port(), "self");
      reaches(server, paths);
      new TrustStore(paths.trustFile())
          .revoke(new TrustStore(paths.trustFile()).decisions().getFirst());
      assertUntrusted(server, paths, DmsException.Untrusted.Doubt.UNKNOWN);
    }
  }

  @Test
  void aDecisionIsBoundToItsPortAndTellsAChangeFromAnUnknownKey() throws Exception {
    try (SecureListener server = new SecureListener(refused.get("self-signed"));
        SecureListener changed = new SecureListener(refused.get("expired"))) {
      AppPaths paths = paths();
      decide(paths, changed.port(), "self");
      assertUntrusted(server, paths, DmsException.Untrusted.Doubt.UNKNOWN);
      assertUntrusted(changed, paths, DmsException.Untrusted.Doubt.CHANGED_KEY);
      TrustStore store = new TrustStore(paths.trustFile());
      ServerCertificate other =
          ServerCertificate.of("localhost", changed.port(), certificates.shown("expired"));
      assertThrows(
          IllegalStateException.class, () -> store.add(TrustDecision.of(other, Instant.EPOCH)));
    }
    try (SecureListener server = new SecureListener(refused.get("wrong host"))) {
      assertUntrusted(server, paths(), DmsException.Untrusted.Doubt.OTHER_NAME);
    }
  }

  @Test
  void theCommandLineSaysWhyItSentNothing() throws Exception {
    Path file = Files.writeString(home.resolve("letter.txt"), "x");
    try (SecureListener server = new SecureListener(refused.get("self-signed"));
        Program send =
            Program.Start.in(home.resolve("kontor"))
                .run(
                    "send",
                    "--server",
                    server.uri("localhost").toString(),
                    "--user",
                    "eva",
                    file.toString())) {
      assertEquals(ExitCode.NOT_REACHED, send.exitCode(), send::output);
      assertTrue(send.output().contains("Nobody vouches for the certificate"), send::output);
      assertTrue(server.connections() > 0);
      assertEquals(0, server.told());
    }
  }

  /** The list of flows above is whole: nobody else makes a client. */
  @Test
  void theListOfFlowsIsWhole() {
    Set<String> callers = callers("org.kontor.app.ServerClients", "of");
    callers.addAll(callers("org.kontor.app.ServerClients", "asSaid"));
    assertEquals(CALLERS, callers);
    assertEquals(Set.of("ServerClients"), callers("org.kontor.enaio.EnaioServer", "<init>"));
    assertEquals(Set.of("ServerClients"), callers("org.kontor.rillsoft.RillsoftServer", "<init>"));
    assertEquals(
        new TreeSet<>(Set.of("Calls", "EnaioServer", "SignIn")),
        callers("org.kontor.http.HttpSession", "<init>"));
    assertEquals(Set.of("HttpSession"), callers("org.kontor.http.HttpClients", "create"));
  }

  private static Set<String> callers(String type, String member) {
    JavaClass called = CLASSES.get(type);
    return called.getAccessesToSelf().stream()
        .filter(access -> access.getTarget().getName().equals(member))
        .map(JavaAccess::getOriginOwner)
        .filter(origin -> !origin.getName().startsWith(type))
        .map(origin -> origin.getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<String, Flow> flows() {
    return Map.of(
        "sign-in of the window, enaio",
            (address, paths) ->
                OpenServer.profile(profile(address, ServerKind.ENAIO), "p", paths, Locale.UK),
        "sign-in of the window, Rillsoft",
            (address, paths) ->
                OpenServer.profile(profile(address, ServerKind.RILLSOFT), "p", paths, Locale.UK),
        "test of a profile",
            (address, paths) -> {
              UiThread ui = new UiThread();
              try (BackgroundTasks tasks = new BackgroundTasks(Runnable::run)) {
                new WindowSettings(
                        paths,
                        Settings.DEFAULTS,
                        tasks,
                        ui,
                        () -> Messages.of(Main.class, Locale.UK),
                        new NobodyAround())
                    .test(profile(address, ServerKind.ENAIO));
              }
            },
        "every call, enaio", (address, paths) -> everyCall(address, paths, ServerKind.ENAIO),
        "every call, Rillsoft", (address, paths) -> everyCall(address, paths, ServerKind.RILLSOFT));
  }

  /** Browsing, preview, downloads, uploads, changes, doubts: all that a server can be asked. */
  private void everyCall(URI address, AppPaths paths, ServerKind kind) throws Exception {
    try (DmsServer server =
        new ServerClients(paths).asSaid(profile(address, kind), () -> "p", Locale.UK)) {
      int refusals = 0;
      for (Method method : DmsServer.class.getMethods()) {
        if (!SILENT.contains(method.getName())) {
          refusals += isRefused(method, server, kind) ? 1 : 0;
        }
      }
      for (Method method : Evidence.class.getMethods()) {
        refusals += isRefused(method, server.evidence(), kind) ? 1 : 0;
      }
      for (Operation operation : operations(kind)) {
        try {
          server.execute(List.of(operation), SendProgress.NONE);
          throw new AssertionError("carried out: " + operation);
        } catch (DmsException failure) {
          refusals += isRefusal(failure) ? 1 : 0;
        }
      }
      assertTrue(refusals >= LEAST.get(kind), "most of it calls the server: " + refusals);
      server.signIn();
    }
  }

  /** Files that there are, so that nothing fails for want of one. */
  private List<Operation> operations(ServerKind kind) throws Exception {
    SourceFile file = SourceFile.of(Files.writeString(home.resolve("scan.txt"), "text"));
    List<Operation> all = new ArrayList<>();
    for (Operation each : SampleOperations.all()) {
      if (!(each instanceof Operation.ContentChange) && !(each instanceof Operation.Insert)) {
        all.add(each);
      }
    }
    // The tray of a Rillsoft profile is on this computer: nothing leaves it.
    boolean away = kind == ServerKind.ENAIO;
    all.add(
        new Operation.Insert(
            away ? Location.TRAY : (Location) sample(Location.Container.class, kind),
            away ? Optional.empty() : Optional.of(SampleOperations.TYPE),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(file)));
    all.add(
        new Operation.ReplaceContent(
            (ObjectId) sample(ObjectId.class, kind),
            Optional.of(SampleOperations.TYPE),
            List.of(file),
            List.of()));
    return all;
  }

  private static boolean isRefused(Method method, Object target, ServerKind kind) throws Exception {
    Object[] arguments =
        Stream.of(method.getParameterTypes()).map(type -> sample(type, kind)).toArray();
    try {
      method.invoke(target, arguments);
      return false;
    } catch (InvocationTargetException failed) {
      return isRefusal(failed.getCause());
    }
  }

  /** What this kind of server does not offer asks nobody; the listener would know. */
  private static boolean isRefusal(Throwable failure) {
    return switch (failure) {
      case DmsException.Untrusted _ -> true;
      case DmsException.NotOffered _, DmsException.NotFound _, DmsException.Refused _ -> false;
      default -> throw new AssertionError("neither refused nor silent", failure);
    };
  }

  private static Object sample(Class<?> type, ServerKind kind) {
    boolean rillsoft = kind == ServerKind.RILLSOFT;
    ObjectId id = rillsoft ? new ObjectId("d1.1.1") : SampleOperations.OBJECT;
    ObjectId container = rillsoft ? new ObjectId("p1.1") : id;
    TypeId objectType = SampleOperations.TYPE;
    return switch (type.getSimpleName()) {
      case "ObjectId" -> id;
      case "TypeId" -> objectType;
      case "PageRequest" -> PageRequest.first(10);
      case "Container" -> new Location.Container(container, objectType, Kind.FOLDER);
      case "Query" -> Query.words("words");
      case "String" -> "1";
      case "int" -> 1;
      case "List" -> List.of();
      case "SendProgress" -> SendProgress.NONE;
      case "Document" -> document(id, objectType);
      default -> throw new AssertionError("no sample of " + type);
    };
  }

  private static DmsObject.Document document(ObjectId id, TypeId type) {
    return new DmsObject.Document(
        id,
        Optional.of(type),
        Optional.of(MainType.ANY_FILE),
        Map.of(),
        List.of(),
        Provenance.UNKNOWN);
  }

  private void refuses(Flow flow, SSLContext context, AppPaths paths, String host)
      throws Exception {
    try (SecureListener server = new SecureListener(context)) {
      refuses(flow, server, paths, host);
    }
  }

  private static void refuses(Flow flow, SecureListener server, AppPaths paths, String host) {
    assertThrows(DmsException.Untrusted.class, () -> flow.go(server.uri(host), paths));
    assertTrue(server.connections() > 0);
    assertEquals(0, server.told(), "something was told to a server that nobody vouches for");
  }

  /** What answers 401 was reached. */
  private void reaches(SecureListener server, AppPaths paths) {
    assertThrows(
        DmsException.NotSignedIn.class,
        () ->
            OpenServer.profile(
                profile(server.uri("localhost"), ServerKind.ENAIO), "p", paths, Locale.UK));
    assertTrue(server.told() > 0);
  }

  private static void assertUntrusted(
      SecureListener server, AppPaths paths, DmsException.Untrusted.Doubt doubt) {
    int told = server.told();
    DmsException.Untrusted failure =
        assertThrows(
            DmsException.Untrusted.class,
            () ->
                OpenServer.profile(
                    profile(server.uri("localhost"), ServerKind.ENAIO), "p", paths, Locale.UK));
    assertEquals(doubt, failure.doubt());
    assertEquals("localhost", failure.certificate().host());
    assertEquals(server.port(), failure.certificate().port());
    assertFalse(failure.certificate().names().isEmpty());
    assertEquals(95, failure.certificate().sha256().length());
    assertEquals(told, server.told());
  }

  private static void decide(AppPaths paths, int port, String name) throws Exception {
    new TrustStore(paths.trustFile())
        .add(
            TrustDecision.of(
                ServerCertificate.of("localhost", port, certificates.shown(name)), Instant.EPOCH));
  }

  private AppPaths paths() throws Exception {
    Path own = Files.createTempDirectory(home, "paths");
    return new AppPaths(
        own.resolve("config"), own.resolve("data"), own.resolve("cache"), own.resolve("logs"));
  }

  private static ServerProfile profile(URI address, ServerKind kind) {
    return new ServerProfile("Test", address, "eva", kind);
  }

  /** The test of a profile decides nothing and removes nothing. */
  private static final class NobodyAround implements WindowSettings.Host {
    @Override
    public void revoked(TrustDecision decision) {
      throw new AssertionError("nothing was decided");
    }

    @Override
    public void settingsLeft() {
      throw new AssertionError("nothing was closed");
    }

    @Override
    public void passwordLeft(ServerProfile profile) {
      throw new AssertionError("nothing was removed");
    }
  }
}
