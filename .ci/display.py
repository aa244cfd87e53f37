"""What stands on an X display, asked of the server itself: no tool is started while a start is measured."""
import ctypes
import time

LIB = ctypes.CDLL("libX11.so.6")
LIB.XOpenDisplay.restype = ctypes.c_void_p
LIB.XDefaultRootWindow.restype = LIB.XInternAtom.restype = ctypes.c_ulong
# Windows go away while they are asked; that is no error of ours.
IGNORED = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, error: 0)
CLIENT_MESSAGE, SUBSTRUCTURE, REDIRECT = 33, 1 << 19, 1 << 20


class Message(ctypes.Structure):
    """XClientMessageEvent, filled up to the size of XEvent."""

    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("kind", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("rest", ctypes.c_byte * 96)]


class Display:
    """The display of this process."""

    def __init__(self):
        LIB.XSetErrorHandler(IGNORED)
        self.display = ctypes.c_void_p(LIB.XOpenDisplay(None))
        self.root = ctypes.c_ulong(LIB.XDefaultRootWindow(self.display))
        LIB.XSelectInput(self.display, self.root, ctypes.c_long(SUBSTRUCTURE))

    def atom(self, name):
        return LIB.XInternAtom(self.display, name.encode(), 0)

    def _property(self, window, name):
        kind, left, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong()
        bits, value = ctypes.c_int(), ctypes.c_void_p()
        LIB.XGetWindowProperty(self.display, ctypes.c_ulong(window), ctypes.c_ulong(self.atom(name)), ctypes.c_long(0),
                               ctypes.c_long(4096), 0, ctypes.c_ulong(0), ctypes.byref(kind), ctypes.byref(bits),
                               ctypes.byref(count), ctypes.byref(left), ctypes.byref(value))
        if not value.value:
            return b""
        result = ctypes.string_at(value, count.value * (8 if bits.value == 32 else bits.value // 8))
        LIB.XFree(value)
        return result

    def windows(self):
        """Each managed window with its title."""
        ids = self._property(self.root.value, "_NET_CLIENT_LIST")
        ids = [int.from_bytes(ids[at:at + 8], "little") for at in range(0, len(ids), 8)]
        return {window: self._property(window, "_NET_WM_NAME").decode(errors="replace") for window in ids}

    def window(self, title):
        return next((window for window, name in self.windows().items() if name.startswith(title)), None)

    def _send(self, to, mask, kind, window, *data):
        message = Message(type=CLIENT_MESSAGE, window=window, kind=self.atom(kind), format=32)
        for at, value in enumerate(data):
            message.data[at] = value
        LIB.XSendEvent(self.display, ctypes.c_ulong(to), 0, ctypes.c_long(mask), ctypes.byref(message))
        LIB.XFlush(self.display)

    def close(self, window):
        """As its title bar does."""
        self._send(self.root.value, SUBSTRUCTURE | REDIRECT, "_NET_CLOSE_WINDOW", window)

    def answers(self, window, deadline):
        """Asks the thread that draws the window to answer, as window managers do; false when it does not in time."""
        self._send(window, 0, "WM_PROTOCOLS", window, self.atom("_NET_WM_PING"), 1, window)
        event = Message()
        while time.monotonic() < deadline:
            while LIB.XPending(self.display):
                LIB.XNextEvent(self.display, ctypes.byref(event))
                if event.type == CLIENT_MESSAGE and event.kind == self.atom("WM_PROTOCOLS") and event.data[2] == window:
                    return True
            time.sleep(0.002)
        return False
