package org.kontor.ui.login;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.WebAddress;
import org.kontor.ui.common.dialect.DialectPoint;
import org.kontor.ui.common.dialect.DialectViewModel;

/** Naming a further server: what is typed and what is still missing. */
public final class NewServerViewModel {
  private final Consumer<NewServer> add;
  private final Runnable leave;
  private final Messages messages;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final ObjectProperty<ServerKind> kind = new SimpleObjectProperty<>(ServerKind.ENAIO);
  private final ReadOnlyObjectWrapper<DialectViewModel> dialect;
  private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper addressProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper userProblem = new ReadOnlyStringWrapper("");

  /**
   * @param add takes a complete profile
   * @param leave called when the person gives up
   * @param points what is not documented of a kind of server
   */
  public NewServerViewModel(
      Consumer<NewServer> add,
      Runnable leave,
      Function<ServerKind, List<DialectPoint>> points,
      Locale locale) {
    this.add = add;
    this.leave = leave;
    messages = Messages.of(NewServerViewModel.class, locale);
    dialect =
        new ReadOnlyObjectWrapper<>(
            new DialectViewModel(points.apply(kind.get()), Map.of(), locale));
    kind.addListener(
        (_, _, now) -> dialect.set(new DialectViewModel(points.apply(now), Map.of(), locale)));
  }

  // Out

  StringProperty nameProperty() {
    return name;
  }

  StringProperty addressProperty() {
    return address;
  }

  StringProperty userProperty() {
    return user;
  }

  /** Which API the server speaks. */
  ObjectProperty<ServerKind> kindProperty() {
    return kind;
  }

  /** What a kind of server is called. */
  String nameOf(ServerKind each) {
    return messages.get("newServer.kind." + each.key());
  }

  /** What is settled about what is not documented of the kind of server. */
  ReadOnlyObjectProperty<DialectViewModel> dialectProperty() {
    return dialect.getReadOnlyProperty();
  }

  ReadOnlyStringProperty nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty addressProblemProperty() {
    return addressProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty userProblemProperty() {
    return userProblem.getReadOnlyProperty();
  }

  // In

  /** Hands the profile on when nothing is missing, else says what is. */
  public void add() {
    Optional<URI> server = WebAddress.parse(address.get());
    boolean dialectFits = dialect.get().check();
    userProblem.set(user.get().isBlank() ? messages.get("user.missing") : "");
    addressProblem.set(server.isEmpty() ? messages.get("address.malformed") : "");
    nameProblem.set(name.get().isBlank() ? messages.get("name.missing") : "");
    if (server.isPresent() && !name.get().isBlank() && !user.get().isBlank() && dialectFits) {
      add.accept(
          new NewServer(
              name.get().strip(),
              server.get(),
              user.get().strip(),
              kind.get(),
              dialect.get().settled()));
    }
  }

  public void cancel() {
    leave.run();
  }
}
