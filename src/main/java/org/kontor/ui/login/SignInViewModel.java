package org.kontor.ui.login;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Distrust;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;
import org.kontor.ui.common.WebAddress;

/**
 * A sign-in: what is typed, whether an attempt is under way, and beside which field a problem
 * belongs.
 *
 * @param <T> what a successful sign-in yields
 */
public final class SignInViewModel<T> {
  private final SignInRequest request;
  private final SignIn<T> signIn;
  private final Consumer<T> signedIn;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Sentences sentences;

  private final StringProperty address = new SimpleStringProperty();
  private final StringProperty user = new SimpleStringProperty();
  private final StringProperty password = new SimpleStringProperty("");
  private final BooleanProperty keep = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper addressProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper userProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper passwordProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Distrust>> distrusted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Trusting trusting;
  private @Nullable BackgroundTask attempt;

  /**
   * @param signedIn called on the window's thread once it worked
   * @param trusting keeps a decision about a certificate
   */
  public SignInViewModel(
      SignInRequest request,
      SignIn<T> signIn,
      Consumer<T> signedIn,
      BackgroundTasks tasks,
      Trusting trusting,
      Locale locale) {
    this.request = request;
    this.signIn = signIn;
    this.signedIn = signedIn;
    this.tasks = tasks;
    this.trusting = trusting;
    messages = Messages.of(SignInViewModel.class, locale);
    sentences = new Sentences(locale);
    address.set(request.address());
    user.set(request.user());
  }

  // Out

  SignInRequest request() {
    return request;
  }

  StringProperty addressProperty() {
    return address;
  }

  StringProperty userProperty() {
    return user;
  }

  StringProperty passwordProperty() {
    return password;
  }

  BooleanProperty keepProperty() {
    return keep;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyStringProperty addressProblemProperty() {
    return addressProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty userProblemProperty() {
    return userProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty passwordProblemProperty() {
    return passwordProblem.getReadOnlyProperty();
  }

  /** What belongs to no field. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The server whose certificate does not count; empty unless that is what to look at now. */
  ReadOnlyObjectProperty<Optional<Distrust>> distrustedProperty() {
    return distrusted.getReadOnlyProperty();
  }

  // In

  /** The key shown counts from now on; goes on signing in. */
  void trust() {
    distrusted
        .get()
        .ifPresent(
            shown ->
                tasks.start(
                    messages.get("signIn.task"),
                    (_, _) -> {
                      trusting.trust(shown.certificate());
                      return shown;
                    },
                    this::trusted));
  }

  /** Back to what was typed; nothing is sent. */
  void refuse() {
    distrusted.set(Optional.empty());
  }

  private void trusted(Outcome<Distrust> outcome) {
    distrusted.set(Optional.empty());
    switch (outcome) {
      case Outcome.Done<Distrust> _ -> signIn();
      case Outcome.Failed<Distrust>(Exception cause) -> problem.set(sentences.of(cause).text());
      case Outcome.Cancelled<Distrust> _ -> {}
    }
  }

  /** Begins an attempt with what is typed, or says what is missing. */
  public void signIn() {
    if (busy.get()) {
      return;
    }
    clearProblems();
    Optional<URI> server = WebAddress.parse(address.get());
    if (server.isEmpty()) {
      addressProblem.set(messages.get("address.malformed"));
    }
    if (user.get().isBlank()) {
      userProblem.set(messages.get("user.missing"));
    }
    if (server.isEmpty() || user.get().isBlank()) {
      return;
    }
    Credentials credentials =
        new Credentials(server.get(), user.get().strip(), password.get(), keep.get());
    busy.set(true);
    attempt =
        tasks.start(
            messages.get("signIn.task"), (_, _) -> signIn.attempt(credentials), this::ended);
  }

  /** Ends an attempt under way. */
  public void cancel() {
    if (attempt != null) {
      attempt.cancel();
    }
  }

  private void ended(Outcome<T> outcome) {
    busy.set(false);
    attempt = null;
    switch (outcome) {
      case Outcome.Done<T>(T result) -> {
        password.set("");
        signedIn.accept(result);
      }
      case Outcome.Failed<T>(Exception cause) -> explain(cause);
      case Outcome.Cancelled<T> _ -> {}
    }
  }

  private void explain(Exception cause) {
    switch (cause) {
      case DmsException.NotSignedIn _ ->
          passwordProblem.set(messages.get("wrong." + request.secret().key()));
      case DmsException.Untrusted untrusted -> {
        problem.set(sentences.of(untrusted).text());
        distrusted.set(Optional.of(Distrust.of(untrusted)));
      }
      case DmsException.ProxyRefuses refused -> problem.set(sentences.of(refused).text());
      case DmsException.Unreachable _ -> addressProblem.set(messages.get("address.unreachable"));
      case DmsException.ServerFailed broken -> problem.set(sentences.of(broken).text());
      case DmsException.PartOfList part -> problem.set(sentences.of(part).text());
      case DmsException.ProtocolViolation _ -> addressProblem.set(messages.get("address.noServer"));
      case DmsException.NotFound _ -> addressProblem.set(messages.get("address.noServer"));
      case DmsException.NoRight _ -> problem.set(messages.get("noRight"));
      default -> problem.set(sentences.of(cause).text());
    }
  }

  private void clearProblems() {
    addressProblem.set("");
    userProblem.set("");
    passwordProblem.set("");
    problem.set("");
  }
}
