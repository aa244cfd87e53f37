package org.kontor.ui.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.WebAddress;
import org.kontor.ui.common.dialect.DialectPoint;
import org.kontor.ui.common.dialect.DialectViewModel;

/** What is typed for a profile, and what is still wrong with it. */
final class ProfileForm {
  private final Function<ServerKind, List<DialectPoint>> points;
  private final Messages messages;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final ObjectProperty<ServerKind> kind = new SimpleObjectProperty<>(ServerKind.ENAIO);
  private final ObjectProperty<ProfileColour> colour =
      new SimpleObjectProperty<>(ProfileColour.BLUE);
  private final ReadOnlyObjectWrapper<DialectViewModel> dialect;
  private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper addressProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper userProblem = new ReadOnlyStringWrapper("");

  /**
   * @param points what is not documented of a kind of server
   */
  ProfileForm(Function<ServerKind, List<DialectPoint>> points, Messages messages) {
    this.points = points;
    this.messages = messages;
    dialect = new ReadOnlyObjectWrapper<>(dialect(kind.get(), Map.of()));
    kind.addListener((_, _, now) -> ask(now, dialect.get().settled()));
  }

  StringProperty nameProperty() {
    return name;
  }

  StringProperty addressProperty() {
    return address;
  }

  StringProperty userProperty() {
    return user;
  }

  ObjectProperty<ServerKind> kindProperty() {
    return kind;
  }

  ObjectProperty<ProfileColour> colourProperty() {
    return colour;
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

  boolean isEmpty() {
    return name.get().isBlank() && address.get().isBlank() && user.get().isBlank();
  }

  /**
   * @param profile empty for one that is to be added
   */
  void show(Optional<ServerProfile> profile) {
    name.set(profile.map(ServerProfile::name).orElse(""));
    address.set(profile.map(one -> one.address().toString()).orElse(""));
    user.set(profile.map(ServerProfile::user).orElse(""));
    kind.set(profile.map(ServerProfile::kind).orElse(ServerKind.ENAIO));
    colour.set(profile.map(ProfileColour::of).orElse(ProfileColour.BLUE));
    Map<String, String> settled = profile.map(ServerProfile::dialect).orElse(Map.of());
    // Whoever goes through the settings with Tab keeps the field: what says the same stays.
    if (!dialect.get().settled().equals(settled)) {
      ask(kind.get(), settled);
    }
    nameProblem.set("");
    addressProblem.set("");
    userProblem.set("");
  }

  /**
   * What is typed, or empty after what is wrong was said.
   *
   * @param before the profile as it was
   * @param isTaken whether there is a profile of that key
   */
  Optional<ServerProfile> read(Optional<ServerProfile> before, Predicate<String> isTaken) {
    Optional<URI> server = WebAddress.parse(address.get());
    boolean userFits = !user.get().isBlank() && user.get().indexOf(':') < 0;
    nameProblem.set(name.get().isBlank() ? messages.get("server.name.missing") : "");
    addressProblem.set(server.isEmpty() ? messages.get("server.address.malformed") : "");
    userProblem.set(userFits ? "" : messages.get("server.user.missing"));
    boolean dialectFits = dialect.get().check();
    if (server.isEmpty() || name.get().isBlank() || !userFits || !dialectFits) {
      return Optional.empty();
    }
    ServerProfile typed = typed(before, server.get());
    boolean moved = before.isEmpty() || !before.get().key().equals(typed.key());
    if (moved && isTaken.test(typed.key())) {
      userProblem.set(messages.get("server.taken"));
      return Optional.empty();
    }
    return Optional.of(typed);
  }

  private ServerProfile typed(Optional<ServerProfile> before, URI server) {
    ServerProfile plain =
        before
            .map(known -> known.changed(name.get().strip(), server, user.get().strip(), kind.get()))
            .orElseGet(
                () ->
                    new ServerProfile(name.get().strip(), server, user.get().strip(), kind.get()));
    // What nobody chose stays open: the profile keeps the colour that it gets by itself.
    boolean chosen = before.isEmpty() || ProfileColour.of(before.get()) != colour.get();
    ServerProfile asking = plain.asking(dialect.get().settled());
    return chosen ? asking.with(colour.get()) : asking;
  }

  private void ask(ServerKind of, Map<String, String> settled) {
    dialect.set(dialect(of, settled));
  }

  private DialectViewModel dialect(ServerKind of, Map<String, String> settled) {
    return new DialectViewModel(points.apply(of), settled, messages.locale());
  }
}
