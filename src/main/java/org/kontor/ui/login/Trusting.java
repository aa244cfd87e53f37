package org.kontor.ui.login;

import java.io.IOException;
import org.kontor.model.ServerCertificate;

/** Keeps that a person trusts the key of a server that nobody vouches for. */
@FunctionalInterface
public interface Trusting {

  /** From now on the key counts on this host and port. Blocks, on a background thread. */
  void trust(ServerCertificate certificate) throws IOException;
}
