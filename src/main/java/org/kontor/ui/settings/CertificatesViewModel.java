package org.kontor.ui.settings;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kontor.settings.TrustDecision;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Sentences;

/** The decisions about certificates that nobody vouches for, and taking them back. */
final class CertificatesViewModel {
  private final SettingsDesk desk;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Sentences sentences;
  private final DateTimeFormatter day;
  private final ObservableList<TrustDecision> rows = FXCollections.observableArrayList();
  private final ObservableList<TrustDecision> shown =
      FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  CertificatesViewModel(SettingsDesk desk, BackgroundTasks tasks, Locale locale) {
    this.desk = desk;
    this.tasks = tasks;
    messages = Messages.of(CertificatesViewModel.class, locale);
    sentences = new Sentences(locale);
    day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(locale)
            .withZone(ZoneId.systemDefault());
    load();
  }

  // Out

  ObservableList<TrustDecision> rows() {
    return shown;
  }

  /** What happened last; empty when nothing did. */
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Since when a key is trusted, and whom it was made out to. */
  String about(TrustDecision decision) {
    return messages.get(
        "trusted.about", String.join(", ", decision.names()), day.format(decision.since()));
  }

  /** Why passwords cannot be kept; empty where they can. */
  Optional<String> noKeyring() {
    return desk.noKeyring();
  }

  // In

  void revoke(TrustDecision decision) {
    tasks.start(
        messages.get("trusted.revoke"),
        (_, _) -> {
          desk.revoke(decision);
          return desk.trusted();
        },
        outcome ->
            show(
                outcome, messages.get("trusted.revoked", decision.host() + ":" + decision.port())));
  }

  private void load() {
    tasks.start(
        messages.get("page.CERTIFICATES"), (_, _) -> desk.trusted(), outcome -> show(outcome, ""));
  }

  private void show(Outcome<List<TrustDecision>> outcome, String sentence) {
    switch (outcome) {
      case Outcome.Done<List<TrustDecision>>(List<TrustDecision> all) -> {
        rows.setAll(all);
        said.set(sentence);
      }
      case Outcome.Failed<List<TrustDecision>>(Exception cause) ->
          said.set(sentences.of(cause).text());
      case Outcome.Cancelled<List<TrustDecision>> _ -> {}
    }
  }
}
