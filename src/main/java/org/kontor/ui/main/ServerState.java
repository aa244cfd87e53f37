package org.kontor.ui.main;

/** How the last reads of a server went. */
enum ServerState {
  REACHED,
  UNREACHABLE,
  /** The session has ended: somebody has to sign in. */
  SIGNED_OUT
}
