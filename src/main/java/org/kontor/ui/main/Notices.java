package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.ui.common.Speaker;

/** What is said in passing, to whom it may concern. Used on the window's thread. */
final class Notices implements Speaker {
  private final List<Consumer<Notice>> listeners = new ArrayList<>();

  /**
   * A sentence.
   *
   * @param undoable whether it tells of something that can be taken back
   */
  record Notice(String sentence, boolean failure, boolean undoable) {}

  /** Told what is to be said from now on. */
  void listen(Consumer<Notice> listener) {
    listeners.add(listener);
  }

  void say(String sentence, boolean failure) {
    tell(new Notice(sentence, failure, false));
  }

  @Override
  public void done(String sentence, boolean undoable) {
    tell(new Notice(sentence, false, undoable));
  }

  @Override
  public void failed(String sentence) {
    say(sentence, true);
  }

  private void tell(Notice notice) {
    List.copyOf(listeners).forEach(listener -> listener.accept(notice));
  }
}
