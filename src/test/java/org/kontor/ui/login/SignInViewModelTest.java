package org.kontor.ui.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.dms.DmsException;
import org.kontor.model.ServerCertificate;
import org.kontor.task.BackgroundTasks;

final class SignInViewModelTest {
  private static final SignInRequest REQUEST =
      new SignInRequest(
          "Registry",
          "https://archive.example.org",
          "E. Beispiel",
          false,
          false,
          true,
          Secret.PASSWORD);

  /** What a handler would do on the window's thread, done by the test when it says so. */
  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

  private final BackgroundTasks tasks = new BackgroundTasks(window::add);
  private final List<String> signedIn = new ArrayList<>();
  private final List<ServerCertificate> trusted = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    tasks.close();
  }

  @Test
  void aGoodPasswordSignsInAndIsForgotten() throws Exception {
    var model = model(credentials -> credentials.user() + " " + credentials.address().getHost());
    model.passwordProperty().set("right");

    model.signIn();
    assertTrue(model.busyProperty().get());
    runHandler();

    assertEquals(List.of("E. Beispiel archive.example.org"), signedIn);
    assertFalse(model.busyProperty().get());
    assertEquals("", model.passwordProperty().get());
  }

  @Test
  void aWrongPasswordIsSaidBesideThePassword() throws Exception {
    var model = failing(new DmsException.NotSignedIn("HTTP 401"));
    assertEquals("User name or password is not right.", model.passwordProblemProperty().get());
    assertTrue(signedIn.isEmpty());
  }

  @Test
  void aTokenThatIsNotTakenIsCalledAToken() throws Exception {
    SignInRequest request =
        new SignInRequest(
            "Projects", "https://ris.example.org", "eva", true, true, true, Secret.TOKEN);
    SignIn<String> refused =
        _ -> {
          throw new DmsException.NotSignedIn("HTTP 401");
        };
    var model =
        new SignInViewModel<>(request, refused, signedIn::add, tasks, trusted::add, Locale.UK);
    model.signIn();
    runHandler();
    assertTrue(model.passwordProblemProperty().get().startsWith("The server does not take this"));
  }

  @Test
  void aServerThatIsNotThereIsSaidBesideTheAddress() throws Exception {
    var model = failing(new DmsException.Unreachable("refused", null));
    assertTrue(model.addressProblemProperty().get().startsWith("No server answers"));
  }

  @Test
  void anotherKindOfServerIsSaidBesideTheAddress() throws Exception {
    var model = failing(new DmsException.ProtocolViolation("<html>", null));
    assertTrue(model.addressProblemProperty().get().contains("not a document server"));
  }

  @Test
  void aKeyThatNobodyVouchesForIsAskedAboutAndOnlyThenUsed() throws Exception {
    ServerCertificate shown =
        new ServerCertificate(
            "archive.example.org",
            443,
            List.of("archive"),
            "CN=archive",
            Instant.EPOCH,
            Instant.MAX,
            "AB",
            "00");
    var model =
        model(
            _ -> {
              if (trusted.isEmpty()) {
                throw new DmsException.Untrusted(
                    "unknown", shown, DmsException.Untrusted.Doubt.UNKNOWN, new Exception("tls"));
              }
              return "in";
            });
    model.passwordProperty().set("right");
    model.signIn();
    runHandler();
    assertEquals(shown, model.distrustedProperty().get().orElseThrow().certificate());
    model.refuse();
    assertTrue(trusted.isEmpty() && signedIn.isEmpty());
    assertTrue(model.problemProperty().get().startsWith("Nobody vouches"));

    model.signIn();
    runHandler();
    model.trust();
    runHandler();
    runHandler();
    assertEquals(List.of(shown), trusted);
    assertEquals(List.of("in"), signedIn);
  }

  @Test
  void everythingElseIsSaidBelow() throws Exception {
    var model = failing(new IllegalStateException("bug"));
    assertTrue(model.problemProperty().get().startsWith("Something unexpected happened"));
  }

  @Test
  void missingNamesAreSaidWithoutAskingTheServer() {
    var model = model(_ -> "never");
    model.addressProperty().set("archive.example.org");
    model.userProperty().set(" ");

    model.signIn();

    assertFalse(model.busyProperty().get());
    assertTrue(model.addressProblemProperty().get().contains("https://"));
    assertEquals("Enter your user name.", model.userProblemProperty().get());
  }

  @Test
  void aServerThatBreaksDownIsNotTakenForAWrongAddress() throws Exception {
    var model = failing(new DmsException.ServerFailed("HTTP 500"));
    assertEquals("", model.addressProblemProperty().get());
    assertTrue(model.problemProperty().get().startsWith("The server broke down"));
  }

  @Test
  void aNewAttemptClearsTheProblemsOfTheLast() throws Exception {
    var model = failing(new DmsException.NotSignedIn("HTTP 401"));
    model.signIn();
    assertEquals("", model.passwordProblemProperty().get());
  }

  @Test
  void cancelEndsTheAttemptWithoutASentence() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    var model =
        model(
            _ -> {
              asked.countDown();
              new CountDownLatch(1).await();
              return "never";
            });
    model.signIn();
    assertTrue(asked.await(60, TimeUnit.SECONDS));

    model.cancel();
    runHandler();

    assertFalse(model.busyProperty().get());
    assertTrue(signedIn.isEmpty());
    assertEquals("", model.problemProperty().get());
  }

  @Test
  void thePasswordIsInNoText() {
    var credentials =
        new Credentials(java.net.URI.create("https://a.example"), "E.", "secret", false);
    assertFalse(credentials.toString().contains("secret"));
  }

  private SignInViewModel<String> failing(Exception failure) throws Exception {
    var model =
        model(
            _ -> {
              throw failure;
            });
    model.signIn();
    runHandler();
    return model;
  }

  private SignInViewModel<String> model(SignIn<String> signIn) {
    return new SignInViewModel<>(REQUEST, signIn, signedIn::add, tasks, trusted::add, Locale.UK);
  }

  private void runHandler() throws InterruptedException {
    Runnable handler = window.poll(60, TimeUnit.SECONDS);
    assertTrue(handler != null, "the attempt did not end");
    handler.run();
  }
}
