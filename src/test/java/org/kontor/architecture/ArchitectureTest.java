package org.kontor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which package may import which (docs/architecture.md), and what no class may touch. */
@Execution(ExecutionMode.CONCURRENT)
final class ArchitectureTest {
  private static final String ROOT = "org.kontor.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.kontor");

  /** Package to the packages of ours that it may use; below "ui" every feature uses the same. */
  private static final Map<String, List<String>> ALLOWED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("model", List.of()),
              Map.entry("task", List.of()),
              Map.entry("http", List.of()),
              Map.entry("dms", List.of("model")),
              Map.entry("client", List.of("dms", "model", "http")),
              Map.entry("enaio", List.of("client", "dms", "model", "http")),
              Map.entry("rillsoft", List.of("client", "dms", "model", "http")),
              Map.entry("outbox", List.of("dms", "model", "task")),
              Map.entry("local", List.of()),
              Map.entry("settings", List.of("model", "dms")),
              Map.entry("ui.common", List.of("model", "task", "dms", "outbox"))));

  private static final List<String> FEATURES =
      List.of(
          "login",
          "tree",
          "contents",
          "tray",
          "form",
          "preview",
          "outbox",
          "search",
          "settings",
          "bin",
          "checkout",
          "facts");

  private static final List<String> FEATURE_USES =
      List.of("ui.common", "model", "dms", "outbox", "settings", "task");

  @TestFactory
  Stream<DynamicTest> everyPackageUsesOnlyWhatItMay() {
    List<DynamicTest> tests = new ArrayList<>();
    ALLOWED.forEach((name, uses) -> tests.add(uses(name, uses)));
    FEATURES.forEach(feature -> tests.add(uses("ui." + feature, FEATURE_USES)));
    return tests.stream();
  }

  private static DynamicTest uses(String name, List<String> uses) {
    List<String> allowed = new ArrayList<>(uses);
    allowed.add(name);
    String[] patterns = allowed.stream().map(used -> ROOT + used + "..").toArray(String[]::new);
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(ROOT + name + "..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.kontor..").and(not(resideInAnyPackage(patterns))))
            .allowEmptyShould(true);
    return DynamicTest.dynamicTest(name, () -> rule.check(CLASSES));
  }

  @Test
  void classesAreFound() {
    assertTrue(CLASSES.size() > 20, "the rules would hold for an empty tree too");
  }

  @Test
  void nobodyUsesTheApplicationPackage() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.kontor.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.kontor.app.."));
  }

  @Test
  void toolkitStaysInTheWindow() {
    check(
        noClasses()
            .that(resideOutsideOfPackages("org.kontor.ui..", "org.kontor.app.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp.."));
  }

  @Test
  void viewModelsAndPoliciesDoNotKnowTheScene() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .or()
            .haveSimpleNameEndingWith("Policy")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("View"));
  }

  @Test
  void viewsDoNotReachBehindTheirViewModel() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kontor.dms..", "org.kontor.outbox..", "java.net..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files"));
  }

  @Test
  void onlyOneClassHopsToTheWindowsThread() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.kontor.ui.common.UiThread")
            .should()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class));
  }

  /** The flows themselves are listed by {@code TlsMatrixTest}. */
  @Test
  void everyWayOutGoesThroughOneFactory() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.kontor.http..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.http\\..*|javax\\.net\\.ssl\\..*")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(java.net.URL.class, "openStream"));
    check(
        noClasses()
            .that()
            .doNotHaveSimpleName("HttpClients")
            .should()
            .callMethod(java.net.http.HttpClient.class, "newBuilder")
            .orShould()
            .callMethod(java.net.http.HttpClient.class, "newHttpClient"));
  }

  @Test
  void noOldToolkitNoInternals() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.awt", "java.awt.event..", "javax.swing..", "com.sun..")
                    .and(not(resideInAnyPackage("com.sun.net.httpserver"))))
            .because(
                "of the old toolkit only its images (java.awt.image) are used, and the JDK's HTTP"
                    + " server is a public module whatever its package is called"));
  }

  @Test
  void onlyTheCommandLineWritesToTheStandardStreams() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.kontor.app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void nobodyPrintsStackTraces() {
    check(noClasses().should().callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void noCycles() {
    check(slices().matching("org.kontor.(**)").should().beFreeOfCycles());
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl"));
  }

  @Test
  void everyPackageIsNullMarked() {
    check(
        classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
