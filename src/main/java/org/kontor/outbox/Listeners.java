package org.kontor.outbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who wants to know of changes, and how the disk is. Safe from any thread. */
final class Listeners implements Signals {
  private final List<OutboxListener> ofChanges = new CopyOnWriteArrayList<>();
  private final List<Consumer<String>> ofSignIns = new CopyOnWriteArrayList<>();
  private volatile Optional<Exception> diskTrouble = Optional.empty();

  void add(OutboxListener listener) {
    ofChanges.add(listener);
  }

  void remove(OutboxListener listener) {
    ofChanges.remove(listener);
  }

  void onSignInNeeded(Consumer<String> listener) {
    ofSignIns.add(listener);
  }

  /** Why the journal could not be written or read lately. */
  Optional<Exception> diskTrouble() {
    return diskTrouble;
  }

  /** Notes how the disk is where nobody has to be told at once. */
  void diskTrouble(Exception failure) {
    diskTrouble = Optional.of(failure);
  }

  @Override
  public void changed() {
    ofChanges.forEach(OutboxListener::changed);
  }

  @Override
  public void signInNeeded(String server) {
    ofSignIns.forEach(listener -> listener.accept(server));
  }

  @Override
  public void journalWorks() {
    diskTrouble = Optional.empty();
  }

  @Override
  public void journalFailed(Exception failure) {
    diskTrouble = Optional.of(failure);
    changed();
  }
}
