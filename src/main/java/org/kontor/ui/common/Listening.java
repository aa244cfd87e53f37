package org.kontor.ui.common;

import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;

/**
 * Listening to what lives longer than the window, without being kept alive by it. On the thread
 * that draws the window.
 */
public final class Listening {
  private Listening() {}

  /**
   * Calls back at each change until the holder is given up.
   *
   * @param holder the properties of the node or scene that the listener is about; they keep it
   */
  public static <T> void to(
      ObservableValue<T> value, Map<Object, Object> holder, Runnable listener) {
    ChangeListener<T> kept = (_, _, _) -> listener.run();
    holder.put(kept, kept);
    value.addListener(new WeakChangeListener<>(kept));
  }
}
