package org.kontor.ui.common;

import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Whether Ctrl is held, asked of GTK itself: under GTK a drag proposes "copy" with the key and
 * without, and the window hears of no key while a drag lasts. To be used on the window's thread
 * only.
 */
@SuppressWarnings("restricted")
final class GtkKeys {
  private static final System.Logger LOG = System.getLogger(GtkKeys.class.getName());
  private static final int CONTROL = 1 << 2;

  private final MethodHandle display;
  private final MethodHandle keymap;
  private final MethodHandle state;

  private GtkKeys(SymbolLookup gdk) {
    FunctionDescriptor pointerOfPointer =
        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    display = function(gdk, "gdk_display_get_default", FunctionDescriptor.of(ValueLayout.ADDRESS));
    keymap = function(gdk, "gdk_keymap_get_for_display", pointerOfPointer);
    state =
        function(
            gdk,
            "gdk_keymap_get_modifier_state",
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }

  /** Looked for at the first drag: what calls native code takes 200 classes. */
  private static final class Found {
    static final Optional<GtkKeys> KEYS = look();
  }

  /** Empty where the window is not drawn by GTK. */
  static Optional<GtkKeys> find() {
    return Found.KEYS;
  }

  private static Optional<GtkKeys> look() {
    if (!System.getProperty("os.name", "").startsWith("Linux")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new GtkKeys(SymbolLookup.libraryLookup("libgdk-3.so.0", Arena.global())));
    } catch (IllegalArgumentException | IllegalCallerException unavailable) {
      LOG.log(Level.DEBUG, "GTK cannot be asked for keys", unavailable);
      return Optional.empty();
    }
  }

  boolean isControlHeld() {
    try {
      MemorySegment screen = (MemorySegment) display.invokeExact();
      if (screen.equals(MemorySegment.NULL)) {
        return false;
      }
      MemorySegment keys = (MemorySegment) keymap.invokeExact(screen);
      return ((int) state.invokeExact(keys) & CONTROL) != 0;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor shape) {
    MemorySegment address =
        library.find(name).orElseThrow(() -> new IllegalArgumentException(name));
    return Linker.nativeLinker().downcallHandle(address, shape);
  }
}
