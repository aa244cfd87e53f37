package org.kontor.enaio;

import java.util.Map;

/**
 * Where it is kept from one start to the next what was found out about a server: its version and
 * how it wants to be asked. Nothing personal is in it. Called on background threads, rarely.
 */
public interface ServiceMemory {

  /** What was kept last; empty where nothing was. */
  Map<String, String> recall();

  /** Replaces what was kept; a failure to do so only costs asking again. */
  void keep(Map<String, String> facts);
}
