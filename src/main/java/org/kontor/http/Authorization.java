package org.kontor.http;

import java.util.Optional;

/** Who is asking: what a request says of it in its header {@code Authorization}. */
@FunctionalInterface
public interface Authorization {

  /** Asked before every request, so it must be quick; empty leaves the header out. */
  Optional<String> header();
}
